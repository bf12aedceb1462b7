import { documentFile, documentOfRef, draftRef, type DocumentName } from '../document.ts';
import type { Git } from '../git/git.ts';
import type { Commit, Objects } from '../git/objects.ts';
import { listRefs } from '../git/refs.ts';
import { draftFile, readDraftFile } from './draft-file.ts';
import { filesOfTree } from './files-of-tree.ts';
import type { Draft } from './store.ts';

/** A draft with what a write needs to go on from it; commit ids do not leave the store. */
export interface DraftAt {
  draft: Draft;
  commit: string;
  /** Files of its tree, by path. */
  files: ReadonlyMap<string, string>;
}

export interface DraftReader {
  one(name: DocumentName): Promise<DraftAt | undefined>;
  all(): Promise<DraftAt[]>;
}

/** A draft never changes under its commit, so what was read once is kept as long as its ref is there. */
export function createDraftReader(git: Git, objects: Objects): DraftReader {
  let known = new Map<string, DraftAt>();

  async function at(name: DocumentName, commit: Commit): Promise<DraftAt> {
    const there = known.get(commit.id);
    if (there) return there;
    const files = await filesOfTree(objects, commit.tree);
    const path = documentFile(name);
    const text = (await objects.read(files.get(path) ?? ''))?.bytes.toString('utf8');
    const state = (await objects.read(files.get(draftFile) ?? ''))?.bytes.toString('utf8');
    if (text === undefined || state === undefined) throw new Error(`The draft of ${path} is not whole.`);
    const media = [...files.keys()].filter((file) => file.startsWith('media/')).map((file) => file.slice('media/'.length));
    const draft = { ...readDraftFile(state), name, path, text, revision: files.get(path)!, by: commit.author, updated: commit.at, media };
    const made = { draft, commit: commit.id, files };
    known.set(commit.id, made);
    return made;
  }

  return {
    async one(name) {
      const commit = await objects.commit(draftRef(name));
      return commit && at(name, commit);
    },
    async all() {
      const refs = await listRefs(git, 'refs/heads/cms/');
      const found = await Promise.all(
        refs.map(async ({ ref, commit: id }) => {
          const name = documentOfRef(ref);
          const commit = name && (known.has(id) ? undefined : await objects.commit(id));
          return known.get(id) ?? (name && commit ? at(name, commit) : undefined);
        }),
      );
      const there = found.filter((draft) => draft !== undefined);
      known = new Map(there.map((draft) => [draft.commit, draft]));
      return there;
    },
  };
}
