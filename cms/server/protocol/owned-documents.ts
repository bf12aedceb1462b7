import type { DatabaseSync } from 'node:sqlite';
import type { DocumentName } from '../document.ts';

type Owned = Pick<DocumentName, 'collection' | 'slug'>;

/** Id of the person who wrote what is published, where that is remembered: of originals by contributors and student editors. */
export function ownerOfPublished(database: DatabaseSync, { collection, slug }: Owned): string | undefined {
  const row = database.prepare('SELECT person FROM owned_documents WHERE collection = ? AND slug = ?').get(collection, slug);
  return typeof row?.['person'] === 'string' ? row['person'] : undefined;
}

/** Remembers whose it is, for ever: who changes it later does not take it over. */
export function rememberOwner(database: DatabaseSync, { collection, slug }: Owned, person: string): void {
  database.prepare('INSERT OR IGNORE INTO owned_documents (collection, slug, person) VALUES (?, ?, ?)').run(collection, slug, person);
}
