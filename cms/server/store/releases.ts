import type { Git } from '../git/git.ts';
import type { Objects } from '../git/objects.ts';
import { listRefs, moveRefs } from '../git/refs.ts';
import { readMessage } from './commit-message.ts';
import { filesOfTree } from './files-of-tree.ts';
import type { MainChange, Store } from './store.ts';

const prefix = 'refs/releases/';
const isRelease = (release: string) => /^\d{1,12}$/.test(release);

/** More than this many are not remembered: who goes back goes back a little. */
const most = 200;

/** Which state of `main` each release showed: refs, so that a history that is rewritten takes them along. */
export function createReleases({
  git,
  objects,
}: {
  git: Git;
  objects: Objects;
}): Pick<Store, 'markRelease' | 'releases' | 'releaseSnapshot' | 'releaseFiles'> {
  const list = async () =>
    (await listRefs(git, prefix))
      .map(({ ref, commit }) => ({ release: ref.slice(prefix.length), ref, commit }))
      .sort((a, b) => Number(b.release) - Number(a.release));

  return {
    async markRelease(release, head) {
      if (!isRelease(release)) throw new Error(`"${release}" is no number of a release.`);
      const known = await list();
      const same = known.find((other) => other.release === release);
      const gone = known.filter((other) => other.release !== release).slice(most - 1);
      await moveRefs(git, [
        { ref: `${prefix}${release}`, from: same?.commit, to: head },
        ...gone.map(({ ref, commit }) => ({ ref, from: commit, to: undefined })),
      ]);
    },

    async releases() {
      const marked = await list();
      return Promise.all(
        marked.map(async ({ release, commit }, index) => ({
          release,
          at: (await objects.commit(commit))!.at,
          changes: await changesBetween(objects, { from: marked[index + 1]?.commit, to: commit }),
        })),
      );
    },

    async releaseSnapshot(release) {
      const commit = isRelease(release) ? await objects.commit(`${prefix}${release}`) : undefined;
      return commit && { files: await filesOfTree(objects, commit.tree) };
    },

    async releaseFiles(release) {
      const commit = isRelease(release) ? await objects.commit(`${prefix}${release}`) : undefined;
      if (!commit) return undefined;
      const files = new Map<string, string | Buffer>();
      for (const [path, id] of await filesOfTree(objects, commit.tree)) {
        const { bytes } = (await objects.read(id))!;
        files.set(path, path.startsWith('media/') ? bytes : bytes.toString('utf8'));
      }
      return files;
    },
  };
}

/** What commits of `main` did after one and up to another, oldest first. */
async function changesBetween(objects: Objects, { from, to }: { from: string | undefined; to: string }): Promise<MainChange[]> {
  const changes: MainChange[] = [];
  for (let at: string | undefined = to; at && at !== from && changes.length < 50;) {
    const commit: Awaited<ReturnType<Objects['commit']>> = await objects.commit(at);
    const did = commit && readMessage(commit.message);
    if (did) changes.unshift({ ...did, by: commit.author });
    at = commit?.parents[0];
  }
  return changes;
}
