import { z } from 'zod';
import { collections, type Collection } from '../../../src/content-model/collections.ts';
import type { Reference } from '../../../src/content-model/field.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { Draft, Status } from '../store/store.ts';
import { action, type Call } from './action.ts';
import { createFrontmatters } from './read-frontmatter.ts';

/** Something that a field can name. */
export interface ReferenceChoice {
  id: string;
  title: string;
  /** The language of the title, where it is not the working language. */
  lang?: string;
  /** Of entries that are not published yet. */
  state?: Status;
}
export type ReferenceLists = Readonly<Record<Reference, readonly ReferenceChoice[]>>;

const frontmatterOf = createFrontmatters();
const collators = new Map<string, Intl.Collator>();

function byTitle(lang: string) {
  const collator = collators.get(lang) ?? new Intl.Collator(lang, { numeric: true });
  collators.set(lang, collator);
  return (a: ReferenceChoice, b: ReferenceChoice) => collator.compare(a.title, b.title) || collator.compare(a.id, b.id);
}

/** Everything a field can name, titled in the working language where there is such a title, sorted as that language sorts. */
export const listReferences = action(
  z.object({ lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/) }),
  async ({ lang }, call): Promise<ReferenceLists> => {
    const { graph } = await call.mainContent.current();
    const drafts = await readableDrafts(call);
    const inOrder = byTitle(lang);
    const entries = await Promise.all(
      collections.map(async (collection) => [collection, (await entriesOf(collection, { lang, graph, drafts, call })).sort(inOrder)] as const),
    );
    return { ...(Object.fromEntries(entries) as Record<Collection, ReferenceChoice[]>), ...named(graph, lang, inOrder) };
  },
);

async function readableDrafts({ store, person, rights }: Call): Promise<Draft[]> {
  const drafts = (await store.drafts()).filter(({ name }) => isCollection(name.collection));
  const may = await Promise.all(drafts.map(async ({ name }) => rights.mayWith(person, 'read', await rights.standing(person, name))));
  return drafts.filter((_draft, at) => may[at]);
}

interface Sources {
  lang: string;
  graph: Graph | null;
  drafts: readonly Draft[];
  call: Call;
}

async function entriesOf(collection: Collection, { lang, graph, drafts, call }: Sources): Promise<ReferenceChoice[]> {
  const choices = new Map<string, ReferenceChoice>();
  const day = await call.mainContent.day();
  for (const group of (graph?.groups[collection].values() ?? []) as Iterable<EntryGroup>) {
    if (!isPublic(group, day) && !(await mayRead(group, call))) continue;
    const entry = group.byLanguage.get(lang) ?? group.original;
    choices.set(group.slug, choice(group.slug, entry.data.title, { lang, of: entry.parsed.lang }));
  }
  // Of drafts that are in no published entry: the one in the working language, else the original.
  const own = drafts.filter(({ name }) => name.collection === collection && !choices.has(name.slug));
  const rank = (draft: Draft) => (draft.name.lang === lang ? 0 : 'translates' in frontmatterOf(draft) ? 2 : 1);
  for (const draft of [...own].sort((a, b) => rank(a) - rank(b))) {
    const { slug, lang: of } = draft.name;
    const { title } = frontmatterOf(draft);
    if (!choices.has(slug)) choices.set(slug, { ...choice(slug, typeof title === 'string' ? title : slug, { lang, of }), state: draft.status });
  }
  return [...choices.values()];
}

const mayRead = async ({ collection, slug, original }: EntryGroup, { person, rights }: Call): Promise<boolean> =>
  rights.mayWith(person, 'read', await rights.standing(person, { collection, lang: original.lang, slug }));

const choice = (id: string, title: string, { lang, of }: { lang: string; of: string }): ReferenceChoice => ({
  id,
  title,
  ...(of !== lang && { lang: of }),
});

/** What settings and folders have. Its order says something, but for organisations and pictures. */
function named(graph: Graph | null, lang: string, inOrder: (a: ReferenceChoice, b: ReferenceChoice) => number): Omit<ReferenceLists, Collection> {
  if (!graph) return { audiences: [], topics: [], stages: [], organisations: [], desks: [], languages: [], media: [] };
  const { settings, media } = graph;
  const terms = (list: readonly { id: string; label: Readonly<Record<string, string>> }[]): ReferenceChoice[] =>
    list.map(({ id, label }) => {
      const of = label[lang] === undefined ? (Object.keys(label)[0] ?? lang) : lang;
      return choice(id, label[of] ?? id, { lang, of });
    });
  const names = (list: readonly { id: string; name: string }[]): ReferenceChoice[] => list.map(({ id, name }) => ({ id, title: name }));
  return {
    audiences: terms(settings.audiences),
    topics: terms(settings.topics),
    stages: terms(settings.stages),
    organisations: names(settings.organisations).sort(inOrder),
    desks: names(settings.desks).sort(inOrder),
    languages: names(settings.site.languages),
    media: [...media.keys()].map((name) => ({ id: name, title: name })).sort(inOrder),
  };
}
