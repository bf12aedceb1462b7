import { codePoint, type Report } from './report.ts';

/** 256 KB: forty times a long story. What is larger is not somebody's text. */
const maxBytes = 256 * 1024;

/** True, and reported, if a text is too large to be looked at any further. */
export function isTooLarge(text: string, report: Report): boolean {
  const bytes = text.length * 3 <= maxBytes ? 0 : text.length > maxBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes <= maxBytes) return false;
  report.add(
    { line: longLine(text) ?? 1 },
    {
      found: `A file of ${Math.ceil(bytes / 1024)} KB`,
      rule: 'An entry holds at most 256 KB of text.',
      fix: 'Split it into several entries; pictures go into content/media/.',
    },
  );
  return true;
}

/** The number of a line that is too large by itself. */
function longLine(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => line.length > maxBytes);
  return index < 0 ? undefined : index + 1;
}

/** Control characters, lone surrogates, and U+FDD0–FDEF, which Unicode keeps for programs (`mask.ts` uses them). */
// eslint-disable-next-line no-control-regex
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]/gu;

/** The text without byte order mark, with `\n` as the only end of a line; columns and lines stay as they are. */
export function plainLines(text: string): string {
  const start = text.charCodeAt(0) === 0xfeff ? text.replace(/^\uFEFF+/, '') : text;
  return start.includes('\r') ? start.replace(/\r\n?/g, '\n') : start;
}

/** Reports each character that is no text, and puts a space in its place, so that the rest can be checked. */
export function withoutControls(text: string, report: Report, firstLine = 1): string {
  if (text.search(notText) < 0) return text;
  const lines = new Places(text, firstLine);
  return text.replace(notText, (character, offset: number) => {
    report.add(lines.at(offset), {
      found: `The invisible character ${codePoint(character)}`,
      rule: 'Entries hold text only, no control characters.',
      fix: 'Delete it: type the words around it again, and remove the old ones.',
    });
    return ' ';
  });
}

/** Line and column of an offset. */
export class Places {
  readonly #text: string;
  readonly #firstLine: number;
  #line: number;
  #start = 0;
  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#firstLine = firstLine;
    this.#line = firstLine;
  }
  at(offset: number): { line: number; column: number } {
    if (offset < this.#start) [this.#line, this.#start] = [this.#firstLine, 0];
    for (let next = this.#text.indexOf('\n', this.#start); next >= 0 && next < offset; next = this.#text.indexOf('\n', this.#start)) {
      this.#line++;
      this.#start = next + 1;
    }
    return { line: this.#line, column: offset - this.#start + 1 };
  }
}

/**
 * Shapes that no writer types and on which the parser takes seconds or, being native code, ends the whole process (measured with Sätteri
 * 0.10.5: 250,000 `>` overflow its stack, 125,000 `_a` in one paragraph take 12 s, as many `- ` on one line 10 s). They are refused unparsed.
 */
const shapes: readonly { found: string; rule: string; fix: string; at(source: string): number }[] = [
  {
    found: 'More than 20 list or quotation marks at the start of a line',
    rule: 'Lists and quotations can stand in each other only a few levels deep.',
    fix: 'Use one or two levels.',
    at: (source) => source.search(/^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){21}/m),
  },
  {
    found: 'A line that begins with more than 100 spaces',
    rule: 'Lists can stand in each other only a few levels deep.',
    fix: 'Remove the spaces at the start of the line.',
    at: (source) => source.search(/^[ \t]{101}/m),
  },
  {
    found: 'A paragraph of more than 20,000 characters',
    rule: 'A paragraph ends with an empty line.',
    fix: 'Put empty lines between the paragraphs.',
    at: longBlock,
  },
  {
    found: 'More than 1,000 tags',
    rule: 'An entry uses a handful of components.',
    fix: 'Split the entry.',
    at: manyTags,
  },
];

function longBlock(source: string): number {
  if (source.length <= 20_000) return -1;
  let start = 0;
  for (const { index } of source.matchAll(/\n[ \t]*(?=\n)/g)) {
    if (index - start > 20_000) return start;
    start = index + 1;
  }
  return source.length - start > 20_000 ? start : -1;
}

function manyTags(source: string): number {
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) if (++tags > 1000) return at;
  return -1;
}

/** True, and reported, if the source has a shape that must not reach the parser. */
export function hasShapeOfAttack(source: string, report: Report, firstLine: number): boolean {
  let any = false;
  for (const { at, ...told } of shapes) {
    const offset = at(source);
    if (offset < 0) continue;
    any = true;
    report.add(new Places(source, firstLine).at(offset), told);
  }
  return any;
}
