import { collections, isCollection, type Collection } from '../../../src/content-model/collections.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { documentKey } from '../document.ts';
import type { Call } from '../protocol/action.ts';
import { draftRights, readableDrafts, sightOf } from '../protocol/readable-entries.ts';
import { textKind } from '../protocol/text-kind.ts';
import type { Draft } from '../store/store.ts';
import { entryText } from './entry-text.ts';
import { asEntry } from './original-text.ts';
import { cellOf, type TranslationCell, type TranslationRow } from './translation-cells.ts';

type Needs = Pick<Call, 'store' | 'mainContent' | 'rights' | 'person'>;

/** The drafts of entries that somebody may read, by their documents. */
const draftsOf = async (call: Needs): Promise<ReadonlyMap<string, Draft>> =>
  new Map((await readableDrafts(call, ({ name }) => isCollection(name.collection))).map((draft) => [documentKey(draft.name), draft]));

/** The published entries that somebody may know of. */
async function groupsOf(graph: Graph, call: Needs): Promise<EntryGroup[]> {
  const sees = await sightOf(call);
  const groups = collections.flatMap((name) => [...graph.groups[name].values()] as unknown as EntryGroup[]);
  const may = await Promise.all(groups.map((group) => sees(group)));
  return groups.filter((_, at) => may[at]);
}

/** Originals that are only drafts yet, by collection and slug. */
function draftedOriginals(drafts: ReadonlyMap<string, Draft>, published: ReadonlySet<string>): Map<string, Draft> {
  const found = new Map<string, Draft>();
  for (const draft of drafts.values()) {
    const { collection, slug } = draft.name;
    const key = `${collection}/${slug}`;
    if (!published.has(key) && !found.has(key) && textKind(draft.name, draft.text).kind === 'original') found.set(key, draft);
  }
  return found;
}

/** Every entry in all languages of the site, as far as somebody may know of it: in the order of the collections, unsorted. */
export async function translationRows(call: Needs): Promise<{ languages: readonly { id: string; name: string }[]; rows: TranslationRow[] }> {
  const { graph } = await call.mainContent.current();
  if (!graph) return { languages: [], rows: [] };
  const [drafts, groups, times] = await Promise.all([draftsOf(call), groupsOf(graph, call), call.store.changeTimes()]);
  const languages = graph.settings.site.languages.filter(({ id }) => graph.languages.includes(id));
  const cells = (group: EntryGroup | undefined, { collection, slug, lang: originalLang }: Pick<TranslationRow, 'collection' | 'slug' | 'lang'>) =>
    languages.map(({ id: lang }): TranslationCell => {
      const draft = drafts.get(documentKey({ collection, lang, slug }));
      return cellOf({ lang, group, originalLang, draft, times });
    });
  const published = new Set(collections.flatMap((name) => [...graph.groups[name].keys()].map((slug) => `${name}/${slug}`)));
  const ofGroups = groups.map((group): TranslationRow => {
    const { collection, slug, original } = group;
    const of = { collection, slug, lang: original.lang };
    return { ...of, title: original.data.title, cells: cells(group, of) };
  });
  const ofDrafts = [...draftedOriginals(drafts, published).values()].map((draft): TranslationRow => {
    const of = asEntry(draft.name)!;
    const title = entryText(of, draft)?.data['title'];
    return { ...of, title: typeof title === 'string' && title.trim() ? title.trim() : of.slug, cells: cells(undefined, of) };
  });
  return { languages, rows: [...ofGroups, ...ofDrafts] };
}

/** The languages of one entry, for its page. Undefined where there is no such entry, or none that somebody may know of. */
export async function translationState(
  { collection, slug }: { collection: Collection; slug: string },
  call: Needs,
): Promise<TranslationRow | undefined> {
  const { graph } = await call.mainContent.current();
  if (!graph) return undefined;
  const { store } = call;
  const [may, sees] = await Promise.all([draftRights(call), sightOf(call)]);
  const group = graph.groups[collection].get(slug) as EntryGroup | undefined;
  const languages = graph.settings.site.languages.map(({ id }) => id).filter((id) => graph.languages.includes(id));
  const found = await Promise.all(
    languages.map(async (lang) => {
      const draft = await store.draft({ collection, lang, slug });
      return draft && (await may('read', draft)) ? draft : undefined;
    }),
  );
  const original = found.find((draft) => draft && textKind(draft.name, draft.text).kind === 'original');
  const originalLang = group?.original.lang ?? original?.name.lang;
  if (originalLang === undefined) return undefined;
  const name = { collection, slug, lang: originalLang };
  if (group && !(await sees(group))) return undefined;
  const times = await store.changeTimes();
  const title = group?.original.data.title ?? (original && entryText(name, original)?.data['title']);
  const cells = languages.map((lang, at) => cellOf({ lang, group, originalLang, draft: found[at], times }));
  return { ...name, title: typeof title === 'string' ? title : slug, cells };
}
