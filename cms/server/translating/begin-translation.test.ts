import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createTranslatingCity, inLanguage, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

describe('“Translate into …”', () => {
  test('makes a draft that is accepted, with every list as long as the original’s, and leads to where it is written', async () => {
    const answer = await city.api(city.translator, 'beginTranslation', { collection: 'stories', slug: 'w3e1', lang: 'en' });
    expect(answer.body).toEqual({
      document: 'stories/en/w3e1',
      address: '/admin/en/#/collections/stories-en-translations/entries/w3e1',
      entry: '/entries/stories/en/w3e1',
      begun: true,
    });
    const draft = (await city.store.draft({ collection: 'stories', lang: 'en', slug: 'w3e1' }))!;
    expect(draft.owner).toBe(city.translator.id);
    expect(draft.text).toMatch(/^---\ntranslates: nl\nstate: full\n/);
    const original = (await city.mainContent.current()).graph!.groups.stories.get('w3e1')!.original.data;
    expect(draft.text.match(/^line:\n((?: {2}- \{\}\n)+)/m)?.[1]?.match(/\{\}/g)).toHaveLength(original.line.length);
    expect(draft.text.endsWith('---\n')).toBe(true);
    expect((await city.api(city.translator, 'unpublishedEntry', { id: 'stories/en/w3e1' })).body.collection).toBe('stories-en-translations');
  });

  test('is possible while the original is only a draft', async () => {
    const name = await city.drafted();
    expect((await city.begin(city.translator, name, 'nl')).body).toMatchObject({ begun: true });
    const raw = await city.served(city.translator, inLanguage(name, 'nl'));
    expect(raw).toContain(`_original: '${(await city.store.draft(name))!.revision}'`);
  });

  test('leads to the draft that somebody else began, and to a translation that is there', async () => {
    const name = await city.published();
    const [first, second] = await Promise.all([city.begin(city.translator, name, 'nl'), city.begin(city.editor, name, 'nl')]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.address).toBe(second.body.address);
    const { owner, revision } = (await city.store.draft(inLanguage(name, 'nl')))!;
    expect((await city.begin(city.person('translator'), name, 'nl')).body.begun).toBe(false);
    expect(await city.store.draft(inLanguage(name, 'nl'))).toMatchObject({ owner, revision });
    expect((await city.api(city.translator, 'beginTranslation', { collection: 'stories', slug: 'k1d4', lang: 'nl' })).body.begun).toBe(false);
  });

  test.each([
    ['a language that the site does not have', { collection: 'guides', slug: 'bicycle', lang: 'fr' }, 422],
    ['what is no language', { collection: 'guides', slug: 'bicycle', lang: '../en' }, 422],
    ['an entry that is not there', { collection: 'guides', slug: 'gone', lang: 'ar' }, 404],
    ['an address that can be none', { collection: 'guides', slug: '../../settings/site', lang: 'ar' }, 422],
    ['settings', { collection: 'settings', slug: 'site', lang: 'ar' }, 422],
  ])('is refused for %s', async (_, params, status) => {
    const before = city.written();
    expect((await city.api(city.editor, 'beginTranslation', params)).status).toBe(status);
    expect(city.written()).toBe(before);
  });

  test('is refused for the language of the original, published or a draft', async () => {
    for (const name of [await city.published(), await city.drafted()]) {
      const { status, body } = await city.begin(city.editor, name, 'en');
      expect([status, body.error]).toEqual([422, 'It was written in that language: this is the original. Choose another language.']);
    }
  });

  test('is not for contributors, and tells nobody of a draft that they may not read', async () => {
    const name = await city.published();
    expect((await city.begin(city.person('contributor'), name, 'nl')).status).toBe(403);
    const hidden = await city.drafted();
    const student = city.person('student-editor', { desks: ['students'] });
    expect((await city.begin(student, hidden, 'nl')).status).toBe(404);
    expect((await city.begin(student, name, 'nl')).body).toMatchObject({ begun: true });
  });
});
