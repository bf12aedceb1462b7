import { feedPath, followed } from '../views/feed-links.ts';
import type { Site } from '../views/site.ts';
import { atom } from './atom.ts';
import { feedOf } from './feed.ts';
import { jsonFeed } from './json-feed.ts';

/** Every feed of the site by its file: of everything and of each collection, in each language, in both formats. */
export function feedFiles(site: Site): Map<string, string> {
  const files = new Map<string, string>();
  for (const lang of site.languages)
    for (const of of followed) {
      const feed = feedOf(site, lang, of);
      if (!feed) continue;
      files.set(feedPath(lang, of, 'xml').slice(1), atom(feed));
      files.set(feedPath(lang, of, 'json').slice(1), jsonFeed(feed));
    }
  return files;
}
