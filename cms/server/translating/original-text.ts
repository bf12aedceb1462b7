import { isCollection } from '../../../src/content-model/collections.ts';
import type { EntryName } from '../../../src/content-model/paths.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import type { Call } from '../protocol/action.ts';
import { sightOf } from '../protocol/readable-entries.ts';
import { textKind } from '../protocol/text-kind.ts';
import type { StoredFile } from '../store/store.ts';

/** An original as it is now: what is published, or its draft as long as nothing is. */
export interface OriginalText extends StoredFile {
  name: EntryName;
  published: boolean;
}

type Needs = Pick<Call, 'store'>;

/** The name of a document, where it is an entry. */
export const asEntry = ({ collection, lang, slug }: DocumentName): EntryName | undefined =>
  isCollection(collection) ? { collection, lang, slug } : undefined;

/** The original in a language: published, or else its draft. */
async function originalIn(name: EntryName, { store }: Needs): Promise<OriginalText | undefined> {
  const [published] = await store.read([documentFile(name)]);
  const found = published ?? (await store.draft(name));
  if (!found || textKind(name, found.text).kind !== 'original') return undefined;
  const { path, text, revision } = found;
  return { name, path, text, revision, published: published !== undefined };
}

/** The original that a text says it translates; undefined where the text is none of a translation, or its original is gone. */
export async function originalOfText(name: DocumentName, text: string, call: Needs): Promise<OriginalText | undefined> {
  const entry = asEntry(name);
  const { kind, translates } = textKind(name, text);
  if (!entry || kind !== 'translation' || translates === undefined) return undefined;
  const source = documentName(documentFile({ ...entry, lang: translates }));
  return source && originalIn({ ...entry, lang: translates }, call);
}

/** The revision of the original's file of a translation, for whoever opens it; undefined where there is none. */
export async function originalRevision(name: DocumentName, text: string, call: Needs): Promise<string | undefined> {
  return (await originalOfText(name, text, call))?.revision;
}

/** The original of an entry, whatever its language: the published one, else a draft in one of the languages of the site. */
export async function originalOfEntry(
  { collection, slug }: Pick<EntryName, 'collection' | 'slug'>,
  { store, mainContent }: Pick<Call, 'store' | 'mainContent'>,
): Promise<OriginalText | undefined> {
  const { graph } = await mainContent.current();
  const group = graph?.groups[collection].get(slug) as EntryGroup | undefined;
  if (group) return originalIn({ collection, slug, lang: group.original.lang }, { store });
  for (const { id: lang } of graph?.settings.site.languages ?? []) {
    const found = await originalIn({ collection, slug, lang }, { store });
    if (found) return found;
  }
  return undefined;
}

/** Of an original that readers do not see, the shape of its translation would tell what is in it: for whoever may not read it there is none. */
export async function readableOriginal(
  original: OriginalText | undefined,
  call: Pick<Call, 'mainContent' | 'rights' | 'person'>,
): Promise<OriginalText | undefined> {
  if (!original) return undefined;
  const { mainContent, rights, person } = call;
  const { collection, slug } = original.name;
  const group = (await mainContent.current()).graph?.groups[collection].get(slug) as EntryGroup | undefined;
  if (original.published && group && (await (await sightOf(call))(group))) return original;
  return (await rights.mayWith(person, 'read', await rights.standing(person, original.name))) ? original : undefined;
}
