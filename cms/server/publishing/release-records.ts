import type { DatabaseSync } from 'node:sqlite';
import type { ReleaseRecord } from './publishing.ts';

/** How many are kept: as many releases as one can go back to. */
const most = 200;

/** What became of each attempt to publish, newest first, in the private database. */
export interface ReleaseRecords {
  /** A number no attempt has had. */
  next(): number;
  write(record: ReleaseRecord): void;
  list(limit?: number): ReleaseRecord[];
  last(): ReleaseRecord | null;
  lastLive(): ReleaseRecord | null;
}

/** @param above the highest number that anything else remembers, so that none is given twice where the database was lost */
export function createReleaseRecords(database: DatabaseSync, above = 0): ReleaseRecords {
  const read = (rows: Record<string, unknown>[]) => rows.map(({ record }) => JSON.parse(String(record)) as ReleaseRecord);
  const list = (limit = most) => read(database.prepare('SELECT record FROM release_records ORDER BY id DESC LIMIT ?').all(limit));
  let highest = Math.max(above, Number(database.prepare('SELECT max(id) AS highest FROM release_records').get()?.['highest'] ?? 0));
  let lastLive = list().find(({ state }) => state === 'live') ?? null;
  return {
    next: () => ++highest,
    write(record) {
      if (record.state === 'live') lastLive = record;
      database.prepare('INSERT OR REPLACE INTO release_records (id, record) VALUES (?, ?)').run(record.id, JSON.stringify(record));
      database.prepare('DELETE FROM release_records WHERE id NOT IN (SELECT id FROM release_records ORDER BY id DESC LIMIT ?)').run(most);
    },
    list,
    last: () => list(1)[0] ?? null,
    lastLive: () => lastLive,
  };
}
