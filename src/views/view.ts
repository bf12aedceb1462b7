import type { Collection } from '../content-model/collections.ts';
import type { Facets } from '../content-model/facets.ts';
import type { Chrome } from './chrome.ts';
import type { FeedLink } from './feed-links.ts';
import type { WayLink } from './near.ts';
import type { PictureUse } from './pictures.ts';
import type { StructuredData } from './structured-data.ts';

/** What stands in the head of a page. */
export interface Head {
  title: string;
  description: string;
  canonical: string;
  /** Only versions that really exist; with `x-default` where there are several. */
  alternates: { hreflang: string; href: string }[];
  noindex: boolean;
  openGraph: { type: 'website' | 'article'; locale: string; image?: { url: string; width: number; height: number; alt: string } };
  /** JSON-LD; pages that search engines leave out have none. */
  structuredData?: StructuredData;
  feeds: FeedLink[];
  /** Whether the page leads to the web manifest. */
  manifest: boolean;
}

/** One way up, as shown above the title. */
export interface Crumb {
  label: string;
  href?: string;
  /** Where the label is in another language than the page. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The same page in another language; none where it does not exist there. */
export interface LanguageLink {
  lang: string;
  dir: 'ltr' | 'rtl';
  name: string;
  href: string;
  current: boolean;
  /** False where the entry does not exist in that language: the link leads to that language's home. */
  exists: boolean;
}

/** What search shows of a page and narrows it down by, beside its text. */
export interface SearchRecord {
  collection: Collection;
  title: string;
  summary: string;
  /** From the model: every field marked as a facet. */
  facets: Facets;
  /** By what else it is found, beside its text: the words its editors added, the name of its country. */
  words: string;
}

/** What every view has. `K` is the name of its route. */
export interface BaseView<K extends string = string> {
  kind: K;
  path: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  chrome: Chrome;
  head: Head;
  /** Which link of the navigation is this page’s. */
  section: string;
  breadcrumb: Crumb[];
  languages: LanguageLink[];
  /** The pictures the page needs; the release makes them. */
  pictures: PictureUse[];
  /** Ways onward from an entry. */
  onward?: WayLink[];
  /** How search knows the page; lists, choosers, and entries shown in another language than the page's are left out of it. */
  search?: SearchRecord;
  /** The day on which the entry of the page last changed its meaning. */
  modified?: string;
}
