import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readContent } from '../../graph/read.ts';
import { defaultContentFolder } from '../../release/folders.ts';
import type { City, Corpus } from './corpus.ts';

/** The repository’s own city, whose settings, strings and portraits the corpus takes. */
export async function readCity(folder: string = defaultContentFolder): Promise<City> {
  const { texts, media } = await readContent(folder);
  return {
    texts: new Map([...texts].filter(([file]) => /^(settings|strings)\//.test(file))),
    portraits: [...media.keys()].filter((file) => file.startsWith('portraits/')).slice(0, 12),
  };
}

/** Writes files by their path from a folder, making the folders they need. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const made = new Set<string>();
  for (const [path, text] of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await writeFile(target, text);
  }
}

/** Writes the corpus as a content folder, with the city’s portraits. */
export async function writeContent(folder: string, { texts }: Corpus, city: string = defaultContentFolder): Promise<void> {
  await writeFiles(folder, texts);
  await cp(join(city, 'media', 'portraits'), join(folder, 'media', 'portraits'), { recursive: true });
}
