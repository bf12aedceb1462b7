import { collections, isCollection, type Collection } from '../../../src/content-model/collections.ts';
import type { EntryName } from '../../../src/content-model/paths.ts';
import type { Content } from '../../../src/graph/content.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import type { EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { indexGraph } from '../../../src/graph/index-graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import { descriptionOf, parseText, type Parsed } from '../../../src/graph/parse.ts';
import { parseFile } from '../../../src/mdx/entry.ts';
import type { RouteName } from '../../../src/views/routes.ts';
import { inLanguage } from '../../../src/views/site.ts';
import { knownIn } from '../checks/check-document.ts';
import { settingsDescription } from '../checks/settings-description.ts';
import { wholeDocument } from '../checks/whole-document.ts';
import { documentFile, type DocumentName } from '../document.ts';
import type { Draft } from '../store/store.ts';
import { dayOfPreview, shownOn } from './day-of-preview.ts';
import { standInsShown, type Typed } from './stand-ins-shown.ts';

/** A text in the place of what is published, with everything that a page of it is made from. */
export interface Proposed {
  graph: Graph;
  day: string;
  route: RouteName;
  /** Undefined for the home page. */
  slug?: string;
  /** The languages in which the entry really exists. */
  existsIn: readonly string[];
  /** Where a document has no page of its own: the title of the page that shows it. */
  instead?: string;
  /** The text itself cannot be read as it is: its page has everything else. */
  withoutText?: boolean;
}

/** Why there is no page: it cannot be read; it is a translation of something that is not there; it is a fact that no page shows. */
export type NoPage = 'unreadable' | 'without-original' | 'unused';

export interface ToPropose {
  now: Content;
  graph: Graph;
  name: DocumentName;
  text: string;
  /** Drafts of the same entry in other languages: shown where nothing is published. */
  drafts: readonly Draft[];
  /** Pictures of drafts, by path from `media/`. */
  media: ReadonlyMap<string, MediaFile>;
  /** Leaves out what is published of the entry in other languages. */
  withoutPublished?: boolean | undefined;
  day: string;
}

const routeOf = { stories: 'story', guides: 'guide', pages: 'page', practices: 'practice' } as const satisfies Partial<Record<Collection, RouteName>>;

/** An unfinished text as if it were whole. */
function wholeText({ now, name, text, day }: Pick<ToPropose, 'now' | 'name' | 'text' | 'day'>): Parsed {
  const file = documentFile(name);
  const published = now.parsed.get(file);
  if (published && now.source.texts.get(file) === text) return published;
  const whole = wholeDocument({ name, text, parsed: parseText(file, text), published, known: knownIn(now, name) });
  return whole.standIns.length === 0 ? whole.parsed : standInsShown(whole, { day, ...typedFields(name, text) });
}

function typedFields({ collection, ...name }: DocumentName, text: string): Pick<Typed, 'fields' | 'node'> {
  if (!isCollection(collection)) return { fields: undefined, node: settingsDescription(name.slug) };
  const { frontmatter } = parseFile(text, documentFile({ collection, ...name }));
  return { fields: frontmatter, node: descriptionOf(collection, frontmatter && 'translates' in frontmatter ? 'translation' : 'original') };
}

/**
 * The graph with an entry in place of what is published of it. Only this one is joined anew: to `indexGraph` it is given alone, with settings and interface
 * texts, and put where it belongs in the graph that is there. At 10,000 entries that takes 1 ms instead of 45.
 */
function proposedEntry(given: ToPropose): Proposed | NoPage {
  const { now, graph, name, drafts, media, withoutPublished, day } = given;
  const { collection, lang, slug } = name as EntryName;
  const own = wholeText(given);
  if (own.kind !== 'entry' || !own.entry || !graph.languages.includes(lang)) return 'unreadable';

  const versions = new Map<string, Parsed>([[documentFile(name), own]]);
  for (const other of graph.languages.filter((language) => language !== lang)) {
    const file = documentFile({ collection, lang: other, slug });
    const published = withoutPublished ? undefined : now.parsed.get(file);
    const draft = drafts.find((one) => one.path === file);
    if (published) versions.set(file, published);
    else if (draft) versions.set(file, wholeText({ now, name: draft.name, text: draft.text, day }));
  }
  const joined = indexGraph(new Map([...notEntries(now), ...versions]), media).graph;
  const group = joined?.groups[collection].get(slug) as EntryGroup | undefined;
  if (!group) return 'without-original';

  if (collection === 'facts') return pageWithFact(given, group);
  const onDay = dayOfPreview(group, day);
  return {
    graph: {
      ...graph,
      media: new Map([...graph.media, ...media]),
      groups: withGroup(onDay === day ? graph.groups : publicGroups(graph, day), shownOn(group, onDay)),
    },
    day: onDay,
    route: routeOf[collection],
    slug,
    existsIn: [...group.byLanguage.keys()],
    withoutText: isWithoutText(own, given),
  };
}

/** A mistake in the markup of a text can make all of it unreadable. It is read once more only where there is one. */
const isWithoutText = ({ findings }: Parsed, { name, text }: ToPropose): boolean =>
  findings.some(({ check, severity }) => check === 'safe-mdx' && severity === 'error') && parseFile(text, documentFile(name)).body === null;

const settingsAndStrings = new WeakMap<Content, ReadonlyMap<string, Parsed>>();
function notEntries(content: Content): ReadonlyMap<string, Parsed> {
  const found = settingsAndStrings.get(content) ?? new Map([...content.parsed].filter(([, { kind }]) => kind === 'settings' || kind === 'strings'));
  settingsAndStrings.set(content, found);
  return found;
}

/** Of other entries a preview of another day shows what readers see today: not what will only be published by then, nor what was taken back since. */
function publicGroups(graph: Graph, day: string): Graph['groups'] {
  const groups = collections.map((name) => {
    const all = [...(graph.groups[name] as ReadonlyMap<string, EntryGroup>)];
    return [name, new Map(all.filter(([, group]) => isPublic(group, day)))];
  });
  return Object.fromEntries(groups) as unknown as Graph['groups'];
}

const withGroup = (groups: Graph['groups'], group: EntryGroup): Graph['groups'] => ({
  ...groups,
  [group.collection]: new Map(groups[group.collection] as ReadonlyMap<string, EntryGroup>).set(group.slug, group),
});

/** A fact has no page of its own: the first that shows it stands for all. */
function pageWithFact({ graph, name, day }: ToPropose, fact: EntryGroup): Proposed | NoPage {
  const groups = graph.groups as unknown as Readonly<Record<Collection, ReadonlyMap<string, EntryGroup>>>;
  const showing = (graph.backlinks.get(`facts/${fact.slug}`) ?? [])
    .filter(({ collection }) => collection !== 'facts')
    .flatMap(({ collection, slug }) => groups[collection].get(slug) ?? [])
    .filter((group) => isPublic(group, day))
    .sort((a, b) => collections.indexOf(a.collection) - collections.indexOf(b.collection));
  const [first] = showing;
  if (!first) return 'unused';
  return {
    graph: { ...graph, groups: withGroup(graph.groups, fact) },
    day: dayOfPreview(fact, day),
    route: routeOf[first.collection as keyof typeof routeOf],
    slug: first.slug,
    existsIn: [...fact.byLanguage.keys()],
    instead: inLanguage(first, name.lang).data.title,
  };
}

/** The graph with other settings or interface texts, which every page shows: the home page stands for all. */
function proposedForAll(given: ToPropose): Proposed | NoPage {
  const { now, name, day } = given;
  const own = wholeText(given);
  const { graph } = indexGraph(new Map([...now.parsed, [documentFile(name), own]]), now.source.media);
  return graph ? { graph, day, route: 'home', existsIn: graph.languages } : 'unreadable';
}

export const propose = (given: ToPropose): Proposed | NoPage => (isCollection(given.name.collection) ? proposedEntry(given) : proposedForAll(given));
