/*
 * What could be code is hidden from the parser.
 *
 * Sätteri hands every `{…}` and every line that begins with import or export to a JavaScript parser, which is native, recursive, and ends the
 * whole process on deep nesting (`{((((…`), and which stops at the first thing that is not JavaScript (`{student name}`). Nothing of it is
 * ever wanted here. So before parsing, those characters are replaced, one for one, by code points that Unicode keeps for programs and that
 * `limits.ts` refuses in entries; positions stay right. Afterwards they are put back: in code samples silently, elsewhere with a finding.
 * Only two small shapes pass: a comment, and `{…}` without anything nested where a tag's attribute could stand, so that it is found there.
 */
const hidden = { '{': '\uFDD0', '}': '\uFDD1', i: '\uFDD2', e: '\uFDD3', "'": '\uFDD4', '"': '\uFDD5', '`': '\uFDD6' } as const;
const shown = new Map<string, string>(Object.entries(hidden).map(([character, mask]) => [mask, character]));

export const openBrace = hidden['{'];
export const closeBrace = hidden['}'];
export const anyMask = /[\uFDD0-\uFDD6]/;
const everyMask = /[\uFDD0-\uFDD6]/g;
/** Percent-encoded, as the parser writes them into addresses. */
const encodedMask = /%EF%B7%9([0-6])/g;

const hide = (character: string): string => hidden[character as keyof typeof hidden];

/** A line that could be a module's, or a brace. */
const suspects = /^(?:import|export)|[{}]/gm;
const attributeValue = /^\{(?:[^{}`'"/\\\n]|"[^"{}\\\n]*"|'[^'{}\\\n]*'){0,200}\}/;

/** The source as the parser may see it: of the same length, with nothing in it that is parsed as JavaScript but comments and short values. */
export function mask(source: string): string {
  let masked = '';
  let done = 0;
  let commentEnd = -2;
  for (const { 0: match, index } of source.matchAll(suspects)) {
    if (index < done || isEscaped(source, index)) continue;
    masked += source.slice(done, index);
    done = index + 1;
    if (match === '{') {
      const start = index + 1 + /^\s{0,100}/.exec(source.slice(index + 1, index + 101))![0].length;
      if (source.startsWith('/*', start)) {
        // The end is searched once for all comments that could have it: a file full of beginnings stays cheap.
        if (commentEnd > -1 ? commentEnd < start + 2 : commentEnd === -2) commentEnd = source.indexOf('*/', start + 2);
        const end = commentEnd < 0 ? undefined : /^\s{0,100}\}/.exec(source.slice(commentEnd + 2, commentEnd + 103))?.[0].length;
        if (end) {
          done = commentEnd + 2 + end;
          masked += `{${source.slice(index + 1, done - 1).replace(/[{}'"`]/g, hide)}}`;
          continue;
        }
      }
      const value = couldBeValue(source, index);
      if (value) {
        done = index + value.length;
        masked += value;
        continue;
      }
    }
    masked += hide(match[0]!);
  }
  return done === 0 ? source : masked + source.slice(done);
}

/** The whole `{…}`, if it stands where an attribute's value or a spread could. */
function couldBeValue(source: string, at: number): string | undefined {
  const afterEquals = source[at - 1] === '=';
  if (!afterEquals && !/^\{\s*\.\.\./.test(source.slice(at, at + 20))) return undefined;
  return attributeValue.exec(source.slice(at, at + 402))?.[0];
}

function isEscaped(source: string, at: number): boolean {
  let first = at;
  while (source[first - 1] === '\\') first--;
  return (at - first) % 2 === 1;
}

/** A text as it was written. */
export const unmask = (text: string): string => (anyMask.test(text) ? text.replace(everyMask, (character) => shown.get(character)!) : text);
/** An address as it was written, its braces percent-encoded as the standard says. */
export const unmaskAddress = (address: string): string =>
  unmask(address).replace(encodedMask, (_, last: string) => encodeURIComponent(shown.get(String.fromCharCode(0xfdd0 + Number(last)))!));
