import { feedFiles } from '../feeds/feed-files.ts';
import type { Site } from '../views/site.ts';
import { securityTxt } from './security-txt.ts';
import { sitemapFiles, type SitemapPage } from './sitemap.ts';
import { webManifest } from './web-manifest.ts';

/** Files for machines that read the site: feeds, sitemaps, robots.txt, security.txt and the web manifest. `cache` is where made sitemaps stay. */
export async function metadataFiles(site: Site, pages: readonly SitemapPage[], cache: string): Promise<Map<string, string>> {
  const { origin } = site.graph.settings.site;
  const security = securityTxt(site);
  const sitemap = await sitemapFiles(origin, pages, cache);
  return new Map([
    ...feedFiles(site),
    ...sitemap,
    ['robots.txt', `User-agent: *\nAllow: /\n${sitemap.has('sitemap-index.xml') ? `\nSitemap: ${origin}/sitemap-index.xml\n` : ''}`],
    ['manifest.webmanifest', webManifest(site)],
    ...(security ? [['.well-known/security.txt', security] as const] : []),
  ]);
}
