import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureUse } from '../views/pictures.ts';
import { allPages, viewOf } from '../views/routes.ts';
import type { Site } from '../views/site.ts';
import type { Renderer } from './compile.ts';
import { finish, hasCharset } from './finish.ts';
import { pageKey } from './page-key.ts';
import { pageProblems } from './page-problems.ts';
import type { PublishInput } from './publisher.ts';
import { add, fileOf, write, type Draft, type Served } from './release-draft.ts';
import { ReleaseRefused } from './release-refused.ts';
import type { Manifest } from './releases.ts';
import type { SearchPage } from './search-index.ts';
import { sitemapPage, type SitemapPage } from './sitemap.ts';

export interface WritePagesInput extends Pick<PublishInput, 'progress' | 'alive'> {
  renderer: Renderer;
  /** Where pages are written that are not those of the release before. */
  staging: string;
  before: Served;
  draft: Draft;
}

export interface WrittenPages {
  count: number;
  written: number;
  /** Every picture that a page shows, once for each recipe. */
  pictures: ReadonlyMap<string, PictureUse>;
  /** Pages for search, by language. */
  searchable: ReadonlyMap<string, SearchPage[]>;
  listed: readonly SitemapPage[];
}

/** Renders every page whose view or code changed; all problems of all pages are told at once. */
export async function writePages(site: Site, { renderer, staging, before, draft, progress, alive }: WritePagesInput): Promise<WrittenPages> {
  const { files } = draft;
  const problems: { path: string; problem: string }[] = [];
  const pictures = new Map<string, PictureUse>();
  const searchable = new Map<string, SearchPage[]>();
  const listed: SitemapPage[] = [];
  const refs = [...allPages(site)];
  let written = 0;
  for (const [index, ref] of refs.entries()) {
    const view = viewOf(site, ref);
    for (const use of view.pictures) pictures.set(`${use.hash} ${use.recipe} ${use.focal?.join(',') ?? ''}`, use);
    listed.push(...sitemapPage(view));
    const path = fileOf(ref.path);
    if (files[path]) problems.push({ path: ref.path, problem: 'is the address of two pages' });
    const key = pageKey(view, renderer.codeHash);
    const known = before?.manifest.files[path];
    let from: string;
    let contentHash: string;
    if (before && known?.key === key) {
      from = join(before.folder, path);
      contentHash = known.hash;
    } else {
      alive?.(ref.path);
      const { status, html } = await renderer.render(view);
      const finished = hasCharset(html) ? finish(html) : html;
      problems.push(...pageProblems({ path: ref.path, status, html: finished }).map((problem) => ({ path: ref.path, problem })));
      from = join(staging, path);
      contentHash = hash('sha256', finished, 'hex');
      write(from, finished);
      written++;
      alive?.();
    }
    add(draft, path, contentHash, from, key);
    if (view.search) {
      const page = { path: ref.path, hash: contentHash, record: view.search, read: () => readFile(from, 'utf8') };
      const list = searchable.get(view.lang);
      if (list) list.push(page);
      else searchable.set(view.lang, [page]);
    }
    if (progress && (index % 200 === 0 || index === refs.length - 1)) progress(index + 1, refs.length);
  }
  problems.push(...missingEntries(site, files));
  if (problems.length > 0) throw new ReleaseRefused(problems);
  return { count: refs.length, written, pictures, searchable, listed };
}

/** Every published entry has its page in every language of the site; pages made from entries (page n of a list) may go. */
function missingEntries(site: Site, files: Manifest['files']): { path: string; problem: string }[] {
  return [...site.published]
    .filter(({ collection }) => collection !== 'facts')
    .flatMap(({ collection, slug }) => site.languages.map((lang) => `${lang}/${collection}/${slug}/`))
    .filter((path) => !files[`${path}index.html`])
    .map((path) => ({ path: `/${path}`, problem: 'is missing, though its entry is published' }));
}
