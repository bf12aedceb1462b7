import { lstat, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';

/** Bytes of the disk on which a folder is. */
export interface Space {
  free: number;
  total: number;
  /** Too little is left to promise that the next saves and release fit. */
  full: boolean;
}

/**
 * Under this, saves and releases soon fail: a release of a large city with its new pictures takes some 100 MB,
 * and SQLite and git both need room to write before they can make room.
 */
export const fullBelow = 256_000_000;

/** What may be written by this user on the disk of a folder. */
export async function spaceOf(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return { free, total: blocks * bsize, full: free < fullBelow };
}

const parts = ['repository', 'database', 'outbox', 'media', 'site', 'cache'] as const satisfies readonly (keyof DataFolder)[];
export type PartSizes = Record<(typeof parts)[number], number>;

/** What each part of the data folder takes, in bytes. Reads the whole folder: seconds for a large city, so it is for commands and pages, not for health checks. */
export async function sizesOf(data: DataFolder): Promise<PartSizes> {
  const sizes = await Promise.all(parts.map(async (part) => [part, await sizeOf(data[part], part === 'database')] as const));
  return Object.fromEntries(sizes) as PartSizes;
}

/** A file hard linked between releases is counted once. */
async function sizeOf(path: string, withJournal: boolean): Promise<number> {
  const seen = new Set<number>();
  let size = 0;
  for await (const file of filesUnder(path)) {
    const entry = await lstat(file).catch(() => undefined);
    if (!entry?.isFile() || seen.has(entry.ino)) continue;
    if (entry.nlink > 1) seen.add(entry.ino);
    size += entry.size;
  }
  return size + (withJournal ? (await sizeOf(`${path}-wal`, false)) + (await sizeOf(`${path}-shm`, false)) : 0);
}

async function* filesUnder(path: string): AsyncGenerator<string> {
  const entry = await lstat(path).catch(() => undefined);
  if (!entry) return;
  if (!entry.isDirectory()) return yield path;
  for (const name of await readdir(path).catch(() => [])) yield* filesUnder(join(path, name));
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'];
/** A number of bytes as one reads it: `512 bytes`, `3.4 MB`. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 99.5 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

/** Figures for the page of status, in bytes. */
export async function diskFigures(data: DataFolder): Promise<{ used: number; free: number; total: number }> {
  const [{ free, total }, sizes] = await Promise.all([spaceOf(data.root), sizesOf(data)]);
  return { used: Object.values(sizes).reduce((sum, size) => sum + size, 0), free, total };
}
