import type { Entry } from '../graph/graph.ts';
import { feedPath, feedTitle, followedEntries, type Followed } from '../views/feed-links.ts';
import { modifiedOn } from '../views/modified.ts';
import { say, type Site } from '../views/site.ts';

/** A feed, before it is written in one format or the other. */
export interface Feed {
  title: string;
  lang: string;
  siteName: string;
  /** The page that lists the same. */
  home: string;
  atom: string;
  json: string;
  icon: string;
  /** The day on which the latest of its entries changed. */
  updated: string;
  items: FeedItem[];
}

export interface FeedItem {
  /** The address of the page, which is also its name for good. */
  url: string;
  title: string;
  /** The summary; of invented content it says so. */
  text: string;
  author: string;
  published: string;
  updated: string;
  collection: string;
  sample: boolean;
}

/** So many that a feed stays small; who follows one fetches it more often than thirty entries change. */
const most = 30;

/** Undefined where there is nothing to follow. */
export function feedOf(site: Site, lang: string, of: Followed): Feed | undefined {
  const entries = followedEntries(site, lang, of).slice(0, most);
  if (entries.length === 0) return undefined;
  const { origin, name } = site.graph.settings.site;
  const items = entries.map((entry) => itemOf(site, entry));
  return {
    title: feedTitle(site, lang, of),
    lang,
    siteName: name,
    // The pages of the city have no list of their own.
    home: `${origin}/${lang}/${of === 'all' || of === 'pages' ? '' : `${of}/`}`,
    atom: origin + feedPath(lang, of, 'xml'),
    json: origin + feedPath(lang, of, 'json'),
    icon: `${origin}/icon-192.png`,
    updated: items[0]!.updated,
    items,
  };
}

function itemOf(site: Site, entry: Entry): FeedItem {
  const { collection, slug, lang, data } = entry;
  const { origin, name } = site.graph.settings.site;
  const owner = 'owner' in data ? site.graph.settings.organisations.find(({ id }) => id === data.owner)?.name : undefined;
  const summary = 'summary' in data ? data.summary : data.title;
  const sample = 'sample' in data && data.sample;
  return {
    url: `${origin}/${lang}/${collection}/${slug}/`,
    title: 'person' in data ? `${data.person.name}: ${data.title}` : data.title,
    text: sample ? `${summary} ${say(site, lang, 'person' in data ? 'sample.person' : 'sample.entry')}` : summary,
    author: 'person' in data ? data.person.name : (owner ?? name),
    published: data.published,
    updated: modifiedOn(entry, site.day),
    collection,
    sample,
  };
}
