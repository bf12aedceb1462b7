import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git/git.ts';

/** Above this many loose objects, opening and backing up the repository take noticeably longer (git's own limit for tidying up). */
const many = 6700;
/** What nothing refers to any more, discarded drafts among it, is removed after this time: a slow reader may still be at it before. */
const expire = '14.days.ago';

/** Packs objects where there are many, and removes what nothing refers to. Returns whether there was anything to do. */
export async function tidyUp(git: Git, above = many): Promise<boolean> {
  // Ids are evenly spread over 256 folders: one tells of all, as git's own estimate has it.
  const sample = await readdir(join(git.repository, 'objects', '17')).catch(() => []);
  if (sample.length * 256 < above) return false;
  await git.run(['repack', '-a', '-d', '-l', '-q', `--unpack-unreachable=${expire}`], { patience: 600_000 });
  await git.run(['prune', `--expire=${expire}`], { patience: 600_000 });
  return true;
}
