import { byPlace, type Finding } from '../content-model/problems.ts';
import { parseBody, type Body } from './body.ts';
import { isTooLarge, plainLines } from './limits.ts';
import { quoted, Report } from './report.ts';
import { parseYaml } from './yaml.ts';

export interface ParsedFile {
  /** Null if it is missing or cannot be read. */
  frontmatter: Record<string, unknown> | null;
  /** The line of a frontmatter field in the file. */
  lineOf(path: readonly (string | number)[]): number | undefined;
  body: Body | null;
  problems: Finding[];
}

/** Parses a file of an entry: YAML between two lines of `---`, then MDX. Nothing in it is evaluated; all problems are told at once. */
export function parseFile(text: string, file: string): ParsedFile {
  const report = new Report('safe-mdx', file);
  const nothing = { frontmatter: null, lineOf: () => undefined, body: null };
  if (isTooLarge(text, report)) return { ...nothing, problems: report.list() };
  const parts = split(plainLines(text), report);
  if (!parts) return { ...nothing, problems: report.list() };
  const { value, lineOf, problems } = parseYaml(parts.frontmatter, file, 2);
  const { body, problems: inBody } = parseBody(parts.body, { file, firstLine: parts.firstLine });
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  const empty = value === null && !problems.some(({ severity }) => severity === 'error');
  if (!isGroup && !empty && value !== null) {
    report.add(
      { line: 2 },
      {
        found: quoted(String(parts.frontmatter)),
        rule: 'Between the two lines of --- stand fields.',
        fix: 'Write “name: value”, one to a line: title: My first winter',
      },
    );
  }
  return {
    frontmatter: isGroup ? (value as Record<string, unknown>) : empty ? {} : null,
    lineOf,
    body,
    problems: [...report.list(), ...problems, ...inBody].sort(byPlace),
  };
}

/** The frontmatter without its fences, and the body with the line it begins on. */
function split(text: string, report: Report): { frontmatter: string; body: string; firstLine: number } | null {
  const first = text.split('\n', 1)[0]!;
  if (first !== '---') {
    report.add(
      { line: 1, column: 1 },
      {
        found: first.trim() === '' ? 'An empty first line' : first.trim() === '---' ? '--- with spaces beside it' : quoted(first),
        rule: 'An entry begins with a line of exactly three hyphens: ---',
        fix: 'Write --- as the first line, then the fields, then --- again, then the text. Nothing stands before or beside the hyphens.',
      },
    );
    return null;
  }
  const close = /^---$/m;
  const rest = text.slice(4);
  const end = rest.search(close);
  if (end < 0) {
    report.add(
      { line: 1, column: 1 },
      {
        found: 'Fields without an end',
        rule: 'The fields end with a line of exactly three hyphens: ---',
        fix: 'Write --- on a line of its own below the last field.',
      },
    );
    return null;
  }
  const frontmatter = rest.slice(0, end);
  const body = rest.slice(end + 4);
  const firstLine = 3 + count(frontmatter);
  // A line across the page before any text divides nothing: whoever writes it means fields, and readers would be shown them.
  const again = /^(?:[ \t]*\n)*---\n/.exec(body);
  if (again) {
    report.add(
      { line: firstLine + count(again[0]) - 1, column: 1 },
      {
        found: '--- again, before any text',
        rule: 'An entry has its fields once, between two lines of ---, and then its text.',
        fix: 'Put all fields between the first two lines of ---, and remove this one.',
      },
    );
    return null;
  }
  return { frontmatter, body, firstLine };
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
