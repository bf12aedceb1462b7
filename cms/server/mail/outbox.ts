import { randomBytes } from 'node:crypto';
import { open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Letter } from './mail.ts';

const stored = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.string(), until: z.string().optional() });
/** A letter as it lies in the outbox. */
export type StoredLetter = z.output<typeof stored>;

const suffix = '.json';
/** A letter that was given up; it stays for somebody to look at. */
const failed = '.failed';

/** The folder in which letters wait, one file each. Names sort by when they were written. */
export interface Outbox {
  /** The letter is on the disk, its name in the folder too, when this returns. */
  put(letter: Letter): Promise<string>;
  /** Names of the letters that wait, oldest first. */
  names(): Promise<string[]>;
  /** How many letters were given up. */
  givenUp(): Promise<number>;
  /** `gone` where somebody else took it away, `broken` where it is no letter. */
  read(name: string): Promise<StoredLetter | 'gone' | 'broken'>;
  remove(name: string): Promise<void>;
  giveUp(name: string): Promise<void>;
  /** Takes away what a crash left half written, and all but the newest of what was given up; with `waiting`, of what waits too. */
  tidy(keep: { newest: number; waiting: boolean }): Promise<void>;
}

export function outboxAt(folder: string): Outbox {
  const listed = async (...endings: string[]) => (await readdir(folder)).filter((name) => endings.some((end) => name.endsWith(end))).toSorted();
  return {
    async put(letter) {
      const at = new Date().toISOString();
      const name = `${at.replaceAll(':', '-')}-${randomBytes(6).toString('hex')}`;
      const temporary = join(folder, `.${name}`);
      // Only this user may read it: a letter can hold a link that signs somebody in.
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(`${JSON.stringify({ ...letter, at }, null, 2)}\n`);
        await file.sync();
      } catch (problem) {
        await rm(temporary, { force: true });
        throw problem;
      } finally {
        await file.close();
      }
      await rename(temporary, join(folder, name + suffix));
      await syncFolder(folder);
      return name + suffix;
    },
    names: () => listed(suffix),
    givenUp: async () => (await listed(failed)).length,
    async read(name) {
      try {
        return stored.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      } catch (problem) {
        return (problem as { code?: string }).code === 'ENOENT' ? 'gone' : 'broken';
      }
    },
    async remove(name) {
      await rm(join(folder, name), { force: true });
      await syncFolder(folder);
    },
    async giveUp(name) {
      await rename(join(folder, name), join(folder, name.slice(0, -suffix.length) + failed));
    },
    async tidy({ newest, waiting }) {
      for (const name of (await readdir(folder)).filter((name) => name.startsWith('.'))) {
        const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
        // What is younger may just be written, by this process or by a command beside it.
        if (Date.now() - mtimeMs > 3_600_000) await rm(join(folder, name), { force: true });
      }
      const names = await listed(failed, ...(waiting ? [suffix] : []));
      for (const name of names.slice(0, Math.max(0, names.length - newest))) await rm(join(folder, name), { force: true });
    },
  };
}

/** A renamed or removed file is so after a power cut only when its folder was written too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
