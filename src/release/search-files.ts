import { join } from 'node:path';
import { searchIndex, type SearchIndexing, type SearchPage } from './search-index.ts';

/** The files of search as a release has them, and where they lie: one index a language. Two are made at a time: each is a process of Pagefind's own, and holds its pages in memory. */
export async function searchFiles(
  languages: readonly string[],
  searchable: ReadonlyMap<string, SearchPage[]>,
  { cache, signal, alive }: SearchIndexing & { cache: string },
): Promise<{ file: string; from: string }[]> {
  const indexing = { cache, ...(signal ? { signal } : {}), ...(alive ? { alive } : {}) };
  const made: { file: string; from: string }[] = [];
  for (let at = 0; at < languages.length; at += 2) {
    const two = languages.slice(at, at + 2).map(async (lang) => {
      const { folder, files } = await searchIndex(lang, searchable.get(lang) ?? [], indexing);
      return files.map((file) => ({ file: `pagefind/${lang}/${file}`, from: join(folder, file) }));
    });
    made.push(...(await Promise.all(two)).flat());
  }
  return made;
}
