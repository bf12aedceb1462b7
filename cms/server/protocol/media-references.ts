// Longer than most files here: fields, texts in fields and attributes are three ways to name a picture, and an edit in one moves the others.
import { isScalar, parseDocument, type Document } from 'yaml';
import { isCollection } from '../../../src/content-model/collections.ts';
import { places } from '../../../src/content-model/describe.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { parseBody } from '../../../src/mdx/body.ts';
import { component, componentNames } from '../../../src/mdx/components.ts';
import { parseYaml } from '../../../src/mdx/yaml.ts';
import { documentFile, type DocumentName } from '../document.ts';

/** What a reference to a picture becomes; undefined where it stays as it is. */
export type Rename = (reference: string) => string | undefined;

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The text of an entry with its references to pictures renamed: fields that the model says name a picture, and attributes of components that do. Words that
 * happen to be a picture's name stay, and so does every other byte. A text that cannot be read comes back as it is: the checks say what is wrong with it.
 */
export function renameMedia(name: DocumentName, text: string, rename: Rename): string {
  if (!isCollection(name.collection) || !text.startsWith('---\n')) return text;
  const length = text.slice(4).search(/^---$/m);
  if (length < 0) return text;
  const [fields, body] = [text.slice(4, 4 + length), text.slice(4 + length + 3)];
  const file = documentFile(name);
  return `---\n${inFields(fields, { name, file, rename })}---${inBody(body, { file, rename })}`;
}

/** Every picture that a text refers to, as it is written there. */
export function mediaReferences(name: DocumentName, text: string): string[] {
  const found: string[] = [];
  renameMedia(name, text, (reference) => {
    found.push(reference);
    return undefined;
  });
  return found;
}

const yamlOptions = { schema: 'core', version: '1.2', uniqueKeys: false, stringKeys: true, merge: false, logLevel: 'silent' } as const;

function inFields(fields: string, { name, file, rename }: { name: DocumentName; file: string; rename: Rename }): string {
  const { value } = parseYaml(fields, file);
  if (typeof value !== 'object' || value === null || !isCollection(name.collection)) return fields;
  const description = descriptionOf(name.collection, 'translates' in value ? 'translation' : 'original');
  // The texts of a translation are described where the original's are: there it says which of them is MDX.
  const texts = descriptionOf(name.collection, 'original');
  const document = parseDocument(fields, yamlOptions);
  const edits: Edit[] = [];
  for (const { path, value: found } of places(description, value, ({ refersTo }) => refersTo === 'media')) {
    const next = typeof found === 'string' ? rename(found.trim()) : undefined;
    if (next !== undefined) edits.push(...scalarEdit(document, path, (source) => next + (source.endsWith('\n') ? '\n' : '')));
  }
  for (const { path, value: found } of places(texts, value, ({ format }) => format === 'mdx')) {
    if (typeof found !== 'string') continue;
    const changes = bodyEdits(found, { file, rename });
    if (changes.length > 0)
      edits.push(...scalarEdit(document, path, (source) => scalarWith(source, { text: found, changes, fields, document, path })));
  }
  return applied(fields, edits);

  function scalarEdit(from: Document, path: readonly (string | number)[], write: (source: string) => string): Edit[] {
    const node = from.getIn(path, true);
    if (!isScalar(node) || !node.range) return [];
    const [start, end] = node.range;
    return [{ start, end, text: write(fields.slice(start, end)) }];
  }
}

interface ScalarChange {
  text: string;
  changes: readonly Edit[];
  fields: string;
  document: Document;
  path: readonly (string | number)[];
}

/**
 * A text in YAML, however it is written there, with changes that were found in what it says: made at the same occurrence of the same words, so that its lines and
 * indents stay. Where that does not give the wanted text (quotes with escapes, folded lines), it is written anew in quotes.
 */
function scalarWith(source: string, { text, changes, fields, document, path }: ScalarChange): string {
  const wanted = applied(text, changes);
  const inSource = changes.flatMap(({ start, end, text: next }) => {
    const words = text.slice(start, end);
    const places = [...occurrences(source, words)];
    const at = [...occurrences(text, words)].indexOf(start);
    const place = places[at];
    return place === undefined ? [] : [{ start: place, end: place + words.length, text: next }];
  });
  const written = applied(source, inSource);
  const node = document.getIn(path, true);
  if (isScalar(node) && node.range) {
    const [start, end] = node.range;
    const again = parseDocument(`${fields.slice(0, start)}${written}${fields.slice(end)}`, yamlOptions);
    if (again.errors.length === 0 && again.getIn(path) === wanted) return written;
  }
  return JSON.stringify(wanted) + (source.endsWith('\n') ? '\n' : '');
}

function* occurrences(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

const inBody = (body: string, options: { file: string; rename: Rename }): string => applied(body, bodyEdits(body, options));

/** For each component, its attributes that name a picture. */
const attributesOf = new Map(
  componentNames.map((name) => [
    name,
    Object.entries(component(name).attributes).flatMap(([key, { refersTo }]) => (refersTo === 'media' ? [key] : [])),
  ]),
);
const attribute = /\s+([A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/y;

/** Where the parser found components, and nowhere else: what stands in code or in a comment is not one. */
function bodyEdits(body: string, { file, rename }: { file: string; rename: Rename }): Edit[] {
  const lines = lineStarts(body);
  const edits: Edit[] = [];
  for (const { component: name, line, column } of parseBody(body, { file }).body?.uses ?? []) {
    const keys = attributesOf.get(name)!;
    const start = (lines[line - 1] ?? 0) + column - 1;
    if (keys.length === 0 || !body.startsWith(`<${name}`, start)) continue;
    attribute.lastIndex = start + 1 + name.length;
    for (let found = attribute.exec(body); found; found = attribute.exec(body)) {
      const [whole, key = '', inDouble, inSingle] = found;
      const value = inDouble ?? inSingle;
      const next = value !== undefined && keys.includes(key) ? rename(value.replace(/\s+/g, ' ').trim()) : undefined;
      if (next === undefined) continue;
      const end = found.index + whole.length - 1;
      edits.push({ start: end - value!.length, end, text: next });
    }
  }
  return edits;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function applied(text: string, edits: readonly Edit[]): string {
  let done = text;
  for (const { start, end, text: next } of [...edits].sort((a, b) => b.start - a.start)) done = done.slice(0, start) + next + done.slice(end);
  return done;
}
