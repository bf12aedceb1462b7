import type { EntryName } from '../../../src/content-model/paths.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';
import { revisionOf } from '../../../src/graph/revision.ts';
import { parseBody, type Body } from '../../../src/mdx/body.ts';
import { parseFile } from '../../../src/mdx/entry.ts';
import { documentFile } from '../document.ts';

/** What a text says, whole or not: drafts lack fields and have wrong ones, and can be compared all the same. */
export interface EntryText {
  data: Record<string, unknown>;
  body: Body;
}

/** Texts that were read, by their path and revision: the same originals are looked at again and again. */
const known = new Map<string, EntryText | undefined>();
const most = 500;

/** Reads a text; undefined where its fields cannot be read at all. With a revision it is read once. */
export function entryText(name: EntryName, { text, revision }: { text: string; revision?: string }): EntryText | undefined {
  const key = revision && `${documentFile(name)} ${revision}`;
  if (key && known.has(key)) return known.get(key);
  const file = documentFile(name);
  const { frontmatter, body } = parseFile(text, file);
  const shown = body ?? parseBody('', { file }).body;
  const read = frontmatter && shown ? { data: frontmatter, body: shown } : undefined;
  if (!key) return read;
  if (known.size >= most) known.clear();
  known.set(key, read);
  return read;
}

/** What an original says, by field and section. */
export const revisionOfOriginal = ({ collection }: Pick<EntryName, 'collection'>, { data, body }: EntryText): Record<string, string> =>
  revisionOf(descriptionOf(collection, 'original'), data, body);

/** What a translation says of itself that it renders; only what is of the right form counts. */
export function renderedBy({ data }: EntryText | { data: Record<string, unknown> }): Record<string, string> {
  const said = data['revision'];
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return {};
  return Object.fromEntries(Object.entries(said).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

export type Equivalent = Record<string, { of: string; was: string[] }>;

/** Earlier wordings that an original says mean the same as its present ones. */
export function equivalentIn({ data }: { data: Record<string, unknown> }): Equivalent {
  const said = data['equivalent'];
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return {};
  const pairs = Object.entries(said as Record<string, Partial<Equivalent[string]> | null>).flatMap(([part, value]) =>
    typeof value?.of === 'string' && Array.isArray(value.was)
      ? [[part, { of: value.of, was: value.was.filter((hash) => typeof hash === 'string') }] as const]
      : [],
  );
  return Object.fromEntries(pairs);
}
