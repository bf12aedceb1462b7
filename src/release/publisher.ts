import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { makeVariants } from '../images/make-variants.ts';
import type { PictureUse } from '../views/pictures.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn, type Site } from '../views/site.ts';
import type { Renderer } from './compile.ts';
import { finish, hasCharset } from './finish.ts';
import { metadataFiles } from './metadata-files.ts';
import { pageKey } from './page-key.ts';
import { pageProblems } from './page-problems.ts';
import { Releases, type Manifest, type Origin } from './releases.ts';
import { searchIndex, type SearchPage } from './search-index.ts';
import { siteFiles } from './site-files.ts';
import { sitemapPage, type SitemapPage } from './sitemap.ts';

export interface PublisherOptions {
  renderer: Renderer;
  /** Where releases go. */
  out: string;
  /** Where made pictures and search indexes stay from one release to the next. */
  cache: string;
}

export interface PublishInput {
  graph: Graph;
  day: string;
  /** Folder of the content's pictures. */
  media: string;
  /** Only these languages; alternates still name all. */
  languages?: readonly string[];
  /** `keep` publishes pages at once with the search index there was; publish again with `make` to bring search up to them. */
  search?: 'make' | 'keep';
  progress?: (done: number, total: number) => void;
}

export interface Published {
  folder: string;
  manifest: Manifest;
  /** Pages in the release, and how many of them were written now. */
  pages: number;
  written: number;
  /** False where nothing at all was different: then nothing was published. */
  changed: boolean;
}

/** A release that must not go out: every reason, by page. The one served stays. */
export class ReleaseRefused extends Error {
  readonly problems: { path: string; problem: string }[];
  constructor(problems: { path: string; problem: string }[]) {
    super(`The release was refused; what is published stays as it is.\n${problems.map(({ path, problem }) => `  ${path} ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Turns content into releases. Writes what changed since the last one, deletes what is gone; a clean build is the same with nothing to start from. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #releases: Releases;
  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#releases = new Releases(options.out);
  }

  async publish(input: PublishInput): Promise<Published> {
    const { renderer, out, cache } = this.#options;
    const site = siteOn(input.graph, input.day, input.languages);
    const before = await this.#releases.served();
    const staging = join(out, `.writing-${process.pid}`);
    const files: Manifest['files'] = {};
    const origins = new Map<string, Origin>();
    try {
      const pages = await this.#writePages(site, { staging, before, files, origins, ...input });
      const broken: { path: string; problem: string }[] = [];
      for (const use of pages.pictures.values()) {
        const size = input.graph.media.get(use.file)!;
        try {
          for (const { address, path } of await makeVariants(use, { media: input.media, cache, size }))
            add(files, origins, address.slice(1), hash('sha256', address, 'hex'), path);
        } catch (problem) {
          broken.push({ path: `media/${use.file}`, problem: `cannot be used: ${problem instanceof Error ? problem.message : String(problem)}` });
        }
      }
      if (broken.length > 0) throw new ReleaseRefused(broken);
      for (const [path, text] of [...siteFiles(site), ...(await metadataFiles(site, pages.listed, cache))]) {
        if (files[path]) throw new ReleaseRefused([{ path: `/${path}`, problem: 'is an earlier address and a page at once' }]);
        write(join(staging, path), text);
        add(files, origins, path, hash('sha256', text, 'hex'), join(staging, path));
      }
      for (const file of await listFiles(renderer.assets))
        add(files, origins, file, hash('sha256', await readFile(join(renderer.assets, file)), 'hex'), join(renderer.assets, file));
      if (input.search === 'keep' && before) keepSearch(before, files, origins);
      else
        for (const { lang, index } of await this.#indexes(site.languages, pages.searchable)) {
          for (const file of index.files) {
            const path = join(index.folder, file);
            add(files, origins, `pagefind/${lang}/${file}`, hash('sha256', await readFile(path), 'hex'), path);
          }
        }
      const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
      const digest = hash('sha256', JSON.stringify(Object.entries(sorted).map(([path, file]) => [path, file.hash])), 'hex');
      const manifest: Manifest = { day: input.day, codeHash: renderer.codeHash, languages: [...site.languages], digest, files: sorted, kept: [] };
      const result = { manifest, pages: pages.count, written: pages.written };
      if (before?.manifest.digest === digest && before.manifest.codeHash === renderer.codeHash && pages.written === 0)
        return { ...result, folder: before.folder, changed: false };
      return { ...result, folder: await this.#releases.publish(manifest, origins), changed: true };
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  }

  /** One index a language, two at a time: each is a process of Pagefind's own, and holds its pages in memory. */
  async #indexes(languages: readonly string[], searchable: ReadonlyMap<string, SearchPage[]>) {
    const made: { lang: string; index: Awaited<ReturnType<typeof searchIndex>> }[] = [];
    for (let at = 0; at < languages.length; at += 2)
      made.push(
        ...(await Promise.all(
          languages
            .slice(at, at + 2)
            .map(async (lang) => ({ lang, index: await searchIndex(lang, searchable.get(lang) ?? [], this.#options.cache) })),
        )),
      );
    return made;
  }

  /** Renders every page whose view or code changed; all problems of all pages are told at once. */
  async #writePages(
    site: Site,
    {
      staging,
      before,
      files,
      origins,
      progress,
    }: PublishInput & { staging: string; before: Awaited<ReturnType<Releases['served']>>; files: Manifest['files']; origins: Map<string, Origin> },
  ) {
    const { renderer } = this.#options;
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
      const path = ref.path === '/404' ? '404.html' : `${ref.path.slice(1)}index.html`;
      if (files[path]) problems.push({ path: ref.path, problem: 'is the address of two pages' });
      const key = pageKey(view, renderer.codeHash);
      const known = before?.manifest.files[path];
      let from: string;
      let contentHash: string;
      if (before && known?.key === key) {
        from = join(before.folder, path);
        contentHash = known.hash;
      } else {
        const { status, html } = await renderer.render(view);
        const finished = hasCharset(html) ? finish(html) : html;
        problems.push(...pageProblems({ path: ref.path, status, html: finished }).map((problem) => ({ path: ref.path, problem })));
        from = join(staging, path);
        contentHash = hash('sha256', finished, 'hex');
        write(from, finished);
        written++;
      }
      add(files, origins, path, contentHash, from, key);
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
}

/** Every published entry has its page in every language of the site; pages made from entries (page n of a list) may go. */
function missingEntries(site: Site, files: Manifest['files']): { path: string; problem: string }[] {
  return [...site.published]
    .filter(({ collection }) => collection !== 'facts')
    .flatMap(({ collection, slug }) => site.languages.map((lang) => `${lang}/${collection}/${slug}/`))
    .filter((path) => !files[`${path}index.html`])
    .map((path) => ({ path: `/${path}`, problem: 'is missing, though its entry is published' }));
}

function add(files: Manifest['files'], origins: Map<string, Origin>, path: string, contentHash: string, from: string, key?: string): void {
  files[path] = key ? { hash: contentHash, key } : { hash: contentHash };
  origins.set(path, { path: from });
}

function keepSearch(before: { folder: string; manifest: Manifest }, files: Manifest['files'], origins: Map<string, Origin>): void {
  for (const [path, file] of Object.entries(before.manifest.files))
    if (path.startsWith('pagefind/')) add(files, origins, path, file.hash, join(before.folder, path));
}

/** Synchronous: for thousands of small files in a row, waiting for each costs more than writing it. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function listFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
    .sort();
}
