import { readFileSync, writeFileSync } from 'node:fs';
import { fileLock, type FileLock } from '../file-lock.ts';

/**
 * The lock of the one publisher of a folder of releases. One that was left behind by a killed server, and hangs so that it does not notice, is ended:
 * who holds the lock lives, and has written its number beside it.
 */
export async function soleLock(file: string, patience = 3000): Promise<FileLock> {
  const note = `${file}.pid`;
  const lock = await fileLock(file, patience).catch(async () => {
    end(Number(readFileSync(note, 'utf8')));
    return fileLock(file, patience);
  });
  writeFileSync(note, String(process.pid));
  return lock;
}

function end(holder: number): void {
  if (!Number.isSafeInteger(holder) || holder <= 1 || holder === process.pid) return;
  try {
    process.kill(holder, 'SIGKILL');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ESRCH') throw problem;
  }
}
