import { readFile, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { languagesOf, originOf, type BuiltSite } from '../checks/built/built-site.ts';
import { checkBuiltSite } from '../checks/built/checks.ts';
import { atContentFile, contentFileOf } from '../checks/built/content-file.ts';
import { collectInvalidHtml } from '../checks/built/html-validity.ts';
import { pageFacts, type PageFacts } from '../checks/built/page-facts.ts';
import { isSitemap, sitemapOf } from '../checks/built/sitemaps.ts';
import { byPlace, type Finding } from '../content-model/problems.ts';
import { compressedSize, pageBudget } from './page-problems.ts';

export interface BuiltReport {
  /** Of pages that an entry made, at the entry's file, from the content folder. */
  onContent: Finding[];
  /** Of all others, at the built file. */
  onSite: Finding[];
  pages: number;
  files: number;
}

export interface CheckBuiltOptions {
  /** Weighs pages, which takes a tenth of a second for a hundred: left out by a caller who has just weighed every one. */
  weigh?: boolean;
  /** Looks for what is not valid HTML: some 11 ms a page. */
  validate?: boolean;
  /** The content of which the pages were made: findings then point at its files. */
  content?: string;
  progress?: (done: number, total: number) => void;
}

/** Checks a folder of built pages as a whole: links and anchors, languages, pictures, what is fetched, weight, ways in, sitemaps, and HTML if asked. */
export async function checkBuilt(
  folder: string,
  { weigh = true, validate = false, content, progress }: CheckBuiltOptions = {},
): Promise<BuiltReport> {
  const root = await realpath(folder);
  const files = await filesIn(root);
  const text = (file: string) => readFile(join(root, file), 'utf8');
  const pages = new Map<string, PageFacts>();
  const invalid = validate ? collectInvalidHtml() : undefined;
  const html = files.filter((file) => file.endsWith('.html'));
  for (const [index, file] of html.entries()) {
    const page = await text(file);
    pages.set(file, pageFacts(file, page, weigh ? compressedSize : undefined));
    invalid?.read(file, page);
    progress?.(index + 1, html.length);
  }
  const sizes = new Map<string, number>();
  for (const file of files) if (/\.(?:m?js|css)$/.test(file)) sizes.set(file, gzipSync(await readFile(join(root, file))).length);
  const site: BuiltSite = {
    pages,
    files: new Set(files),
    languages: languagesOf(pages.keys()),
    origin: originOf(pages.values()),
    budget: pageBudget,
    sizes,
    sitemaps: await Promise.all(files.filter(isSitemap).map(async (file) => sitemapOf(file, await text(file)))),
  };
  const contentFiles = new Set(content === undefined ? [] : await filesIn(content));
  const found = [...checkBuiltSite(site), ...(invalid?.findings() ?? [])].sort(byPlace);
  const onContent: Finding[] = [];
  const onSite: Finding[] = [];
  for (const finding of found) {
    const source = contentFileOf(finding.file, site, contentFiles);
    if (source === undefined) onSite.push(finding);
    else onContent.push(atContentFile(finding, source));
  }
  return { onContent, onSite, pages: pages.size, files: files.length };
}

/** Every file below a folder, from there, in a stable order. */
async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/'))
    .sort();
}
