import type { DatabaseSync } from 'node:sqlite';

/** Does several writes as one, and none where one throws. The work must not wait for anything: others write by the same connection. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (problem) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw problem;
  }
}
