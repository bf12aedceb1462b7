import { readFile, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { languagesOf, originOf } from '../checks/built/built-site.ts';
import { checkBuiltSite } from '../checks/built/checks.ts';
import { pageFacts, type PageFacts } from '../checks/built/page-facts.ts';
import type { Finding } from '../content-model/problems.ts';
import { compressedSize, pageBudget } from './page-problems.ts';

export interface BuiltReport {
  findings: Finding[];
  pages: number;
  files: number;
}

/**
 * Checks a folder of built pages as a whole: links and anchors, languages, pictures, what is fetched, weight. `weigh: false` leaves out the
 * weight, for a caller who has just weighed every page: it takes most of the time.
 */
export async function checkBuilt(folder: string, { weigh = true }: { weigh?: boolean } = {}): Promise<BuiltReport> {
  const root = await realpath(folder);
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => relative(root, join(file.parentPath, file.name)).split(sep).join('/'))
    .sort();
  const pages = new Map<string, PageFacts>();
  for (const file of files)
    if (file.endsWith('.html')) pages.set(file, pageFacts(file, await readFile(join(root, file), 'utf8'), weigh ? compressedSize : undefined));
  const findings = checkBuiltSite({
    pages,
    files: new Set(files),
    languages: languagesOf(pages.keys()),
    origin: originOf(pages.values()),
    budget: pageBudget,
  });
  return { findings, pages: pages.size, files: files.length };
}
