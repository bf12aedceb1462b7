import type { Chrome } from './chrome.ts';
import type { PictureUse } from './pictures.ts';

/** What stands in the head of a page. */
export interface Head {
  title: string;
  description: string;
  canonical: string;
  /** Only versions that really exist; with `x-default` where there are several. */
  alternates: { hreflang: string; href: string }[];
  noindex: boolean;
  openGraph: { type: 'website' | 'article'; locale: string; image?: { url: string; width: number; height: number; alt: string } };
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
  /** Left out of search: lists, choosers, and entries shown in another language than the page's. */
  searchable: boolean;
}
