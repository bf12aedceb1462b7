import { existsSync } from 'node:fs';
import { documentFile, documentKey, draftRef, type DocumentName } from '../../server/document.ts';
import type { Status } from '../../server/store/store.ts';
import { markIn } from './document-text.ts';
import type { DocumentState, Marked } from './ledger.ts';
import { runProgram } from './run-program.ts';

/** Looks into a repository with git itself, past the server: what is on the disk is what counts. */
const gitIn = (repository: string, args: readonly string[], input = '') => runProgram('git', [`--git-dir=${repository}`, ...args], { input });

/** What git finds broken, line by line; nothing where all is well. */
export async function complaintsOfFsck(repository: string): Promise<string[]> {
  const { code, output } = await runProgram('git', [`--git-dir=${repository}`, 'fsck', '--strict', '--full', '--no-dangling', '--no-progress'], {
    well: false,
  });
  const lines = output.split('\n').filter((line) => line !== '' && !line.startsWith('notice: '));
  return lines.length > 0 || code === 0 ? lines : [`git fsck ended with ${code}`];
}

/** What each document is now, by its key. */
export async function observe(repository: string, names: readonly DocumentName[]): Promise<Map<string, DocumentState>> {
  if (!existsSync(repository)) return new Map();
  const asked = names.flatMap((name) => [
    `${draftRef(name)}:${documentFile(name)}`,
    `${draftRef(name)}:draft.json`,
    `refs/heads/main:${documentFile(name)}`,
  ]);
  const found = await readObjects(repository, asked);
  return new Map(
    names.map((name, index) => {
      const [draft, state, published] = found.slice(3 * index, 3 * index + 3);
      const status = state && (JSON.parse(state.text) as { status: Status }).status;
      return [documentKey(name), { draft: draft && status ? { ...marked(draft), status } : null, published: published ? marked(published) : null }];
    }),
  );
}

const marked = ({ id, text }: { id: string; text: string }): Marked => ({ revision: id, mark: markIn(text) ?? -1 });

/** Those acknowledged texts that no ref leads to any more, or whose content is another. */
export async function missingFromHistory(repository: string, kept: readonly Marked[]): Promise<Marked[]> {
  const { output } = await gitIn(repository, ['rev-list', '--objects', '--all']);
  const reachable = new Set(output.split('\n').map((line) => line.slice(0, 40)));
  const contents = await readObjects(
    repository,
    kept.map(({ revision }) => revision),
  );
  return kept.filter(({ revision, mark }, index) => !reachable.has(revision) || markIn(contents[index]?.text ?? '') !== mark);
}

/** Contents by name, in the order they were asked for; undefined where there is none. */
async function readObjects(repository: string, names: readonly string[]): Promise<({ id: string; text: string } | undefined)[]> {
  if (names.length === 0) return [];
  const { output } = await gitIn(repository, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const bytes = Buffer.from(output, 'utf8');
  const found: ({ id: string; text: string } | undefined)[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at);
    const head = bytes.toString('utf8', at, end);
    const [, id = '', size = ''] = /^([0-9a-f]{40}) blob (\d+)$/.exec(head) ?? [];
    at = end + 1;
    found.push(id ? { id, text: bytes.toString('utf8', at, at + Number(size)) } : undefined);
    if (id) at += Number(size) + 1;
  }
  return found;
}
