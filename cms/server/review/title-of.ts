import { isCollection } from '../../../src/content-model/collections.ts';
import type { Reference } from '../../../src/content-model/field.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import type { DocumentName } from '../document.ts';
import type { StoredFile } from '../store/store.ts';
import { partsOfFile } from '../parts-of-file.ts';

/** A title as somebody wrote it, and the language it is in. */
export interface Title {
  text: string;
  lang: string;
}

/** Titles are read once: a revision never changes what it says. More than a city has drafts. */
const most = 20_000;
const known = new Map<string, string | undefined>();

/** The title that an entry's text gives itself; none where it has none yet, and of settings and interface texts. */
export function titleOfText({ collection, lang }: DocumentName, { text, revision, path }: StoredFile): Title | undefined {
  if (!isCollection(collection)) return undefined;
  if (!known.has(revision)) {
    if (known.size >= most) known.clear();
    const { title } = partsOfFile(text, path).fields;
    known.set(revision, typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined);
  }
  const title = known.get(revision);
  return title === undefined ? undefined : { text: title, lang };
}

export const groupOf = (graph: Graph | null, { collection, slug }: DocumentName): EntryGroup | undefined =>
  isCollection(collection) ? (graph?.groups[collection].get(slug) as EntryGroup | undefined) : undefined;

/** The title by which an entry is known on the site: in a language, or else its own. */
export function publishedTitle(graph: Graph | null, name: DocumentName): Title | undefined {
  const group = groupOf(graph, name);
  const entry = group?.byLanguage.get(name.lang) ?? group?.original;
  return entry && { text: entry.data.title, lang: entry.lang };
}

/** The name of anything that a field or component refers to, in a language where it has one. */
export function nameOfReference(graph: Graph | null, { refersTo, id, lang }: { refersTo: Reference; id: string; lang: string }): string | undefined {
  if (!graph || refersTo === 'media' || refersTo === 'languages') return undefined;
  if (isCollection(refersTo)) return publishedTitle(graph, { collection: refersTo, lang, slug: id })?.text;
  const found: { id: string; name?: string; label?: Record<string, string> } | undefined = graph.settings[refersTo].find((one) => one.id === id);
  return found?.name ?? found?.label?.[lang] ?? found?.label?.[graph.settings.site.defaultLanguage];
}
