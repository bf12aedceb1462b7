import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentSource } from '../graph/content-source.ts';
import { readContent } from '../graph/read.ts';

/** The day on which the fixture city is looked at: one consent ended the day before. */
export const fixtureDay = '2026-11-22';

/** Where its files are; the interface texts are not among them. */
export const fixtureFolder = fileURLToPath(new URL('./content', import.meta.url));
const strings = fileURLToPath(new URL('../../content/strings', import.meta.url));
const languages = ['en', 'nl', 'ar'];

/** The fixture city as the graph reads it. */
export async function fixtureSource(): Promise<ContentSource> {
  const { texts, media } = await readContent(fixtureFolder);
  const words = await Promise.all(
    languages.map(async (lang) => [`strings/${lang}.yml`, await readFile(join(strings, `${lang}.yml`), 'utf8')] as const),
  );
  return { texts: new Map([...texts, ...words]), media };
}

/** Every file of the fixture city by its path from the content folder: texts as text, pictures as bytes. */
export async function fixtureFiles(): Promise<Map<string, string | Buffer>> {
  const files = new Map<string, string | Buffer>((await fixtureSource()).texts);
  for (const file of await readdir(join(fixtureFolder, 'media'), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    files.set(relative(fixtureFolder, path).split(sep).join('/'), await readFile(path));
  }
  return files;
}

/** The interface texts of every language of the sample city, by language: for tests that add one. */
export async function allStrings(): Promise<Map<string, string>> {
  const names = (await readdir(strings)).filter((name) => name.endsWith('.yml')).sort();
  return new Map(await Promise.all(names.map(async (name) => [name.slice(0, -'.yml'.length), await readFile(join(strings, name), 'utf8')] as const)));
}

/** Writes the whole content folder of the fixture city to disk, for what reads from there. */
export async function writeFixtureCity(folder: string): Promise<void> {
  for (const [path, content] of await fixtureFiles()) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
