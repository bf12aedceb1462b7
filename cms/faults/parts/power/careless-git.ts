import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { markIn } from '../../harness/document-text.ts';
import type { Marked } from '../../harness/ledger.ts';
import { runProgram } from '../../harness/run-program.ts';

/** A `git` first in PATH that is the real one and flushes nothing. Returns its folder. */
export async function carelessGit(work: string): Promise<string> {
  const programs = join(work, 'careless-programs');
  await mkdir(programs, { recursive: true });
  const git = (await runProgram('sh', ['-c', 'command -v git'])).output.trim();
  const careless = `for word; do shift; [ "$word" = core.fsync=all ] && word=core.fsync=none; set -- "$@" "$word"; done`;
  await writeFile(join(programs, 'git'), `#!/bin/sh\n${careless}\nexec '${git}' "$@"\n`);
  await chmod(join(programs, 'git'), 0o755);
  return programs;
}

/** Acknowledged texts whose objects are missing, empty or damaged. Looked at without git, which may not be able to open what is left. */
export async function unreadable(repository: string, kept: readonly Marked[]): Promise<Marked[]> {
  const texts = await Promise.all(
    kept.map(async ({ revision }) => {
      try {
        return inflateSync(await readFile(join(repository, 'objects', revision.slice(0, 2), revision.slice(2)))).toString('utf8');
      } catch {
        return '';
      }
    }),
  );
  return kept.filter(({ mark }, index) => markIn(texts[index]!) !== mark);
}
