import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

export interface FileLock {
  release: () => void;
}

/**
 * A lock that the operating system takes back when its holder dies, however it dies: SQLite's lock on a file, which is the only such lock that Node can take.
 * @returns undefined where another process holds it
 */
export function tryFileLock(file: string): FileLock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN EXCLUSIVE');
  } catch (problem) {
    database.close();
    if ((problem as { errcode?: number }).errcode === 5) return undefined;
    throw problem;
  }
  return { release: () => database.close() };
}

/** Waits for the lock without holding up the process. Throws after `patience` milliseconds. */
export async function fileLock(file: string, patience = 30_000): Promise<FileLock> {
  const until = Date.now() + patience;
  for (;;) {
    const lock = tryFileLock(file);
    if (lock) return lock;
    if (Date.now() > until) throw new Error(`${file} has been held by another process for ${Math.round(patience / 1000)} seconds.`);
    await wait(10);
  }
}

/**
 * Sole ownership of a data folder, for as long as this process lives.
 * Throws a sentence that names the process which has it.
 */
export function ownDataFolder(file: string): FileLock {
  const lock = tryFileLock(file);
  const note = `${file}.pid`;
  if (!lock) {
    let who = '';
    try {
      who = ` (process ${readFileSync(note, 'utf8').trim()})`;
    } catch {
      // It holds the lock and has not written its number yet.
    }
    throw new Error(
      `Another server${who} is running on this data folder, and two would overwrite each other. Stop it, or give this one its own folder: DOORSTEP_CMS_DATA=.data-2 npm start`,
    );
  }
  writeFileSync(note, String(process.pid));
  return {
    release: () => {
      rmSync(note, { force: true });
      lock.release();
    },
  };
}
