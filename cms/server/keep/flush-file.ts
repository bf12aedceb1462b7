import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '../git/refs.ts';

/** Waits until a file is on the disk: copies and `VACUUM INTO` do not by themselves. */
export async function flushFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until everything under a folder is on the disk, names included. */
export async function flushTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await flushTree(path);
    else await flushFile(path);
  }
  await flushFolder(folder);
}
