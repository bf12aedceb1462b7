import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Clears what a killed git left behind: locks that nobody holds, objects half written, index files. Only for who owns the folder alone,
 * since a living git's locks look the same.
 */
export async function clearAfterCrash({ repository, indexFolder }: { repository: string; indexFolder: string }): Promise<void> {
  await rm(indexFolder, { recursive: true, force: true });
  const files = await readdir(repository, { recursive: true, withFileTypes: true }).catch(() => []);
  const stale = files.filter((file) => file.isFile() && (file.name.endsWith('.lock') || /^(?:tmp_|\.tmp-)/.test(file.name)));
  for (const file of stale) await rm(join(file.parentPath, file.name), { force: true });
}
