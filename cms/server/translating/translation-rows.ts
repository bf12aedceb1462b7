import { collections, isCollection, type Collection } from '../../../src/content-model/collections.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import { documentKey } from '../document.ts';
import type { Call } from '../protocol/action.ts';
import { textKind } from '../protocol/text-kind.ts';
import { kinds, mayWith, relations, type Role } from '../roles.ts';
import type { Draft } from '../store/store.ts';
import { entryText } from './entry-text.ts';
import { asEntry } from './original-text.ts';
import { cellOf, type TranslationCell, type TranslationRow } from './translation-cells.ts';

type Needs = Pick<Call, 'store' | 'mainContent' | 'rights' | 'person'>;

/** Whether a role may read every draft of a collection, whosever it is. */
const readsAll = (role: Role, collection: Collection): boolean =>
  kinds.every((kind) => relations.every((relation) => mayWith(role, 'read', { collection, kind, relation })));

/**
 * Whether somebody cannot be allowed to read a draft: it is another's, of an entry that another desk publishes, and theirs is a role of its own texts and
 * desks. Rights would say the same, after reading what is there of the entry: 8 ms each, where there may be hundreds.
 */
function isOfOthers({ owner, name }: Draft, graph: Graph, { id, role, desks }: Needs['person']): boolean {
  const collection = name.collection as Collection;
  const group = graph.groups[collection].get(name.slug) as EntryGroup | undefined;
  if (owner === id || !group || kinds.some((kind) => mayWith(role, 'read', { collection, kind, relation: 'other' }))) return false;
  const { data } = group.original;
  return !('desk' in data && data.desk !== undefined && desks.includes(data.desk));
}

/** The drafts of entries that somebody may read, by their documents. */
async function readableDrafts(graph: Graph, { store, rights, person }: Needs): Promise<ReadonlyMap<string, Draft>> {
  const drafts = (await store.drafts()).filter(({ name }) => isCollection(name.collection));
  const may = await Promise.all(
    drafts.map(async (draft) => {
      if (readsAll(person.role, draft.name.collection as Collection)) return true;
      return !isOfOthers(draft, graph, person) && rights.mayWith(person, 'read', await rights.standing(person, draft.name));
    }),
  );
  return new Map(drafts.filter((_, at) => may[at]).map((draft) => [documentKey(draft.name), draft]));
}

/** The published entries that somebody may know of: what readers see, and what they may read though readers do not see it. */
async function readableGroups(graph: Graph, { mainContent, rights, person }: Needs): Promise<EntryGroup[]> {
  const day = await mainContent.day();
  const groups = collections.flatMap((name) => [...graph.groups[name].values()] as unknown as EntryGroup[]);
  const may = await Promise.all(
    groups.map(async (group) => {
      if (isPublic(group, day) || readsAll(person.role, group.collection)) return true;
      const { collection, slug, original } = group;
      return rights.mayWith(person, 'read', await rights.standing(person, { collection, slug, lang: original.lang }));
    }),
  );
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
  const [drafts, groups, times] = await Promise.all([readableDrafts(graph, call), readableGroups(graph, call), call.store.changeTimes()]);
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
  const { rights, person, store } = call;
  const group = graph.groups[collection].get(slug) as EntryGroup | undefined;
  const languages = graph.settings.site.languages.map(({ id }) => id).filter((id) => graph.languages.includes(id));
  const found = await Promise.all(
    languages.map(async (lang) => {
      const name = { collection, lang, slug };
      const draft = await store.draft(name);
      if (!draft || readsAll(person.role, collection)) return draft;
      return (await rights.mayWith(person, 'read', await rights.standing(person, name))) ? draft : undefined;
    }),
  );
  const original = found.find((draft) => draft && textKind(draft.name, draft.text).kind === 'original');
  const originalLang = group?.original.lang ?? original?.name.lang;
  if (originalLang === undefined) return undefined;
  const day = await call.mainContent.day();
  const name = { collection, slug, lang: originalLang };
  if (group && !isPublic(group, day) && !(await rights.mayWith(person, 'read', await rights.standing(person, name)))) return undefined;
  const times = await store.changeTimes();
  const title = group?.original.data.title ?? (original && entryText(name, original)?.data['title']);
  const cells = languages.map((lang, at) => cellOf({ lang, group, originalLang, draft: found[at], times }));
  return { ...name, title: typeof title === 'string' ? title : slug, cells };
}
