import { execFile } from 'node:child_process';
import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, rmdirSync } from 'node:fs';
import { mkdir, readFile, readdir, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { clearLeftovers } from './leftovers.ts';

/** What a release consists of. Paths are from the site's root, without a leading slash. */
export interface Manifest {
  day: string;
  codeHash: string;
  languages: string[];
  /** SHA-256 over all files and their hashes: equal digests are equal sites. */
  digest: string;
  files: Record<string, { hash: string; /** Of pages: what they were made from. */ key?: string }>;
  /** Assets of earlier releases that open pages may still ask for. */
  kept: string[];
}

/** Where the bytes of a file of the next release are now. */
export type Origin = { path: string };

/** How many releases stay, so that one can go back and open pages find their assets. */
const releasesKept = 3;
const hashedAsset = /^(?:_astro|media)\//;

/** The releases of a site: `releases/<number>/` with `releases/<number>.json` beside it, and `site`, a link to the one that is served. */
export class Releases {
  readonly out: string;
  readonly current: string;
  constructor(out: string) {
    this.out = out;
    this.current = join(out, 'site');
  }

  /** The manifest and folder of what is served now. */
  async served(): Promise<{ folder: string; manifest: Manifest } | undefined> {
    const target = await readlink(this.current).catch(() => undefined);
    if (target === undefined) return undefined;
    const folder = join(this.out, target);
    const manifest = await this.manifestOf(folder);
    return manifest && existsSync(folder) ? { folder, manifest } : undefined;
  }

  /** A release's manifest; none where it is missing or damaged: then its pages are written again. */
  private async manifestOf(folder: string): Promise<Manifest | undefined> {
    try {
      return JSON.parse(await readFile(`${folder}.json`, 'utf8')) as Manifest;
    } catch {
      return undefined;
    }
  }

  private async numbers(): Promise<number[]> {
    const names = await readdir(join(this.out, 'releases')).catch(() => []);
    const numbers = new Set(names.flatMap((name) => (/^\d+(\.json)?$/.test(name) ? [Number.parseInt(name, 10)] : [])));
    return [...numbers].sort((a, b) => a - b);
  }

  /** Those that were finished: a release without a manifest was cut off before it was served. */
  private async finished(): Promise<number[]> {
    return (await this.numbers()).filter((number) => existsSync(`${this.folderOf(number)}.json`));
  }

  private readonly folderOf = (number: number) => join(this.out, 'releases', String(number).padStart(6, '0'));

  /**
   * Assembles a release beside the one served, then swaps it in by renaming a link, which is one step for whoever reads.
   * Files are linked, not copied, where the file system allows: a release of unchanged pages takes no room.
   */
  async publish(manifest: Manifest, origins: ReadonlyMap<string, Origin>): Promise<string> {
    await clearLeftovers(this.out);
    const number = ((await this.numbers()).at(-1) ?? 0) + 1;
    const folder = this.folderOf(number);
    const temporary = join(this.out, `.assembling-${process.pid}`);
    await rm(temporary, { recursive: true, force: true });
    const wanted = new Map([...origins].map(([path, { path: from }]) => [path, from]));
    const kept = await this.earlierAssets(manifest);
    for (const [path, from] of kept) wanted.set(path, from);
    try {
      const there = await this.recycle(temporary);
      for (const [path, contentHash] of there) {
        const same = wanted.has(path) && (contentHash === undefined || contentHash === manifest.files[path]?.hash);
        if (!same) rmSync(join(temporary, path), { force: true });
        if (!same) there.delete(path);
        if (!wanted.has(path)) removeEmpty(dirname(join(temporary, path)), temporary);
      }
      const made = new Set<string>();
      for (const [path, from] of wanted) {
        if (there.has(path)) continue;
        const to = join(temporary, path);
        const parent = dirname(to);
        if (!made.has(parent)) mkdirSync(parent, { recursive: true });
        made.add(parent);
        linkOrCopy(from, to);
      }
      const complete = { ...manifest, kept: [...kept.keys()].sort() };
      await mkdir(dirname(folder), { recursive: true });
      await rename(temporary, folder);
      await writeFile(`${folder}.json`, JSON.stringify(complete));
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    await flush(this.out);
    await this.swap(basename(folder));
    await this.prune();
    return folder;
  }

  /**
   * Takes the oldest release, which goes anyway, to begin with: linking what differs costs what changed, a new tree of 10,000 folders (and removing an old one) seconds.
   * @returns its files with their hashes (none for assets kept from earlier ones, whose names say what they hold); empty where there is none to take
   */
  private async recycle(temporary: string): Promise<Map<string, string | undefined>> {
    const served = await readlink(this.current).catch(() => '');
    const number = (await this.finished()).slice(0, -(releasesKept - 1)).at(-1);
    const folder = number === undefined ? undefined : this.folderOf(number);
    const manifest = folder && basename(folder) !== basename(served) ? await this.manifestOf(folder) : undefined;
    if (!folder || !manifest || !existsSync(folder)) {
      await mkdir(temporary, { recursive: true });
      return new Map();
    }
    await rm(`${folder}.json`);
    await rename(folder, temporary);
    return new Map([
      ...Object.entries(manifest.files).map(([path, { hash }]) => [path, hash] as const),
      ...manifest.kept.map((path) => [path, undefined] as const),
    ]);
  }

  /** Hashed assets of the last releases that this one no longer has. */
  private async earlierAssets(manifest: Manifest): Promise<Map<string, string>> {
    const kept = new Map<string, string>();
    for (const number of (await this.finished()).slice(-(releasesKept - 1))) {
      const folder = this.folderOf(number);
      const earlier = await this.manifestOf(folder);
      for (const path of Object.keys(earlier?.files ?? {}))
        if (hashedAsset.test(path) && !manifest.files[path] && existsSync(join(folder, path))) kept.set(path, join(folder, path));
    }
    return kept;
  }

  private async swap(name: string): Promise<void> {
    const link = join(this.out, `.site-${process.pid}`);
    await rm(link, { force: true });
    await symlink(join('releases', name), link);
    await rename(link, this.current);
    await flush(this.out);
  }

  private async prune(): Promise<void> {
    const stay = (await this.finished()).slice(-releasesKept);
    for (const number of await this.numbers()) {
      if (stay.includes(number)) continue;
      const folder = this.folderOf(number);
      await rm(folder, { recursive: true, force: true });
      await rm(`${folder}.json`, { force: true });
    }
  }
}

/** Removes a folder that has become empty, and those around it. */
function removeEmpty(folder: string, upTo: string): void {
  for (let at = folder; at.length > upTo.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK' && code !== 'ENOTSUP') throw problem;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

const run = promisify(execFile);
/** Makes what was written survive a power cut: one call for the whole file system costs less than one per file. Where there is no `sync`, the operating system decides. */
async function flush(folder: string): Promise<void> {
  await run('sync', ['-f', folder]).catch(() => undefined);
}
