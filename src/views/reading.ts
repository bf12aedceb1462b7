import type { Site } from './site.ts';

/** For whom something is put into words. */
export interface Reading {
  site: Site;
  /** The language of the page: links stay in it. */
  lang: string;
  /** The language of the text around: words of the interface are in it. Another than the page's where an entry is shown in its original. */
  around: string;
}
