import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { measurePicture } from './read-picture.ts';
import type { ContentSource, MediaFile } from './content-source.ts';

/** Pictures measured before, by path, with the file's size and time: unchanged ones are not opened again. */
const measured = new Map<string, { stamp: string; file: MediaFile }>();
const pictureEnding = /\.(?:jpe?g|png|webp|avif|svg)$/;

/** Reads a content folder whole: texts as they are, pictures measured. A folder that is not there is empty. */
export async function readContent(folder: string): Promise<ContentSource> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((file) => file.isFile() && !file.name.startsWith('.'))
    .map((file) => join(file.parentPath, file.name))
    .sort();
  const texts = new Map<string, string>();
  const media = new Map<string, MediaFile>();
  await inBatches(files, 64, async (path) => {
    const name = relative(folder, path).split(sep).join('/');
    if (name.startsWith('media/')) {
      if (pictureEnding.test(name)) media.set(name.slice('media/'.length), await measureOnce(path));
    } else if (/\.(mdx|yml)$/.test(name)) texts.set(name, await readFile(path, 'utf8'));
  });
  return { texts: sorted(texts), media: sorted(media) };
}

async function measureOnce(path: string): Promise<MediaFile> {
  const { size, mtimeMs, ino } = await stat(path);
  const stamp = `${size} ${mtimeMs} ${ino}`;
  const known = measured.get(path);
  if (known?.stamp === stamp) return known.file;
  const file = await measurePicture(path);
  measured.set(path, { stamp, file });
  return file;
}

async function inBatches<T>(items: readonly T[], size: number, work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += size) await Promise.all(items.slice(at, at + size).map(work));
}

const sorted = <T>(map: Map<string, T>) => new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
