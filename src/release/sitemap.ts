import sitemap from '@astrojs/sitemap';
import type { AstroIntegrationLogger } from 'astro';
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pruneCache } from './prune-cache.ts';
import type { BaseView } from '../views/view.ts';

/** A page as the sitemap lists it. */
export interface SitemapPage {
  url: string;
  lang: string;
  /** The same page in other languages, and itself. */
  links: { lang: string; url: string }[];
  /** The day of its content's last change, where it shows an entry. */
  lastmod?: string;
}

/** What the sitemap says of a page; nothing of one that search engines leave out. */
export function sitemapPage({ head, lang, modified }: BaseView): SitemapPage[] {
  if (head.noindex) return [];
  const links = head.alternates.map(({ hreflang, href }) => ({ lang: hreflang, url: href }));
  return [{ url: head.canonical, lang, links, ...(modified ? { lastmod: modified } : {}) }];
}

/** How many earlier sitemaps of a language are kept, so that going back costs nothing. */
const kept = 4;
const indexName = 'sitemap-index.xml';

/**
 * The sitemap's files by their names, from `@astrojs/sitemap`: for each language one per 45,000 pages, and an index of all. They lie in the cache
 * by what they were made from: made again, in a second for 10,000 pages, only in a language where a page came, went or changed its day.
 */
export async function sitemapFiles(origin: string, pages: readonly SitemapPage[], cache: string): Promise<Map<string, string>> {
  if (!URL.canParse(origin)) return new Map();
  const files = new Map<string, string>();
  const indexes: string[] = [];
  for (const [lang, own] of Map.groupBy(pages, (page) => page.lang)) {
    const folder = await sitemapOf(lang, { origin, pages: own, home: join(cache, 'sitemap') });
    for (const name of (await readdir(folder)).sort()) {
      const text = await readFile(join(folder, name), 'utf8');
      if (name === indexName) indexes.push(text);
      else files.set(name, text);
    }
  }
  const [first] = indexes;
  const listed = /(?<=<sitemapindex[^>]*>).*(?=<\/sitemapindex>)/s;
  if (first) files.set(indexName, first.replace(listed, indexes.map((index) => listed.exec(index)![0]).join('')));
  return files;
}

interface Language {
  origin: string;
  pages: readonly SitemapPage[];
  /** Where made sitemaps lie. */
  home: string;
}

/** The folder with the sitemap of one language and an index of its files. */
async function sitemapOf(lang: string, { origin, pages, home }: Language): Promise<string> {
  const folder = join(home, `${lang}-${hash('sha256', JSON.stringify([origin, pages]), 'hex').slice(0, 24)}`);
  if (existsSync(folder)) {
    const now = new Date();
    await utimes(folder, now, now);
    return folder;
  }
  const temporary = `${folder}.${process.pid}`;
  await mkdir(temporary, { recursive: true });
  await generate(origin, pages, temporary);
  await rename(temporary, folder).catch(() => rm(temporary, { recursive: true, force: true }));
  await pruneCache(home, `${lang}-`, kept);
  return folder;
}

/** Calls the hooks of the integration as Astro does at the end of a build, with our pages: neither way of building lists them as the other would. */
async function generate(origin: string, pages: readonly SitemapPage[], folder: string): Promise<void> {
  // The integration writes hosts as browsers do: in small letters, in Punycode.
  const byUrl = new Map(pages.map((page) => [new URL(page.url).href, page]));
  const { hooks } = sitemap({
    // The integration reads a day as its first moment in UTC.
    serialize: (item) => {
      const { links, lastmod } = byUrl.get(item.url)!;
      return { ...item, ...(links.length > 0 ? { links } : {}), ...(lastmod ? { lastmod } : {}) };
    },
    chunks: { [pages[0]!.lang]: (item) => item },
    namespaces: { news: false, image: false, video: false },
  });
  const config = { site: origin, base: '/', trailingSlash: 'always', build: { format: 'directory' } };
  const call = hooks as Record<string, (input: object) => Promise<void> | void>;
  await call['astro:config:done']!({ config });
  await call['astro:routes:resolved']!({ routes: [] });
  const paths = [...byUrl.keys()].map((url) => ({ pathname: new URL(url).pathname.slice(1) }));
  await call['astro:build:done']!({ dir: pathToFileURL(`${folder}/`), pages: paths, logger });
}

/** What the integration warns of means that there is no sitemap. */
const fail = (message: string) => {
  throw new Error(`The sitemap cannot be made: ${message}`);
};
const logger: Pick<AstroIntegrationLogger, 'info' | 'warn' | 'error'> = { info: () => undefined, warn: fail, error: fail };
