import type { Objects } from '../git/objects.ts';

/** Files of each tree that was read, by its id: of two states of the content most folders are the same. */
const known = new Map<string, ReadonlyMap<string, string>>();
const most = 2000;

/** All files under a tree with the ids of their contents, by path, in git's order. */
export async function filesOfTree(objects: Objects, tree: string): Promise<ReadonlyMap<string, string>> {
  const there = known.get(tree);
  if (there) return there;
  const files = new Map<string, string>();
  for (const { name, id, folder } of (await objects.tree(tree)) ?? []) {
    if (!folder) files.set(name, id);
    else for (const [path, inside] of await filesOfTree(objects, id)) files.set(`${name}/${path}`, inside);
  }
  known.set(tree, files);
  for (const oldest of known.keys()) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return files;
}
