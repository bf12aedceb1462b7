import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGit } from '../git/git.ts';
import { flushFolder } from '../git/refs.ts';

/**
 * Clears what a killed git left behind: locks that nobody holds, objects half written, index files. Only for who owns the folder alone,
 * since a living git's locks look the same.
 */
export async function clearAfterCrash({ repository, indexFolder }: { repository: string; indexFolder: string }): Promise<void> {
  await rm(indexFolder, { recursive: true, force: true });
  const files = await readdir(repository, { recursive: true, withFileTypes: true }).catch(() => []);
  const stale = files.filter((file) => file.isFile() && (file.name.endsWith('.lock') || /^(?:tmp_|\.tmp-)/.test(file.name)));
  for (const file of stale) await rm(join(file.parentPath, file.name), { force: true });
}

/**
 * Removes the locks of a git that was killed while the server lives; whoever asks holds the lock for writing, so no other git writes.
 * @returns whether there was any
 */
export async function clearLocks(repository: string): Promise<boolean> {
  const [top, refs] = await Promise.all([
    readdir(repository, { withFileTypes: true }),
    readdir(join(repository, 'refs'), { recursive: true, withFileTypes: true }),
  ]);
  const stale = [...top, ...refs].filter((file) => file.isFile() && file.name.endsWith('.lock'));
  for (const file of stale) await rm(join(file.parentPath, file.name), { force: true });
  return stale.length > 0;
}

/** Makes an empty repository. It is under its name when it is whole and flushed: `git init` alone left an empty HEAD after a power cut, and no server started again. */
export async function makeRepository(repository: string): Promise<void> {
  const temporary = `${repository}.new`;
  await rm(temporary, { recursive: true, force: true });
  await createGit(temporary).run(['init', '--bare', '--quiet', '--template=', '--initial-branch=main', temporary]);
  for (const file of await readdir(temporary, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile()) await flushFile(path);
    else await flushFolder(path);
  }
  await flushFolder(temporary);
  await rename(temporary, repository);
  await flushFolder(dirname(repository));
  await flushFolder(dirname(dirname(repository)));
}

async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
