import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { documentKey, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import { createTranslatingCity, inDutch, inLanguage, pathOf, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

describe('what has changed in an original', () => {
  const source = async (by: Person, name: DocumentName, more: { original?: string } = {}) =>
    (await city.api(by, 'translationSource', { path: pathOf(name), ...more })).body;
  const part = (body: { parts: { part: string }[] }, name: string) => body.parts.find((one) => one.part === name);

  test('is told word by word, with what it said when it was translated', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.').replace('cost: Nothing', 'cost: Five euros'));
    await city.api(city.editor, 'stillRight', { path: pathOf(english) });
    const told = await source(city.translator, dutch);
    expect(told).toMatchObject({
      state: 'outdated',
      changed: ['glance', 'body#one'],
      newer: false,
      original: { lang: 'en', dir: 'ltr', published: true },
    });
    expect(part(told, 'body#one')).toMatchObject({
      kind: 'section',
      label: 'One',
      changed: true,
      isNew: false,
      before: '## One\n\nFirst.',
      words: [
        { kind: 'same', text: '## One\n\nFirst' },
        { kind: 'new', text: ', at nine' },
        { kind: 'same', text: '.' },
      ],
    });
    expect(part(told, 'glance')).toMatchObject({ kind: 'field', label: 'In één oogopslag', now: expect.stringContaining(': Five euros') as string });
    expect(part(told, 'title')).toMatchObject({ label: 'Titel', changed: false });
  });

  test('is nothing where nothing has', async () => {
    const { dutch } = await city.translated();
    const told = await source(city.editor, dutch);
    expect(told).toMatchObject({ state: 'current', changed: [] });
    expect(Date.parse(told.translatedAt)).toBeGreaterThan(0);
  });

  test('is told of the version that was opened, and that there is a newer one', async () => {
    const { english, dutch } = await city.translated();
    const opened = (await source(city.translator, dutch)).original.revision as string;
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.'));
    expect(await source(city.translator, dutch, { original: opened })).toMatchObject({ newer: true, changed: [] });
    expect(await source(city.translator, dutch)).toMatchObject({ newer: false, changed: ['body#one'] });
    expect(await source(city.translator, dutch, { original: 'f'.repeat(40) })).toMatchObject({ newer: false });
  });

  test('names a section that is gone, with what it said', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('\n## Two\n\nSecond.\n', ''));
    expect(part(await source(city.translator, dutch), 'body#two')).toMatchObject({ label: 'Two', now: '', before: '## Two\n\nSecond.' });
  });

  test('is told to whoever may read the translation, of a translation', async () => {
    const { english, dutch } = await city.translated();
    expect((await city.api(city.person('contributor'), 'translationSource', { path: pathOf(dutch) })).status).toBe(403);
    expect((await city.api(city.editor, 'translationSource', { path: pathOf(english) })).status).toBe(404);
    expect((await city.api(city.editor, 'translationSource', { path: 'content/guides/nl/gone.mdx' })).status).toBe(404);
  });

  test('is not told of an original that somebody may not read, whatever they say they translate', async () => {
    const student = city.person('student-editor', { desks: ['nobodys'] });
    const drafted = await city.drafted();
    const began = await city.published();
    const later = (raw: string) => raw.replace(/^published: .*$/m, 'published: 2030-01-01');
    await city.reword(began, later);
    for (const english of [drafted, began]) {
      const dutch = inLanguage(english, 'nl');
      expect((await city.save(student, dutch, '---\ntranslates: en\nstate: full\ntitle: Mijn\n---\n\nMijn.\n')).status).toBe(200);
      const told = await city.api(student, 'translationSource', { path: pathOf(dutch) });
      expect([told.status, JSON.stringify(told.body).includes('First.')]).toEqual([404, false]);
      expect((await city.api(city.translator, 'translationSource', { path: pathOf(dutch) })).status).toBe(200);
    }
  });

  test('cannot be told where the original is gone', async () => {
    const name = await city.drafted();
    await city.begin(city.translator, name, 'nl');
    await city.api(city.editor, 'deleteUnpublishedEntry', { id: documentKey(name) });
    expect((await city.api(city.translator, 'translationSource', { path: pathOf(inLanguage(name, 'nl')) })).status).toBe(404);
    const raw = await city.served(city.translator, inLanguage(name, 'nl'));
    expect(raw).not.toContain('_original');
    expect((await city.save(city.translator, inLanguage(name, 'nl'), inDutch(raw))).status).toBe(422);
  });
});

test('a part that was never translated is new; one whose earlier wording is in no history has changed', async () => {
  const { english, dutch } = await city.translated();
  await city.reword(english, (raw) => `${raw}\n## Three\n\nThird.\n`);
  const path = pathOf(dutch);
  const told = async () =>
    (await city.api(city.translator, 'translationSource', { path })).body.parts as { part: string; isNew: boolean; before?: string }[];
  expect((await told()).find(({ part }) => part === 'body#three')).toMatchObject({ isNew: true });
  const text = (await city.publishedText(dutch)).replace(/^ {2}title: '.*'$/m, "  title: 'ffffffffffff'");
  await city.store.save({ name: dutch, text, seen: (await city.store.read([path.replace('content/', '')]))[0]!.revision, by: city.editor.id });
  const title = (await told()).find(({ part }) => part === 'title')!;
  expect([title.isNew, title.before]).toEqual([false, undefined]);
});
