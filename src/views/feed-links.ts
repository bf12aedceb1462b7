import type { Collection } from '../content-model/collections.ts';
import type { Entry } from '../graph/graph.ts';
import { modifiedOn } from './modified.ts';
import { onceASite } from './once-a-site.ts';
import { say, type Site } from './site.ts';

/** What can be followed: a collection that has pages, or everything. */
export const followed = ['all', 'stories', 'guides', 'pages', 'practices'] as const satisfies readonly (Collection | 'all')[];
export type Followed = (typeof followed)[number];

/** A feed that programs which follow sites find in the head of a page. */
export interface FeedLink {
  type: string;
  title: string;
  href: string;
}

/** Kinds of pages that lead to a feed, and to which; not entries, where every byte counts. */
const leads: Partial<Record<string, Followed>> = {
  home: 'all',
  changes: 'all',
  about: 'all',
  stories: 'stories',
  guides: 'guides',
  practices: 'practices',
};
/** Whether a page is one of those that readers come back to: home and lists. */
export const isLeading = (kind: string): boolean => kind in leads;

export const feedPath = (lang: string, of: Followed, format: 'xml' | 'json') => `/${lang}/${of === 'all' ? '' : `${of}/`}feed.${format}`;

const titleKeys = { stories: 'stories.title', guides: 'guides.title', practices: 'practices.title', pages: 'way.pages' } as const;
export function feedTitle(site: Site, lang: string, of: Followed): string {
  const { name } = site.graph.settings.site;
  return of === 'all' ? name : say(site, lang, 'head.title', { title: say(site, lang, titleKeys[of]), site: name });
}

const known = onceASite(() => new Map<string, readonly Entry[]>());
/** What a feed may hold: entries that really exist in the language, last changed first. Worked out once for all pages of a language. */
export function followedEntries(site: Site, lang: string, of: Followed): readonly Entry[] {
  const made = known(site);
  const key = `${lang} ${of}`;
  const before = made.get(key);
  if (before) return before;
  const entries = [...site.published]
    .filter(({ collection }) => collection !== 'facts' && (of === 'all' || collection === of))
    .flatMap((group) => group.byLanguage.get(lang) ?? [])
    .map((entry) => ({ entry, on: modifiedOn(entry, site.day), address: `${entry.collection}/${entry.slug}` }))
    .sort((a, b) => compare(b.on, a.on) || compare(b.entry.data.published, a.entry.data.published) || compare(a.address, b.address))
    .map(({ entry }) => entry);
  made.set(key, entries);
  return entries;
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The feeds that a page leads to; a feed with nothing in it is not made. */
export function feedLinks(site: Site, lang: string, kind: string): FeedLink[] {
  const of = leads[kind];
  if (!of || followedEntries(site, lang, of).length === 0) return [];
  const title = feedTitle(site, lang, of);
  return [
    { type: 'application/atom+xml', title, href: feedPath(lang, of, 'xml') },
    { type: 'application/feed+json', title, href: feedPath(lang, of, 'json') },
  ];
}
