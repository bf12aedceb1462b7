import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pagefindOptions } from '../../../src/search/page/index-client.ts';

/** What we use of Pagefind's own program, which readers' browsers run. */
interface Program {
  createInstance: (options: object) => { search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string; meta: object }> }[] }> };
}

/** A reader who searches the site as it is served, with the program that it serves. */
export interface SearchReader {
  /** Whether a search for words finds a page that has them in its title. */
  finds(words: string, page: string): Promise<boolean>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function searchReader({ origin, lang }: { origin: string; lang: string }): Promise<SearchReader> {
  const served = `${origin}/pagefind/${lang}/`;
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-search-'));
  const file = join(folder, 'pagefind.mjs');
  await writeFile(file, await (await fetch(`${served}pagefind.js`)).text());
  const { createInstance } = (await import(pathToFileURL(file).href)) as Program;
  let entry: string | undefined;
  return {
    async finds(words, page) {
      // The list of indexes is small, and another one whenever there is something new to find.
      const now = await (await fetch(`${served}pagefind-entry.json?${performance.now()}`)).text();
      if (now === entry) return false;
      const { results } = await createInstance({ basePath: served, ...pagefindOptions }).search(words);
      for (const { data } of results.slice(0, 5)) {
        const { url, meta } = await data();
        if (url.endsWith(page) && JSON.stringify(meta).includes(words)) return true;
      }
      entry = now;
      return false;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
