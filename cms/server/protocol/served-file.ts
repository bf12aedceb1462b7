import { servedText } from '../checks/served-text.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import type { Kind } from '../roles.ts';
import type { StoredFile } from '../store/store.ts';
import { decapPath } from './paths.ts';

/** A text as Decap's lists have it; `null` where there is none. */
export interface ServedFile {
  data: string | null;
  file: { path: string; label?: string | undefined; id: string | null };
}

/** Characters that are kept. */
const most = 32 * 1024 * 1024;
const known = new Map<string, string>();
let size = 0;

/** The text for an editor; of a translation that somebody opens with the revision of its original's file. Lists show thousands of them again and again, so what was made once is kept. */
export function textToEdit(name: DocumentName, { text, revision }: Pick<StoredFile, 'text' | 'revision'>, original?: string): string {
  const key = `${documentFile(name)} ${revision} ${original}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = servedText({ name, text, revision, original });
  if (size > most) {
    known.clear();
    size = 0;
  }
  known.set(key, made);
  size += made.length;
  return made;
}

export const servedFile = ({ path, text, revision }: StoredFile, kind?: Kind, original?: string): ServedFile => ({
  data: textToEdit(documentName(path)!, { text, revision }, original),
  file: { path: decapPath(path, kind), id: revision },
});

export const missingFile = (name: DocumentName): ServedFile => ({ data: null, file: { path: decapPath(documentFile(name)), id: null } });
