import { execFile } from 'node:child_process';
import { lstat, mkdir, readdir, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from '../environment.ts';
import type { Store } from '../store/store.ts';
import { isContent, readContentFolder, revisionsOf } from './content-folder.ts';
import { differs, isSame, type Difference } from './differs.ts';

const run = promisify(execFile);

/** What writing `main` into a folder would do. */
export interface ExportPlan {
  difference: Difference;
  /** What the folder has that would be overwritten or removed and that git could not give back: sorted paths. */
  unsaved: readonly string[];
}

/** Looks what an export would do; changes nothing. A folder that is not there is empty. */
export async function planExport({ store, folder }: { store: Store; folder: string }): Promise<ExportPlan> {
  await mkdir(folder, { recursive: true });
  const { files } = await readContentFolder(folder);
  const difference = differs({ from: revisionsOf(files), to: (await store.snapshot()).files });
  const lost = [...difference.changed, ...difference.removed].sort();
  const isCommitted = lost.length === 0 ? () => true : await committedIn(folder);
  return { difference, unsaved: lost.filter((path) => !isCommitted(path)) };
}

/** Whether the repository that keeps a folder has a file as it is; none is where no repository keeps it. */
async function committedIn(folder: string): Promise<(path: string) => boolean> {
  // Asked with the user's own configuration: what they have git ignore is not committed either.
  const ask = async (...args: string[]) =>
    (await run('git', ['-C', folder, ...args], { env: childEnvironment({ GIT_OPTIONAL_LOCKS: '0' }), maxBuffer: 256_000_000 })).stdout;
  try {
    const prefix = (await ask('rev-parse', '--show-prefix')).trim();
    const said = await ask('status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--ignored=matching', '--', '.');
    const changed = said.split('\0').flatMap((line) => (line ? [line.slice(3)] : []));
    // A folder that is ignored as a whole is one line with a slash at its end.
    return (path) => !changed.some((each) => each === prefix + path || (each.endsWith('/') && (prefix + path).startsWith(each)));
  } catch {
    return () => false;
  }
}

/**
 * Makes the content files of a folder what `main` holds; other files in it stay. Each file appears whole, under its own name.
 * Throws a sentence, and has written nothing, where a link in the folder leads elsewhere.
 */
export async function exportContent({ store, folder, difference }: { store: Store; folder: string; difference: Difference }): Promise<void> {
  if (isSame(difference)) return;
  const root = await realpath(folder);
  const writing = [...difference.added, ...difference.changed].filter(isContent);
  for (const path of [...writing, ...difference.removed]) await refuseLinks(root, dirname(resolve(root, path)));
  const texts = new Map((await store.read(writing.filter((path) => !path.startsWith('media/')))).map(({ path, text }) => [path, text]));
  for (const path of writing) {
    const content = texts.get(path) ?? (await store.readMedia(path.slice('media/'.length)));
    if (content === undefined) throw new Error(`${path} was taken off the site meanwhile. Export again.`);
    const target = resolve(root, path);
    await mkdir(dirname(target), { recursive: true });
    const unfinished = join(dirname(target), `.unfinished-${process.pid}`);
    await writeFile(unfinished, content);
    await rename(unfinished, target);
  }
  for (const path of difference.removed.filter(isContent)) {
    await rm(resolve(root, path));
    await removeEmptyFolders(root, dirname(resolve(root, path)));
  }
}

async function refuseLinks(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== root; at = dirname(at)) {
    const entry = await lstat(at).catch(() => undefined);
    if (entry && !entry.isDirectory()) throw new Error(`${at} is a link or a file where a folder should be. Nothing was written.`);
  }
}

async function removeEmptyFolders(root: string, folder: string): Promise<void> {
  for (let at = folder; at !== root && (await readdir(at)).length === 0; at = dirname(at)) await rmdir(at);
}
