import type { Entry, EntryGroup } from '../graph/graph.ts';
import { frame } from './frame.ts';
import { guideCard, type GuideCard } from './guide-card.ts';
import type { Ways } from './near.ts';
import { onceASite } from './once-a-site.ts';
import { pagesOf, placeOf, type PagedGroup } from './paged.ts';
import { practiceLine, type PracticeLine } from './practice-line.ts';
import { written, type Written } from './quotation.ts';
import type { Params, Route } from './routes.ts';
import { inLanguage, localise, say, type Site } from './site.ts';
import { storyCard, type StoryCard } from './story-card.ts';
import type { BaseView, Crumb } from './view.ts';

/** So many that a page stays within one flight. */
const entriesAPage = 24;
/** So many that a new entry at the top moves only so many pages; search and the A–Z have the rest. */
const mostEntries = 240;

/** A page of the city in a list. */
export interface PageLine {
  href: string;
  title: Written;
  summary: Written;
}

/** Entries under a heading; all of one collection, as each has its own kind of row. */
export type FacetGroup = { id: string; label: string } & (
  | { of: 'stories'; items: StoryCard[] }
  | { of: 'guides'; items: GuideCard[] }
  | { of: 'practices'; items: PracticeLine[] }
  | { of: 'pages'; items: PageLine[] }
);

/** Everything for some readers, at a stage, on a topic, from a country …: a way in. */
export interface FacetListView<K extends string = string> extends BaseView<K> {
  title: string;
  lede: string;
  topic?: string;
  groups: FacetGroup[];
  /** Said where nothing is here, or nobody has told a story. */
  missing: string;
  near: Ways[];
  nearTitle: string;
  /** Said on the last page where there are more entries than are listed. */
  rest: string;
  which: string;
  previous?: string;
  next?: string;
}

type Listed = 'stories' | 'guides' | 'practices' | 'pages';
export interface FacetInput {
  /** The address without its language: `/for/student/`. */
  place: string;
  title: string;
  /** What the empty page says is missing; the title where left out. */
  label?: string;
  lede: string;
  section?: string;
  breadcrumb?: Crumb[];
  topic?: string;
  groups: { id: string; label: string; of: Listed; items: readonly EntryGroup[] }[];
  /** Whether a reader would expect stories here. */
  expectsStories?: boolean;
  near: Ways[];
}

interface Cut {
  pages: PagedGroup<EntryGroup>[][];
  /** How many entries are not listed. */
  rest: number;
}

/** The entries of all groups, cut into pages. */
function cut(groups: FacetInput['groups']): Cut {
  let left = mostEntries;
  const listed = groups.map((group) => {
    const items = group.items.slice(0, left);
    left -= items.length;
    return { ...group, items };
  });
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return { pages: pagesOf(listed, entriesAPage), rest: Math.max(0, count - mostEntries) };
}

function facetList<K extends string>(site: Site, kind: K, { lang, page }: { lang: string; page: number }, input: FacetInput & Cut): FacetListView<K> {
  const { pages, rest } = input;
  const which = pages.length > 1 ? say(site, lang, 'stories.page', { page, pages: pages.length }) : '';
  const home = `/${lang}${input.place}`;
  const label = input.label ?? input.title;
  const groups = pages[page - 1]!.map(({ id, items }) => {
    const { label: heading, of } = input.groups.find((group) => group.id === id)!;
    return { group: { id, label: heading, of, items: items.map((item) => itemOf[of](site, item, lang)) } as FacetGroup, items };
  });
  const stories = groups.flatMap(({ group }) => (group.of === 'stories' ? group.items : []));
  const empty = input.groups.every(({ items }) => items.length === 0);
  const base = frame(site, {
    kind,
    lang,
    place: placeOf(input.place, page),
    title: page === 1 ? input.title : `${input.title}, ${which}`,
    description: say(site, lang, 'way.description', { label: input.title, city: localise(site, site.graph.settings.site.city, lang) }),
    section: input.section ?? '',
    breadcrumb: input.breadcrumb ?? [],
    noindex: empty,
    pictures: stories.flatMap(({ pictures }) => pictures),
  });
  const silent = input.expectsStories && input.groups.every(({ of, items }) => of !== 'stories' || items.length === 0);
  return {
    ...base,
    title: input.title,
    lede: input.lede,
    ...(input.topic ? { topic: input.topic } : {}),
    groups: groups.map(({ group }) => group),
    missing: empty ? say(site, lang, 'way.empty', { label }) : silent ? say(site, lang, 'way.noStory', { label }) : '',
    near: input.near.filter(({ links }) => links.length > 0).map(({ title, links }) => ({ title, links: links.filter(({ href }) => href !== home) })),
    nearTitle: say(site, lang, 'way.near'),
    rest: rest > 0 && page === pages.length ? say(site, lang, 'way.rest', { count: rest }) : '',
    which,
    ...(page > 1 ? { previous: placeOf(home, page - 1) } : {}),
    ...(page < pages.length ? { next: placeOf(home, page + 1) } : {}),
  };
}

const itemOf: Record<Listed, (site: Site, group: EntryGroup, lang: string) => FacetGroup['items'][number]> = {
  stories: (site, group, lang) => storyCard(site, group as unknown as EntryGroup<'stories'>, lang),
  guides: (site, group, lang) => guideCard(group as unknown as EntryGroup<'guides'>, { site, lang, around: lang }),
  practices: (site, group, lang) => practiceLine(group as unknown as EntryGroup<'practices'>, { site, lang, around: lang }),
  pages: (_site, group, lang) => {
    const { data, lang: of } = inLanguage(group, lang) as Entry<'pages'>;
    return { href: `/${lang}/pages/${group.slug}/`, title: written(data.title, of, lang), summary: written(data.summary, of, lang) };
  },
};

/** The two routes of a way in: its first page, and the pages after it. */
export function facetRoutes<K extends string>(
  kind: K,
  pattern: string,
  { each, input }: { each: (site: Site) => Params[]; input: (reader: { site: Site; lang: string }, params: Params) => FacetInput },
): { route: Route<FacetListView<K>>; pageRoute: Route<FacetListView<K>> } {
  const known = onceASite(() => new Map<string, FacetInput & Cut>());
  /** What a list holds, worked out once for all its pages. */
  const inputOf = (site: Site, params: Params): FacetInput & Cut => {
    const key = Object.values(params).join(' ');
    const before = known(site).get(key);
    if (before) return before;
    const given = input({ site, lang: params['lang']! }, params);
    const made = { ...given, ...cut(given.groups) };
    known(site).set(key, made);
    return made;
  };
  return {
    route: {
      pattern,
      paths: (site) => site.languages.flatMap((lang) => each(site).map((params) => ({ lang, ...params }))),
      view: (site, params) => facetList(site, kind, { lang: params['lang']!, page: 1 }, inputOf(site, params)),
    },
    pageRoute: {
      pattern: `${pattern}/page/[page]`,
      paths: (site) =>
        each(site).flatMap((params) => {
          // How many pages there are does not depend on the language.
          const later = inputOf(site, { lang: site.languages[0]!, ...params }).pages.slice(1);
          return site.languages.flatMap((lang) => later.map((_, index) => ({ lang, ...params, page: String(index + 2) })));
        }),
      view: (site, { page, ...params }) => facetList(site, kind, { lang: params['lang']!, page: Number(page) }, inputOf(site, params as Params)),
    },
  };
}
