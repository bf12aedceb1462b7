import { languagesOf } from './built-site.ts';
import { checkBuiltSite } from './checks.ts';
import { pageFacts } from './page-facts.ts';
import { sitemapOf } from './sitemaps.ts';

// The tests' built site, in which nothing is wrong: a test changes one thing and reads what is told.

export const origin = 'https://kade.example';

/** A whole page in which nothing is wrong, with something more in its head and body. */
export function page(path: string, { head = '', body = '', lang = path.split('/')[1] ?? 'en', others = [] as string[] } = {}): string {
  const rest = path.slice(1 + path.split('/')[1]!.length);
  const alternates =
    others.length > 0 ? [lang, ...others].map((other) => `<link rel="alternate" hreflang="${other}" href="${origin}/${other}${rest}">`).join('') : '';
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>\n<html lang="${lang}" dir="${dir}"><head><link rel="canonical" href="${origin}${path}">${alternates}${head}</head>\n<body><h1>Title</h1>\n${body}</body></html>\n`;
}

interface Site {
  files?: string[];
  budget?: number;
  /** Compressed bytes of scripts and style sheets. */
  sizes?: Record<string, number>;
  /** Texts of sitemaps and robots.txt. */
  sitemaps?: Record<string, string>;
  /** Whether the front page, on which one chooses a language, leads to every page. */
  front?: boolean;
}

/** The page on which one chooses a language, with links to all others. */
const frontPage = (paths: string[]) =>
  `<html lang="en" dir="ltr"><h1>Kade</h1>${paths.map((path) => `<a href="${path}">${path}</a>`).join('')}</html>`;

/** What is wrong with pages given by their addresses. */
export function told(pages: Record<string, string>, { files = [], budget = 14_336, sizes = {}, sitemaps = {}, front = true }: Site = {}): string {
  const all = front ? { '/': frontPage(Object.keys(pages)), ...pages } : pages;
  const read = new Map(
    Object.entries(all).map(([path, html]) => [`${path.slice(1)}index.html`, pageFacts(`${path.slice(1)}index.html`, html, (text) => text.length)]),
  );
  return checkBuiltSite({
    pages: read,
    files: new Set([...read.keys(), ...files, ...Object.keys(sizes), ...Object.keys(sitemaps)]),
    languages: languagesOf(read.keys()),
    origin,
    budget,
    sizes: new Map(Object.entries(sizes)),
    sitemaps: Object.entries(sitemaps).map(([file, text]) => sitemapOf(file, text)),
  })
    .map(({ check, file, line, found, fix }) => `${check} ${file}${line ? `:${line}` : ''}\n${found}\n${fix}`)
    .join('\n\n');
}
