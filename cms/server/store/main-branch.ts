import type { DocumentName } from '../document.ts';
import type { Git } from '../git/git.ts';
import type { Objects } from '../git/objects.ts';
import { moveRefs, type RefMove } from '../git/refs.ts';
import type { TreeChanges, Writer } from '../git/write.ts';
import { messageOf, type MainAction } from './commit-message.ts';
import { filesOfTree } from './files-of-tree.ts';

export const mainRef = 'refs/heads/main';

/** `main` at one commit. */
export interface MainAt {
  commit: string | undefined;
  tree: string | undefined;
  files: ReadonlyMap<string, string>;
}

export interface MainMove {
  action: MainAction;
  documents: readonly DocumentName[];
  by: string;
  key?: string | undefined;
  changes: TreeChanges;
  /** Refs that move in the same step. */
  also?: readonly RefMove[];
}

export interface MainBranch {
  now(): Promise<MainAt>;
  at(commit: string): Promise<MainAt>;
  /** Commits changes on top of `before`; only moves the other refs where nothing changes. Whether anything changed. */
  move(before: MainAt, move: MainMove): Promise<boolean>;
}

export function createMainBranch({ git, objects, writer }: { git: Git; objects: Objects; writer: Writer }): MainBranch {
  const at = async (name: string): Promise<MainAt> => {
    const commit = await objects.commit(name);
    return { commit: commit?.id, tree: commit?.tree, files: commit ? await filesOfTree(objects, commit.tree) : new Map() };
  };
  return {
    now: () => at(mainRef),
    at,
    async move(before, { action, documents, by, key, changes, also = [] }) {
      const different = new Map([...changes].filter(([path, id]) => (before.files.get(path) ?? null) !== id));
      if (different.size === 0) {
        if (also.length > 0) await moveRefs(git, also);
        return false;
      }
      const tree = await writer.tree(before.tree, different);
      const commit = await writer.commit({ tree, parent: before.commit, author: by, message: messageOf({ action, documents, key }) });
      await moveRefs(git, [{ ref: mainRef, from: before.commit, to: commit }, ...also]);
      return true;
    },
  };
}
