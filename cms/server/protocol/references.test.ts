import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { references } from '../../../src/content-model/field.ts';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText } from './example-texts.ts';
import type { ReferenceLists } from './references.ts';
import type { Person } from '../person.ts';

let city: ApiCity;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-references-')), { files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

const listsFor = async (lang: string, by: Person = city.person('editor')): Promise<ReferenceLists> =>
  (await city.api(by, 'listReferences', { lang })).body;

describe('what a field can name', () => {
  test('there is a list for every kind of reference', async () => {
    const lists = await listsFor('en');
    for (const kind of references) expect(lists[kind], kind).toBeInstanceOf(Array);
    expect(lists.topics.map(({ id }) => id)).toEqual(['housing', 'papers', 'people']);
    expect(lists.media.map(({ id }) => id)).toContain('portraits/amal.svg');
  });
  test('titles are in the working language, or else in their own, and say which', async () => {
    const lists = await listsFor('ar');
    expect(lists.topics).toContainEqual({ id: 'housing', title: 'السكن' });
    expect(lists.topics).toContainEqual({ id: 'people', title: 'Finding people', lang: 'en' });
    for (const { lang, title } of lists.guides) expect(lang === undefined).toBe(/[\u0600-\u06ff]/.test(title));
  });
  test('entries are in the order of the language', async () => {
    const titles = (await listsFor('nl')).guides.map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(1);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('nl', { numeric: true }).compare));
  });
  test('a draft is among them, for who may read it', async () => {
    const writer = city.person('student-editor', { desks: ['harbour'] });
    const raw = originalText('guides', 'tide-table', { desk: 'harbour' });
    expect((await city.api(writer, 'persistEntry', { dataFiles: [{ path: 'content/guides/en/tide-table.mdx', raw }] })).status).toBe(200);
    expect((await listsFor('nl', writer)).guides).toContainEqual({ id: 'tide-table', title: 'About tide-table', lang: 'en', state: 'draft' });
    const contributor = await listsFor('nl', city.person('contributor'));
    expect(contributor.guides.map(({ id }) => id)).not.toContain('tide-table');
    expect(contributor.guides.map(({ id }) => id)).toContain('register');
  });
  test('a draft without a title is called by its address', async () => {
    const editor = city.person('editor');
    await city.api(editor, 'persistEntry', { dataFiles: [{ path: 'content/guides/en/unnamed.mdx', raw: '---\nvoice: resident\n---\n' }] });
    expect((await listsFor('en', editor)).guides).toContainEqual({ id: 'unnamed', title: 'unnamed', state: 'draft' });
  });
  test('what is no language is refused, and what only looks like one sorts like English', async () => {
    const asked = (lang: string) => city.api(city.person('editor'), 'listReferences', { lang });
    expect((await asked('en; drop')).status).toBe(422);
    expect((await asked(`en${'-abcdefgh'.repeat(10)}`)).status).toBe(422);
    expect((await asked('en-abcde-abcde')).status).toBe(200);
    expect((await city.api(city.person('editor'), 'translationTable', { words: 'en-abcde-abcde' })).status).toBe(200);
  });
});
