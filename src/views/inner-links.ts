import { isCollection } from '../content-model/collections.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { find, inLanguage, type Site } from './site.ts';

const lists = new Set(['stories', 'guides', 'practices']);
const address = /^\/([a-z]+)\/(?:([^/#]+)\/?)?(#.+)?$/;
// No component stands in a link, so a link never runs past the piece of HTML in which it begins; links hold no links.
const link = /<a href="(\/[^"]*)"[^>]*>([\s\S]*?)<\/a>/g;

/** Leads the links to pages of this site into a language. A link to what readers cannot see keeps its words and is no link. */
export const leadLinks = (html: string, { site, lang }: { site: Site; lang: string }): string =>
  html.includes('<a href="/')
    ? html.replace(link, (whole, href: string, words: string) => {
        const to = innerAddress(href, { site, lang });
        return to === undefined ? words : whole.replace(`href="${href}"`, `href="${to}"`);
      })
    : html;

/** `/guides/register/#cost` → `/nl/guides/register/#cost`; earlier addresses become the present ones; undefined where nothing public is there. */
function innerAddress(href: string, { site, lang }: { site: Site; lang: string }): string | undefined {
  if (href === '/') return `/${lang}/`;
  const [, collection = '', slug, anchor = ''] = address.exec(href) ?? [];
  if (!isCollection(collection) || collection === 'facts') return undefined;
  if (slug === undefined) return lists.has(collection) ? `/${lang}/${collection}/${anchor}` : undefined;
  const present = find(site, collection, slug) ? slug : site.graph.aliases.get(`${collection}/${slug}`);
  const group = present === undefined ? undefined : (find(site, collection, present) as EntryGroup | undefined);
  if (!group) return undefined;
  return `/${lang}/${collection}/${group.slug}/${anchorIn(group, anchor, lang)}`;
}

/** Headings have their id in the words of each language: the section at the same place, or the page itself where this version has it not. */
function anchorIn(group: EntryGroup, anchor: string, lang: string): string {
  const ids = (version: EntryGroup['original']) => version.body.sections.map(({ id }) => `#${id}`);
  const shown = ids(inLanguage(group, lang));
  if (anchor === '' || shown.includes(anchor)) return anchor;
  const others = [...group.byLanguage.values()].map((version) => ids(version).indexOf(anchor)).filter((place) => place >= 0);
  return others.length > 0 ? (shown[others[0]!] ?? '') : anchor;
}
