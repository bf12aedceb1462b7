import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchIndex, type SearchPage } from './search-index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-search-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (path: string, text: string): SearchPage => {
  const html = `<!doctype html><html lang="en"><head><title>${path}</title></head><body><main id="main" tabindex="-1"><h1>${path}</h1><p>${text}</p></main></body></html>`;
  return {
    path,
    hash: hash('sha256', html, 'hex'),
    record: { collection: 'guides', title: path, summary: '', facets: {}, words: '' },
    read: async () => html,
  };
};
const pages = [page('/en/a/', 'kettle'), page('/en/b/', 'harbour'), page('/en/c/', 'ferry and mill')];
async function bytesOf(cache: string, of: readonly SearchPage[], lang = 'en'): Promise<Record<string, string>> {
  const index = await searchIndex(lang, of, { cache: join(folder, cache) });
  return Object.fromEntries(
    await Promise.all(index.files.map(async (file) => [file, hash('sha256', await readFile(join(index.folder, file)), 'hex')])),
  );
}

test('the same pages give the same bytes, in whatever order they come', async () => {
  const first = await bytesOf('first', pages);
  expect(Object.keys(first)).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-entry.json']));
  expect(await bytesOf('second', pages.toReversed())).toEqual(first);
  expect(Object.keys(first).filter((file) => /ui|highlight/.test(file))).toEqual([]);
});

test('a changed page gives another index; no pages give none', async () => {
  expect(await bytesOf('first', [...pages.slice(1), page('/en/a/', 'teapot')])).not.toEqual(await bytesOf('first', pages));
  expect(await bytesOf('first', [], 'nl')).toEqual({});
});

test('an index is made once, and the last ones of each language are kept', async () => {
  const again = pages.map((known) => ({ ...known, read: () => Promise.reject(new Error('read again')) }));
  await bytesOf('first', again);
  for (let at = 0; at < 14; at++) await bytesOf('many', [page('/en/', `word${at}`)]);
  await bytesOf('many', [page('/nl/', 'woord')], 'nl');
  const kept = await readdir(join(folder, 'many/search'));
  expect(kept.filter((name) => name.startsWith('en-'))).toHaveLength(12);
  expect(kept.filter((name) => name.startsWith('nl-'))).toHaveLength(1);
  expect(kept.filter((name) => name.includes('.'))).toEqual([]);
});
