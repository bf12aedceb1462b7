import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './git.ts';
import { blobId } from './objects.ts';

/** A file of a tree: the id of its content, or null where it goes. */
export type TreeChanges = ReadonlyMap<string, string | null>;

export interface CommitInput {
  tree: string;
  parent: string | undefined;
  /** Id of the person; `server` for the server itself. */
  author: string;
  message: string;
}

/** Writes objects. All of it is on the disk when a promise is kept; nothing of it shows until a ref is moved. */
export interface Writer {
  blobs(contents: readonly (string | Buffer)[]): Promise<string[]>;
  /** A tree made from another one (or from nothing) by changing files. */
  tree(base: string | undefined, changes: TreeChanges): Promise<string>;
  commit(input: CommitInput): Promise<string>;
}

/** More than this many go into one pack: a process and an fsync each would take minutes for thousands. */
const manyBlobs = 16;
/** The index is thrown away in a moment; the objects are not. */
const indexMayGo = ['-c', 'core.fsync=all,-index'];
const committer = { GIT_COMMITTER_NAME: 'Doorstep', GIT_COMMITTER_EMAIL: 'server@users.invalid' };

export function createWriter(git: Git, { indexFolder }: { indexFolder: string }): Writer {
  let indexes = 0;

  async function pack(contents: readonly (string | Buffer)[]): Promise<void> {
    const parts = contents.flatMap((content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      return [Buffer.from(`blob\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')];
    });
    await git.run(['fast-import', '--quiet', '--done'], { input: Buffer.concat([...parts, Buffer.from('done\n')]), patience: 300_000 });
  }

  return {
    async blobs(contents) {
      if (contents.length > manyBlobs) await pack(contents);
      else await Promise.all(contents.map((content) => git.run(['hash-object', '-w', '--no-filters', '--stdin'], { input: content })));
      return contents.map(blobId);
    },

    async tree(base, changes) {
      // `mktree` would be one step less, and ignores `core.fsync`: whatever it wrote was lost in a power cut.
      const index = join(indexFolder, `index-${process.pid}-${indexes++}`);
      const environment = { GIT_INDEX_FILE: index };
      const lines = [...changes].map(([path, id]) => `${id ? '100644' : '0'} ${id ?? '0'.repeat(40)}\t${path}\0`);
      try {
        if (base) await git.run([...indexMayGo, 'read-tree', base], { environment });
        await git.run([...indexMayGo, 'update-index', '-z', '--add', '--index-info'], { environment, input: lines.join('') });
        return (await git.run([...indexMayGo, 'write-tree'], { environment })).toString('latin1').trim();
      } finally {
        await rm(index, { force: true });
        await rm(`${index}.lock`, { force: true });
      }
    },

    async commit({ tree, parent, author, message }) {
      const environment = { GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: `${author}@users.invalid`, ...committer };
      const made = await git.run(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'], { environment, input: message });
      return made.toString('latin1').trim();
    },
  };
}
