import type { Feed, FeedItem } from './feed.ts';
import { element } from './xml.ts';

/** RFC 3339; a day has no time of its own, so its first moment. */
export const momentOf = (day: string) => `${day}T00:00:00Z`;

/** A feed as Atom (RFC 4287). */
export function atom(feed: Feed): string {
  const root = element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang }, [
    element('id', {}, feed.atom),
    element('title', {}, feed.title),
    element('updated', {}, momentOf(feed.updated)),
    element('author', {}, [element('name', {}, feed.siteName)]),
    element('icon', {}, feed.icon),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.atom }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.home }),
    ...feed.items.map(entry),
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}

const entry = ({ url, title, text, author, published, updated, collection, sample }: FeedItem): string =>
  element('entry', {}, [
    element('id', {}, url),
    element('title', {}, title),
    element('published', {}, momentOf(published)),
    element('updated', {}, momentOf(updated)),
    element('author', {}, [element('name', {}, author)]),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    element('category', { term: collection }),
    ...(sample ? [element('category', { term: 'sample' })] : []),
    element('summary', {}, text),
  ]);
