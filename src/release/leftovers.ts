import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const temporary = /^\.(?:writing|assembling|site)-(\d+)$/;

/** Clears away what processes left half done when they died. What living ones are at stays. */
export async function clearLeftovers(out: string): Promise<void> {
  const names = await readdir(out).catch(() => []);
  for (const name of names) {
    const pid = Number(temporary.exec(name)?.[1]);
    if (pid && pid !== process.pid && !isAlive(pid)) await rm(join(out, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    // Another user's process may not be asked, but it lives.
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
