import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps the folders of a cache that were used last, of those whose name begins so; what is being written has a dot in its name and stays. */
export async function pruneCache(home: string, prefix: string, kept: number): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith(prefix) && !name.includes('.'));
  if (names.length <= kept) return;
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(home, name))).mtimeMs })));
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(kept)) await rm(join(home, name), { recursive: true, force: true });
}
