import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex } from 'pagefind';
import { indexedPage, notIndexed } from '../search/indexed-page.ts';
import { pruneCache } from './prune-cache.ts';
import type { SearchRecord } from '../views/view.ts';

export interface SearchPage {
  path: string;
  /** Hash of the page's bytes. */
  hash: string;
  record: SearchRecord;
  read: () => Promise<string>;
}

/** Changes with how pages are indexed: an index of the cache that was made otherwise is not taken. */
const indexVersion = hash('sha256', `${indexedPage} ${notIndexed.join()}`, 'hex').slice(0, 12);
/** How many earlier indexes are kept, so that going back costs nothing. */
const kept = 12;

export interface SearchIndexing {
  /** Ends it between two pages, by throwing the signal's reason; nothing stays behind. */
  signal?: AbortSignal;
  /** Called now and then while it is made. */
  alive?: () => void;
}

/**
 * The search index of one language, made from its pages in the order of their paths: the same pages give the same bytes.
 * Indexes lie in the cache by what they were made from, so an unchanged language costs nothing.
 * @returns the folder of the index, and its files
 */
export async function searchIndex(
  lang: string,
  pages: readonly SearchPage[],
  { cache, ...indexing }: SearchIndexing & { cache: string },
): Promise<{ folder: string; files: string[] }> {
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const made = createHash('sha256').update(`pagefind ${lang} ${indexVersion}\n`);
  for (const page of sorted) made.update(`${page.path} ${page.hash} ${JSON.stringify(page.record)}\n`);
  const home = join(cache, 'search');
  const folder = join(home, `${lang}-${made.digest('hex').slice(0, 24)}`);
  if (sorted.length === 0) return { folder, files: [] };
  if (!existsSync(folder)) await makeIndex(sorted, { folder, lang, ...indexing });
  const now = new Date();
  await utimes(folder, now, now);
  await pruneCache(home, `${lang}-`, kept);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return {
    folder,
    files: files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
      .sort(),
  };
}

async function makeIndex(
  pages: readonly SearchPage[],
  { folder, lang, signal, alive }: SearchIndexing & { folder: string; lang: string },
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: lang, excludeSelectors: notIndexed });
  if (!index) throw new Error(`The search index of ${lang} cannot be made: ${errors.join('; ')}`);
  try {
    for (const page of pages) {
      signal?.throwIfAborted();
      alive?.();
      const added = await index.addHTMLFile({ url: page.path, content: indexedPage(await page.read(), page.record) });
      if (added.errors.length > 0) throw new Error(`${page.path} cannot be indexed: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    signal?.throwIfAborted();
    const temporary = `${folder}.${process.pid}`;
    await rm(temporary, { recursive: true, force: true });
    for (const { path, content } of files) {
      // Pagefind brings faces of its own; the site has one, and works without a worker (src/search/page/index-client.ts).
      if (/pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\b/.test(path)) continue;
      const target = join(temporary, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await rename(temporary, folder).catch(() => rm(temporary, { recursive: true, force: true }));
  } finally {
    await index.deleteIndex();
  }
}
