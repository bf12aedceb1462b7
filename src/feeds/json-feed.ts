import { momentOf } from './atom.ts';
import type { Feed } from './feed.ts';
import { plainText } from './plain-text.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, lang, siteName, home, json, icon, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: plainText(title),
    home_page_url: home,
    feed_url: json,
    icon,
    authors: [{ name: plainText(siteName) }],
    language: lang,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: plainText(item.title),
      content_text: plainText(item.text),
      date_published: momentOf(item.published),
      date_modified: momentOf(item.updated),
      authors: [{ name: plainText(item.author) }],
      tags: [item.collection, ...(item.sample ? ['sample'] : [])],
    })),
  };
  return `${JSON.stringify(feed)}\n`;
}
