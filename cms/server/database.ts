import { DatabaseSync } from 'node:sqlite';

/** Tables of our own; those of better-auth are made by its migrations. Each statement can run on every start. */
const tables = [
  `CREATE TABLE IF NOT EXISTS owned_documents (
     collection TEXT NOT NULL, slug TEXT NOT NULL, person TEXT NOT NULL,
     PRIMARY KEY (collection, slug)
   ) STRICT`,
  `CREATE TABLE IF NOT EXISTS release_records (
     id INTEGER PRIMARY KEY, record TEXT NOT NULL
   ) STRICT`,
  `CREATE TABLE IF NOT EXISTS reminder_mails (
     week TEXT NOT NULL, recipient TEXT NOT NULL, begun TEXT NOT NULL, sent TEXT,
     PRIMARY KEY (week, recipient)
   ) STRICT`,
];

/** The private database: what is not public and must not be lost. Written through on every commit, so that what was acknowledged survives a power cut. */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  for (const table of tables) database.exec(table);
  return database;
}
