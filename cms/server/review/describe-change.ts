import { isCollection } from '../../../src/content-model/collections.ts';
import type { FieldNode } from '../../../src/content-model/describe.ts';
import { stringKeys } from '../../../src/content-model/string-keys.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { parseYaml } from '../../../src/mdx/yaml.ts';
import { settingsDescription } from '../checks/settings-description.ts';
import { documentFile, type DocumentName } from '../document.ts';
import type { ChangeWords } from './change-words.ts';
import { describeBody, type BlockChange } from './describe-body.ts';
import { describeGroup, describeValue, type FieldChange } from './describe-fields.ts';
import { readersBlocks } from './readers-blocks.ts';
import { partsOfFile } from '../parts-of-file.ts';

/** What one version of a document is beside another, told without markup. */
export interface Change {
  fields: readonly FieldChange[];
  /** The whole text, with what became of each part of it. */
  body: readonly BlockChange[];
}

export interface Versions {
  name: DocumentName;
  /** Null where there was nothing. */
  before: string | null;
  after: string;
  words: ChangeWords;
}

/** What the editor writes by itself, and nobody reads. */
const kept = new Set(['revision', 'equivalent', '_revision']);

/** The difference between two versions of a document in the words of people: fields by their labels, the text paragraph by paragraph. */
export function describeChange({ name, before, after, words }: Versions): Change {
  const file = documentFile(name);
  if (!isCollection(name.collection)) return { fields: describeYaml({ name, before, after, words }), body: [] };
  const [was, is] = [before === null ? undefined : partsOfFile(before, file), partsOfFile(after, file)];
  const kind = 'translates' in is.fields ? 'translation' : 'original';
  const node: FieldNode = withOriginals(descriptionOf(name.collection, kind), descriptionOf(name.collection, 'original'));
  const place = { node, labels: [], words };
  return {
    fields: describeGroup(shown(was?.fields ?? {}), shown(is.fields), place),
    body: describeBody(was ? readersBlocks(was.body, { file, words }) : [], readersBlocks(is.body, { file, words })),
  };
}

/** Whether anything in it would be seen by a reader, or answered for by an editor. */
export const isChange = ({ fields, body }: Change): boolean => fields.length > 0 || body.some(({ kind }) => kind !== 'same');

const shown = (fields: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(fields).filter(([name]) => !kept.has(name)));

/** A translation describes the fields it translates less well than its original does. */
const withOriginals = (node: FieldNode, original: FieldNode): FieldNode => ({ ...node, properties: { ...node.properties, ...original.properties } });

function describeYaml({ name, before, after, words }: Versions): FieldChange[] {
  const file = documentFile(name);
  const valueOf = (text: string | null) => (text === null ? undefined : parseYaml(text, file).value);
  const isStrings = name.collection === 'strings';
  const node = isStrings ? stringsNode : settingsDescription(name.slug);
  const is = valueOf(after);
  // Of a file that is new, each field is.
  const was = valueOf(before) ?? (Array.isArray(is) ? [] : {});
  return describeValue(was, is, { node, labels: [], words });
}

const stringsNode: FieldNode = { type: 'object', properties: Object.fromEntries(Object.entries(stringKeys).map(([key, label]) => [key, { label }])) };
