import type { Finding } from '../../content-model/problems.ts';
import { builtElsewhere, targetOf, type BuiltSite, type SiteCheck } from './built-site.ts';

/** A file in which search engines read addresses. */
export interface Sitemap {
  file: string;
  /** Addresses as they stand there, with their lines. */
  entries: readonly { address: string; line: number }[];
}

/** Whether a file lists addresses for search engines: the sitemaps, and robots.txt, which names them. */
export const isSitemap = (file: string): boolean => /^(?:robots\.txt|(?:.*\/)?sitemap[^/]*\.xml)$/.test(file);

const written = /<loc>\s*([^<]*?)\s*<\/loc>|<(?:xhtml:)?link\b[^>]*\bhref="([^"]*)"|^sitemap:[ \t]*(\S+)/gim;
const entity = /&(amp|lt|gt|quot|apos);/g;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The addresses of a sitemap, of its index, or of robots.txt. */
export function sitemapOf(file: string, text: string): Sitemap {
  const entries = [...text.matchAll(written)].map((match) => ({
    address: (match[1] ?? match[2] ?? match[3] ?? '').replace(entity, (_, name: string) => named[name]!),
    line: text.slice(0, match.index).split('\n').length,
  }));
  return { file, entries };
}

/** Search engines are sent only to files that are there, and to pages that they may show. */
export const sitemaps: SiteCheck = (site) =>
  site.sitemaps.flatMap((sitemap) => {
    const told = new Set<string>();
    return sitemap.entries.flatMap(({ address, line }): Finding[] => {
      const why = told.has(address) ? undefined : wrongWith(address, sitemap, site);
      told.add(address);
      if (!why) return [];
      return [
        {
          check: 'built-sitemaps',
          severity: 'error',
          file: sitemap.file,
          line,
          found: `${address || 'An empty address'} ${why}.`,
          rule: 'A sitemap lists pages that are there and that search engines may show.',
          fix: 'Take it out of the list, or build it.',
        },
      ];
    });
  });

function wrongWith(address: string, { file }: Sitemap, site: BuiltSite): string | undefined {
  if (!URL.canParse(address)) return 'is no whole address';
  const target = targetOf(address, { file }, site.origin);
  if (target.kind !== 'site') return 'is on another site';
  if (!site.files.has(target.file)) return builtElsewhere(site).has(target.path.split('/')[1] ?? '') ? undefined : 'is not there';
  const page = site.pages.get(target.file);
  if (page?.redirect) return 'leads on to another page';
  return page?.noindex ? 'asks search engines not to show it' : undefined;
}
