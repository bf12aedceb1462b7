import type { Finding } from '../../content-model/problems.ts';
import type { PageFacts } from './page-facts.ts';
import type { Sitemap } from './sitemaps.ts';

/** A built site as the checks see it. */
export interface BuiltSite {
  /** Every page, by its file. */
  pages: ReadonlyMap<string, PageFacts>;
  /** Every file of the site, pages included. */
  files: ReadonlySet<string>;
  /** The languages of which there are pages. */
  languages: ReadonlySet<string>;
  /** The site's own address, https://welcome.city.example, as its pages give it. */
  origin: string | undefined;
  /** The most bytes a page may have, compressed. */
  budget: number;
  /** Bytes of scripts and style sheets, compressed, by file. */
  sizes: ReadonlyMap<string, number>;
  /** The files in which search engines read addresses. */
  sitemaps: readonly Sitemap[];
}

/** One rule about built pages. */
export type BuiltCheck = (page: PageFacts, site: BuiltSite) => Finding[];

/** One rule about the site as a whole. */
export type SiteCheck = (site: BuiltSite) => Finding[];

/** The address of a page's file: `nl/guides/index.html` → `/nl/guides/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** Where an address on a page leads: a file of this site and what follows `#`, another site, or something that is no place (mail, telephone). */
export type Target =
  { kind: 'site'; file: string; path: string; anchor: string | undefined } | { kind: 'elsewhere'; host: string } | { kind: 'other' };

const plainPath = /^\/(?!\/)[\w/-]*(?:\.\w+)?$/;
const onSite = (path: string, anchor: string | undefined): Target => ({
  kind: 'site',
  file: path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1),
  path,
  anchor,
});
const base = 'https://this-site.invalid';

export function targetOf(address: string, { file }: Pick<PageFacts, 'file'>, origin: string | undefined): Target {
  // Most addresses are plain paths; parsing them as a URL takes twenty times as long.
  if (plainPath.test(address)) return onSite(address, undefined);
  if (!URL.canParse(address, base + addressOf(file))) return { kind: 'other' };
  const url = new URL(address, base + addressOf(file));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { kind: 'other' };
  if (url.origin !== base && url.origin !== origin) return { kind: 'elsewhere', host: url.host };
  return onSite(decodedUri(url.pathname), url.hash.length > 1 ? decodedUri(url.hash.slice(1)) : undefined);
}

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The languages of a site's pages, by their folders. */
export const languagesOf = (files: Iterable<string>): Set<string> =>
  new Set([...files].flatMap((file) => (file.includes('/') ? [file.slice(0, file.indexOf('/'))] : [])));

const elsewhere = new WeakMap<BuiltSite, Set<string>>();
/** Languages to which pages offer a link, but of which there are none: each can be built and published by itself. */
export function builtElsewhere(site: BuiltSite): Set<string> {
  const known = elsewhere.get(site);
  if (known) return known;
  const offered = [...site.pages.values()].flatMap((page) => page.links.map(({ attributes }) => attributes['hreflang'] ?? ''));
  const missing = new Set(offered.filter((language) => language !== '' && !site.languages.has(language)));
  elsewhere.set(site, missing);
  return missing;
}

/** The site's own address, from the first page that gives its canonical one. */
export function originOf(pages: Iterable<PageFacts>): string | undefined {
  for (const { canonical } of pages) if (canonical && URL.canParse(canonical)) return new URL(canonical).origin;
  return undefined;
}
