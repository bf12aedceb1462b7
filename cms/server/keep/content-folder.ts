import { lstat, readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { documentName } from '../document.ts';
import { blobId } from '../git/objects.ts';

/** What a content folder of a checkout holds: what the CMS keeps too, and what it has no place for. */
export interface ContentFolder {
  /** Texts as text, pictures as bytes, by path from the folder. */
  files: ReadonlyMap<string, string | Buffer>;
  /** Other files: a README, a text under a name that no entry has. They stay where they are. */
  others: readonly string[];
}

const media = /^media\/(?:[^./\\][^/\\]*\/)*[^./\\][^/\\]*$/;

/** Whether the CMS keeps a file: an entry, settings, interface texts, or something under `media/` that is not hidden. */
export const isContent = (path: string): boolean => documentName(path) !== undefined || media.test(path);

/** Reads a content folder whole. Links are not followed, so nothing from elsewhere comes in. Throws a sentence where there is no folder. */
export async function readContentFolder(folder: string): Promise<ContentFolder> {
  if (!(await lstat(folder).catch(() => undefined))?.isDirectory())
    throw new Error(`There is no folder ${folder}. Name the one that holds settings/, strings/ and the entries.`);
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => !file.isDirectory());
  const paths = found.map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/')).sort();
  const plain = new Set(found.filter((file) => file.isFile()).map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join('/')));
  const files = new Map<string, string | Buffer>();
  for (const path of paths) {
    if (!plain.has(path) || !isContent(path)) continue;
    const bytes = await readFile(join(folder, path));
    files.set(path, path.startsWith('media/') ? bytes : bytes.toString('utf8'));
  }
  return { files, others: paths.filter((path) => !files.has(path) && !path.split('/').some((name) => name.startsWith('.'))) };
}

/** The revision of each file, as the store knows it. */
export const revisionsOf = (files: ContentFolder['files']): Map<string, string> =>
  new Map([...files].map(([path, content]) => [path, blobId(content)]));
