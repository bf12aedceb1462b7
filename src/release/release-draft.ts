import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Manifest, Origin, Releases } from './releases.ts';

/** The release that is served, if there is one. */
export type Served = Awaited<ReturnType<Releases['served']>>;

/** A release under way: its files, and where their bytes are now. */
export interface Draft {
  files: Manifest['files'];
  origins: Map<string, Origin>;
}

/** The file of a page, from the site's root. */
export const fileOf = (path: string) => (path === '/404' ? '404.html' : `${path.slice(1)}index.html`);
export const isOfSearch = (path: string) => path.startsWith('pagefind/');

export function add({ files, origins }: Draft, path: string, contentHash: string, from: string, key?: string): void {
  files[path] = key ? { hash: contentHash, key } : { hash: contentHash };
  origins.set(path, { path: from });
}

/** Takes files of the release that is served as they are. */
export function takeOver(before: NonNullable<Served>, draft: Draft, which: (path: string) => boolean): void {
  for (const [path, file] of Object.entries(before.manifest.files)) if (which(path)) add(draft, path, file.hash, join(before.folder, path), file.key);
}

/** Synchronous: for thousands of small files in a row, waiting for each costs more than writing it. */
export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The files of a folder that stays as it is, with the hashes of their contents. */
export async function hashedFiles(folder: string): Promise<[file: string, hash: string][]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  return Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), hash('sha256', await readFile(path), 'hex')] as [string, string]));
}
