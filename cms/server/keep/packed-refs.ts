import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ref } from '../git/refs.ts';

/** Gives a new repository all its refs as one file: moved one by one, thousands of drafts would be a file and a flush each. */
export async function writePackedRefs(repository: string, refs: readonly Ref[]): Promise<void> {
  const lines = refs.map(({ ref, commit }) => ({ ref: Buffer.from(ref), line: `${commit} ${ref}\n` })).sort((a, b) => Buffer.compare(a.ref, b.ref));
  await writeFile(join(repository, 'packed-refs'), `# pack-refs with: sorted\n${lines.map(({ line }) => line).join('')}`);
}
