import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import { makeVariants } from '../images/make-variants.ts';
import type { PictureUse } from '../views/pictures.ts';
import { siteOn, type Site } from '../views/site.ts';
import type { Renderer } from './compile.ts';
import { metadataFiles } from './metadata-files.ts';
import { add, fileOf, hashedFiles, isOfSearch, takeOver, write, type Draft, type Served } from './release-draft.ts';
import { ReleaseRefused } from './release-refused.ts';
import { Releases, type Manifest } from './releases.ts';
import { searchFiles } from './search-files.ts';
import type { SearchPage } from './search-index.ts';
import { siteFiles } from './site-files.ts';
import { writePages } from './write-pages.ts';

export { ReleaseRefused };

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
  /** Called at every step, with the page where one is being made: whoever watches knows that it does not hang, or over what. */
  alive?: (page?: string) => void;
  /** Ends the making of a search index, by throwing the signal's reason; what is served stays. */
  signal?: AbortSignal;
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

/** What was published last, with what search needs of it. */
interface Remembered {
  folder: string;
  graph: Graph;
  day: string;
  languages: string;
  pages: number;
  searchable: ReadonlyMap<string, SearchPage[]>;
}

/** Turns content into releases. Writes what changed since the last one, deletes what is gone; a clean build is the same with nothing to start from. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #releases: Releases;
  #assets: Promise<[file: string, hash: string][]> | undefined;
  #remembered: Remembered | undefined;
  constructor(options: PublisherOptions) {
    this.#options = options;
    this.#releases = new Releases(options.out);
  }

  async publish(input: PublishInput): Promise<Published> {
    const { out } = this.#options;
    const site = siteOn(input.graph, input.day, input.languages);
    const before = await this.#releases.served();
    const known = this.#remembered;
    if (input.search !== 'keep' && before && known && isOf(known, { before, input, site }))
      return this.#publishSearch({ before, known, input, site });
    const staging = join(out, `.writing-${process.pid}`);
    const draft: Draft = { files: {}, origins: new Map() };
    try {
      const pages = await writePages(site, { renderer: this.#options.renderer, staging, before, draft, ...input });
      input.alive?.();
      await this.#addPictures(pages.pictures, { draft, input });
      for (const [path, text] of [...siteFiles(site), ...(await metadataFiles(site, pages.listed, this.#options.cache))]) {
        if (draft.files[path]) throw new ReleaseRefused([{ path: `/${path}`, problem: 'is an earlier address and a page at once' }]);
        write(join(staging, path), text);
        add(draft, path, hash('sha256', text, 'hex'), join(staging, path));
      }
      for (const [file, contentHash] of await (this.#assets ??= hashedFiles(this.#options.renderer.assets)))
        add(draft, file, contentHash, join(this.#options.renderer.assets, file));
      if (input.search === 'keep' && before) takeOver(before, draft, isOfSearch);
      else await this.#addSearch(pages.searchable, { draft, input, site });
      const published = await this.#release(draft, { before, day: input.day, languages: site.languages, pages: pages.count, written: pages.written });
      this.#remember(published, { input, site, searchable: pages.searchable });
      return published;
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  }

  /** Brings search up to pages that are out already: of the same content on the same day nothing else can differ. */
  async #publishSearch({
    before,
    known,
    input,
    site,
  }: {
    before: NonNullable<Served>;
    known: Remembered;
    input: PublishInput;
    site: Site;
  }): Promise<Published> {
    const draft: Draft = { files: {}, origins: new Map() };
    takeOver(before, draft, (path) => !isOfSearch(path));
    await this.#addSearch(known.searchable, { draft, input, site });
    const published = await this.#release(draft, { before, day: input.day, languages: site.languages, pages: known.pages, written: 0 });
    this.#remember(published, { input, site, searchable: known.searchable });
    return published;
  }

  #remember(
    { folder, pages }: Published,
    { input, site, searchable }: { input: PublishInput; site: Site; searchable: Remembered['searchable'] },
  ): void {
    const lying = [...searchable].map(
      ([lang, list]) => [lang, list.map((page) => ({ ...page, read: () => readFile(join(folder, fileOf(page.path)), 'utf8') }))] as const,
    );
    const { graph, day } = input;
    this.#remembered = { folder, graph, day, languages: site.languages.join(), pages, searchable: new Map(lying) };
  }

  async #release(
    { files, origins }: Draft,
    { before, day, languages, pages, written }: { before: Served; day: string; languages: readonly string[]; pages: number; written: number },
  ): Promise<Published> {
    const { codeHash } = this.#options.renderer;
    const sorted = Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
    const digest = hash('sha256', JSON.stringify(Object.entries(sorted).map(([path, file]) => [path, file.hash])), 'hex');
    const manifest: Manifest = { day, codeHash, languages: [...languages], digest, files: sorted, kept: [] };
    const result = { manifest, pages, written };
    if (before?.manifest.digest === digest && before.manifest.codeHash === codeHash && written === 0)
      return { ...result, folder: before.folder, changed: false };
    return { ...result, folder: await this.#releases.publish(manifest, origins), changed: true };
  }

  async #addPictures(pictures: ReadonlyMap<string, PictureUse>, { draft, input }: { draft: Draft; input: PublishInput }): Promise<void> {
    const broken: { path: string; problem: string }[] = [];
    for (const use of pictures.values()) {
      const size = input.graph.media.get(use.file)!;
      input.alive?.();
      try {
        for (const { address, path } of await makeVariants(use, { media: input.media, cache: this.#options.cache, size }))
          add(draft, address.slice(1), hash('sha256', address, 'hex'), path);
      } catch (problem) {
        broken.push({ path: `media/${use.file}`, problem: `cannot be used: ${problem instanceof Error ? problem.message : String(problem)}` });
      }
    }
    if (broken.length > 0) throw new ReleaseRefused(broken);
  }

  async #addSearch(
    searchable: ReadonlyMap<string, SearchPage[]>,
    { draft, input, site }: { draft: Draft; input: PublishInput; site: Site },
  ): Promise<void> {
    for (const { file, from } of await searchFiles(site.languages, searchable, { cache: this.#options.cache, ...input }))
      add(draft, file, hash('sha256', await readFile(from), 'hex'), from);
  }
}

/** Whether what was published last is still served, and is what is to be published now. */
function isOf(known: Remembered, { before, input, site }: { before: NonNullable<Served>; input: PublishInput; site: Site }): boolean {
  return known.folder === before.folder && known.graph === input.graph && known.day === input.day && known.languages === site.languages.join();
}
