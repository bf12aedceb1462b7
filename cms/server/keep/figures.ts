import { readFile, readdir } from 'node:fs/promises';
import type { DataFolder } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { tryFileLock } from '../file-lock.ts';
import type { ReleaseRecord } from '../publishing/publishing.ts';
import { createReleaseRecords } from '../publishing/release-records.ts';
import { statuses, type Status, type Store } from '../store/store.ts';
import { differs, type Difference } from './differs.ts';
import { sizesOf, spaceOf, type PartSizes, type Space } from './disk.ts';

/** How things stand, as far as the data folder tells whoever is beside the server. */
export interface KeepFigures {
  /** Number of the process that runs on the folder. */
  server: string | undefined;
  /** The release that is on the site, and the last attempt whatever became of it. */
  live: ReleaseRecord | null;
  last: ReleaseRecord | null;
  /** What `main` has and the release has not; undefined where there is no release to compare with. */
  waiting: Difference | undefined;
  drafts: Record<Status | 'total', number>;
  mails: number;
  space: Space;
  sizes: PartSizes;
}

export async function figuresOf({ data, store }: { data: DataFolder; store: Store }): Promise<KeepFigures> {
  const database = openDatabase(data.database);
  const records = createReleaseRecords(database);
  const [live, last] = [records.lastLive(), records.last()];
  database.close();
  const released = live?.release ? await store.releaseSnapshot(live.release) : undefined;
  const drafts = await store.drafts();
  const inStatus = (status: Status) => drafts.filter((draft) => draft.status === status).length;
  return {
    server: await runningServer(data),
    live,
    last,
    waiting: released && differs({ from: released.files, to: (await store.snapshot()).files }),
    drafts: { total: drafts.length, ...(Object.fromEntries(statuses.map((status) => [status, inStatus(status)])) as Record<Status, number>) },
    mails: (await readdir(data.outbox).catch(() => [])).filter((name) => name.endsWith('.json')).length,
    space: await spaceOf(data.root),
    sizes: await sizesOf(data),
  };
}

/** The note outlives a server that was killed, the lock does not; the lock is tried only where there is a note, so that a server that starts finds it free. */
async function runningServer({ ownerLock }: Pick<DataFolder, 'ownerLock'>): Promise<string | undefined> {
  const process = await readFile(`${ownerLock}.pid`, 'utf8').catch(() => undefined);
  if (process === undefined) return undefined;
  const lock = tryFileLock(ownerLock);
  lock?.release();
  return lock ? undefined : process.trim();
}
