import type { AstroIntegration } from 'astro';
import { mkdir, copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hash } from 'node:crypto';
import { makeVariants } from '../images/make-variants.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { readEnvironment } from './environment.ts';
import { finish } from './finish.ts';
import { metadataFiles } from './metadata-files.ts';
import { dataFolder, defaultContentFolder } from './folders.ts';
import { searchIndex, type SearchPage } from './search-index.ts';
import { siteFiles } from './site-files.ts';
import { sitemapPage, type SitemapPage } from './sitemap.ts';
import { siteForStaticBuild } from './static-site.ts';

/** Gives plain `astro build` what the publisher adds to its pages: policies, pictures, redirects, headers, search. Same files, same bytes. */
export const completeStaticBuild = (): AstroIntegration => ({
  name: 'doorstep-complete',
  hooks: {
    'astro:config:setup': async ({ command }) => {
      if (command === 'build') await siteForStaticBuild();
    },
    'astro:build:done': async ({ dir }) => {
      const out = fileURLToPath(dir);
      const site = await siteForStaticBuild();
      const { DOORSTEP_CONTENT, DOORSTEP_DATA } = readEnvironment();
      const cache = join(dataFolder(DOORSTEP_DATA), 'cache');
      const media = join(DOORSTEP_CONTENT ?? defaultContentFolder, 'media');
      for (const file of await readdir(out, { recursive: true, withFileTypes: true }))
        if (file.isFile() && file.name.endsWith('.html')) {
          const path = join(file.parentPath, file.name);
          await writeFile(path, finish(await readFile(path, 'utf8')));
        }
      for (const [path, text] of siteFiles(site)) await write(join(out, path), text);
      const searchable = new Map<string, SearchPage[]>();
      const listed: SitemapPage[] = [];
      for (const ref of allPages(site)) {
        const view = viewOf(site, ref);
        listed.push(...sitemapPage(view));
        for (const use of view.pictures)
          for (const { address, path } of await makeVariants(use, { media, cache, size: site.graph.media.get(use.file)! }))
            await copy(path, join(out, address));
        if (!view.search) continue;
        const html = await readFile(join(out, ref.path, 'index.html'), 'utf8');
        const page = { path: ref.path, hash: hash('sha256', html, 'hex'), record: view.search, read: async () => html };
        searchable.set(view.lang, [...(searchable.get(view.lang) ?? []), page]);
      }
      for (const [path, text] of await metadataFiles(site, listed, cache)) await write(join(out, path), text);
      for (const [lang, pages] of searchable) {
        const index = await searchIndex(lang, pages, { cache });
        for (const file of index.files) await copy(join(index.folder, file), join(out, 'pagefind', lang, file));
      }
    },
  },
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
