import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './git/refs.ts';

/** What sessions are signed with: made once, readable by this user alone, and kept, or everybody would be signed out by a restart. */
export async function keptSecret(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  });
  if (kept !== undefined && kept.trim().length >= 32) return kept.trim();
  const secret = randomBytes(32).toString('base64url');
  const written = await open(`${file}.new`, 'w', 0o600);
  await written.writeFile(`${secret}\n`);
  await written.sync();
  await written.close();
  await rename(`${file}.new`, file);
  await flushFolder(dirname(file));
  return secret;
}
