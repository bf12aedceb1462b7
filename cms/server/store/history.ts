import { documentFile, draftRef, type DocumentName } from '../document.ts';
import type { Git } from '../git/git.ts';
import type { Objects } from '../git/objects.ts';
import { mainRef } from './main-branch.ts';
import type { Version } from './store.ts';

const nothing = '0'.repeat(40);

/** Versions of a file in the history of a ref, newest first; none where the ref is not there. */
async function versionsOf(git: Git, objects: Objects, { ref, path }: { ref: string; path: string }): Promise<Version[]> {
  if (!(await objects.commit(ref))) return [];
  const args = ['log', '--format=%x01%ae%x00%aI%x00%s%x00', '--raw', '--no-abbrev', '--no-renames', '-z', ref, '--', path];
  const log = (await git.run(args)).toString('utf8');
  return log
    .split('\x01')
    .slice(1)
    .map((record) => {
      const [email = '', at = '', subject = ''] = record.split('\0');
      const [, revision = nothing] = /:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40}) /.exec(record) ?? [];
      return {
        revision: revision === nothing ? null : revision,
        by: email.split('@')[0]!,
        at: new Date(at).toISOString(),
        action: subject.split(' ')[0]!,
      };
    });
}

export const historyOf = (git: Git, objects: Objects, name: DocumentName): Promise<Version[]> =>
  versionsOf(git, objects, { ref: mainRef, path: documentFile(name) });

/** A version's text, if it is one of this document's: nobody reads one entry by the revision of another. */
export async function versionOf(
  git: Git,
  objects: Objects,
  { name, revision }: { name: DocumentName; revision: string },
): Promise<string | undefined> {
  if (!/^[0-9a-f]{40}$/.test(revision)) return undefined;
  const path = documentFile(name);
  for (const ref of [mainRef, draftRef(name)])
    if ((await versionsOf(git, objects, { ref, path })).some((version) => version.revision === revision))
      return (await objects.read(revision))?.bytes.toString('utf8');
  return undefined;
}

/** A unified diff between two versions of a document, without its head of file names. */
export async function differenceOf(
  git: Git,
  objects: Objects,
  { name, from, to }: { name: DocumentName; from: string | null; to: string },
): Promise<string | undefined> {
  for (const revision of [from, to]) if (revision !== null && (await versionOf(git, objects, { name, revision })) === undefined) return undefined;
  const before = from ?? (await git.run(['hash-object', '-w', '--stdin'], { input: '' })).toString('latin1').trim();
  const diff = (await git.run(['diff', '--no-color', '--no-ext-diff', '--text', before, to])).toString('utf8');
  const start = diff.search(/^@@/m);
  return start < 0 ? '' : diff.slice(start);
}
