import { z } from 'zod';
import { collections, isCollection, type Collection } from '../../../src/content-model/collections.ts';
import type { Reference } from '../../../src/content-model/field.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { collatorFor } from '../collator.ts';
import type { Draft, Status } from '../store/store.ts';
import { action } from './action.ts';
import { createFrontmatters } from './read-frontmatter.ts';
import { readableDrafts, sightOf, type Sight } from './readable-entries.ts';

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

function byTitle(lang: string) {
  const { compare } = collatorFor(lang);
  return (a: ReferenceChoice, b: ReferenceChoice) => compare(a.title, b.title) || compare(a.id, b.id);
}

/** Everything a field can name, titled in the working language where there is such a title, sorted as that language sorts. */
export const listReferences = action(
  z.object({
    lang: z
      .string()
      .max(40)
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  }),
  async ({ lang }, call): Promise<ReferenceLists> => {
    const { graph } = await call.mainContent.current();
    const [drafts, sees] = await Promise.all([readableDrafts(call, ({ name }) => isCollection(name.collection)), sightOf(call)]);
    const inOrder = byTitle(lang);
    const entries = await Promise.all(
      collections.map(async (collection) => [collection, (await entriesOf(collection, { lang, graph, drafts, sees })).sort(inOrder)] as const),
    );
    return { ...(Object.fromEntries(entries) as Record<Collection, ReferenceChoice[]>), ...named(graph, lang, inOrder) };
  },
);

interface Sources {
  lang: string;
  graph: Graph | null;
  drafts: readonly Draft[];
  sees: Sight;
}

async function entriesOf(collection: Collection, { lang, graph, drafts, sees }: Sources): Promise<ReferenceChoice[]> {
  const choices = new Map<string, ReferenceChoice>();
  for (const group of (graph?.groups[collection].values() ?? []) as Iterable<EntryGroup>) {
    if (!(await sees(group))) continue;
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
