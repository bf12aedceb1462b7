import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root } from '../../../src/release/root.ts';

/** What is made, or is not ours: never copied. */
const left = new Set(['node_modules', '.git', '.doorstep', '.data', 'dist', '.astro', '.screenshots']);

/** A copy of the working tree in which faults can be planted; it shares the installed packages. */
export async function copyOfTree(folder: string): Promise<void> {
  await cp(root, folder, {
    recursive: true,
    filter: (source) => !left.has(relative(root, source).split(sep)[0] ?? ''),
  });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** A small change of the text of one file. */
export interface Patch {
  file: string;
  /** Found exactly once. */
  find: string;
  replace: string;
}

/** Plants a fault. Throws where its place is not there exactly once: then the list has to follow the code. */
export async function plant(folder: string, { file, find, replace }: Patch): Promise<{ remove: () => Promise<void> }> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  const count = before.split(find).length - 1;
  if (count !== 1) throw new Error(`${file} has ${count} places that read ${JSON.stringify(find)}, and a fault is planted in exactly one.`);
  await writeFile(
    path,
    before.replace(find, () => replace),
  );
  return { remove: () => writeFile(path, before) };
}
