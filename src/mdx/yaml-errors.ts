import type { ErrorCode } from 'yaml';
import { quoted, type Told } from './report.ts';

const colon = 'Put a text that holds a colon, # or a quotation mark into quotes: title: "Moving: what it costs"';

/** What the parser's errors mean for somebody who writes frontmatter. */
const meanings: Partial<Record<ErrorCode, Pick<Told, 'rule' | 'fix'>>> = {
  BAD_ALIAS: {
    rule: 'Aliases (words that begin with *) are not possible.',
    fix: 'Write the value itself. To begin a text with *, put it in quotes.',
  },
  TAB_AS_INDENT: { rule: 'Lines are indented with spaces, not with tabs.', fix: 'Replace the tab by two spaces.' },
  BAD_INDENT: { rule: 'What belongs together is indented equally.', fix: 'Begin the line below the one above it, with the same number of spaces.' },
  BLOCK_AS_IMPLICIT_KEY: { rule: 'A line holds one name and one value.', fix: colon },
  MULTILINE_IMPLICIT_KEY: { rule: 'A name and its colon stand on one line.', fix: 'Write “name: value”; indent the further lines of a long text.' },
  MISSING_CHAR: {
    rule: 'Quotes, brackets and names must be complete.',
    fix: 'Close the quotation mark or bracket, or put the colon after the name.',
  },
  BAD_DQ_ESCAPE: { rule: 'A backslash in double quotes has a special meaning.', fix: 'Use single quotes, or write the backslash twice.' },
  BAD_SCALAR_START: { rule: 'A text cannot begin with this sign.', fix: 'Put the text into quotes.' },
  MULTIPLE_DOCS: { rule: 'A file holds one document.', fix: 'Remove the line --- and what follows it.' },
  NON_STRING_KEY: { rule: 'A name is a word.', fix: 'Write “name: value”.' },
  MULTIPLE_ANCHORS: { rule: 'Anchors (words that begin with &) are not possible.', fix: 'Remove it.' },
  TAG_RESOLVE_FAILED: { rule: 'Tags (words that begin with !) are not possible.', fix: 'Remove it. To begin a text with !, put it in quotes.' },
};
const general = { rule: 'It must be YAML: “name: value”, one to a line.', fix: colon };

export function yamlError({ code, source, offset }: { code: ErrorCode; message: string; source: string; offset: number }): Told {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  const line = source.slice(start, end < 0 ? undefined : end);
  return { found: line.trim() === '' ? 'The end of the text' : quoted(line), ...(meanings[code] ?? general) };
}
