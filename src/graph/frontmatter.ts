import { isMap, isScalar, parseDocument } from 'yaml';

const fences = /^(\uFEFF?---(\r?\n))([\s\S]*?)^---\r?$/m;

/**
 * The text of an entry with one field of its frontmatter replaced, or added as the last one; every other byte stays as somebody wrote it.
 * The value is a text, a map of texts, or of maps. Throws where there is no frontmatter to change.
 */
export function withField(text: string, name: string, value: string | FieldMap): string {
  const found = fences.exec(text);
  if (!found) throw new Error('The file does not begin with fields between two lines of ---.');
  const [, opening = '', eol = '\n', frontmatter = ''] = found;
  const { start, end } = place(frontmatter, name);
  const written = lines(name, value).join(eol);
  const at = opening.length;
  return `${text.slice(0, at + start)}${written}${eol}${text.slice(at + end)}`;
}

export type FieldMap = { readonly [name: string]: string | readonly string[] | FieldMap };

/** From where to where a field's lines go, its end of line included; the end of the frontmatter where it is not there. */
function place(frontmatter: string, name: string): { start: number; end: number } {
  const { contents, errors } = parseDocument(frontmatter, { schema: 'core', logLevel: 'error', uniqueKeys: false });
  if (errors.length > 0 || !isMap(contents)) throw new Error('The fields cannot be read: `npm run check` says why.');
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!pair) return { start: frontmatter.length, end: frontmatter.length };
  const { key, value } = pair as { key: Ranged; value: Ranged | null };
  const start = key.range![0];
  // A node's second number is where it ends itself; comments below it belong to what follows.
  const last = Math.max(key.range![1], value?.range?.[1] ?? 0);
  const newline = frontmatter.indexOf('\n', Math.max(start, trimmedEnd(frontmatter, last)));
  return { start, end: newline < 0 ? frontmatter.length : newline + 1 };
}
interface Ranged {
  range?: [number, number, number];
}

/** Block values end where the next line begins; the last sign of the value itself is before it. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Hashes are quoted always: `012345678901` and `1e5000000000` would be numbers. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const named = (name: string) => (/^[A-Za-z][\w-]*$/.test(name) ? name : quoted(name));

function lines(name: string, value: string | readonly string[] | FieldMap, indent = ''): string[] {
  const head = `${indent}${named(name)}:`;
  if (typeof value === 'string') return [`${head} ${quoted(value)}`];
  if (isList(value)) return [`${head} [${value.map(quoted).join(', ')}]`];
  const inner = Object.entries(value).flatMap(([key, child]) => lines(key, child, `${indent}  `));
  return inner.length > 0 ? [head, ...inner] : [`${head} {}`];
}
const isList = (value: object): value is readonly string[] => Array.isArray(value);
