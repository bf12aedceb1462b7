import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureFiles, writeFixtureCity } from '../../../src/fixture-city/fixture-city.ts';
import { readContent } from '../../../src/graph/read.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/store.ts';
import { createMainContent } from './create-main-content.ts';
import type { MainContent } from './main-content.ts';
import { createMainReader, type MainReader } from './read-main.ts';

let folder: string;
let store: Store;
let reader: MainReader;
let content: MainContent;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-content-'));
  const repository = join(folder, 'repository.git');
  store = await createStore({ repository, cache: join(folder, 'cache'), writeLock: join(folder, 'write.lock'), owner: true });
  await store.replaceAll({ files: await fixtureFiles(), by: 'server', action: 'import' });
  reader = createMainReader({ repository, media: join(folder, 'media') });
  content = createMainContent({ store, reader, fixedDay: '2026-11-22' });
});
afterEach(async () => {
  reader.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test('main is read from git as its folder would be: every text, every picture, in the same order', async () => {
  await writeFixtureCity(join(folder, 'checkout'));
  const read = await reader.read(await store.head());
  const expected = await readContent(join(folder, 'checkout'));
  expect([...read.texts]).toEqual([...expected.texts]);
  expect([...read.media]).toEqual([...expected.media]);
});

test('a change of main is seen at once, and only what changed is parsed', async () => {
  const before = await content.current();
  const name = { collection: 'guides', lang: 'en', slug: 'bicycle' } as const;
  const [file] = await store.read(['guides/en/bicycle.mdx']);
  const draft = await store.save({ name, text: `${file!.text}\nOne more line.\n`, seen: file!.revision, by: 'u_a', status: 'pending_publish' });
  await store.publish({ name, by: 'u_a', seen: draft.revision });
  const after = await content.current();
  expect(after).not.toBe(before);
  expect(after.parsedNow).toBe(1);
  expect(after.source.texts.get('guides/en/bicycle.mdx')).toContain('One more line.');
});

test('asked many times at once it is parsed once', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => content.current()));
  expect(new Set(all).size).toBe(1);
});

test('a proposal is looked at and nothing is kept of it', async () => {
  const proposed = await content.with({ texts: new Map([['guides/en/bicycle.mdx', null]]) });
  expect(proposed.graph!.groups.guides.has('bicycle')).toBe(false);
  expect((await content.current()).graph!.groups.guides.has('bicycle')).toBe(true);
});
