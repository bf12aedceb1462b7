import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, fixtureSource } from '../../../../src/fixture-city/fixture-city.ts';
import { createTranslatingCity, type TranslatingCity } from '../../translating/translating-city.ts';
import { pagesInFolder, signedInAs, type PagesInFolder } from '../pages-in-folder.ts';

let city: TranslatingCity;
let pages: PagesInFolder;
let translator: Headers;
let editor: Headers;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
  pages = await pagesInFolder({ source: await fixtureSource(), api: city.answer });
  translator = (await signedInAs(pages, 'translator')).headers;
  editor = (await signedInAs(pages, 'editor')).headers;
});
afterAll(async () => {
  await city.close();
  await pages[Symbol.asyncDispose]();
});

const shown = async (path: string, by = translator) => {
  const answer = await pages.get(path, by);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('the table of translations', () => {
  test('is a table with a caption, heads that sort, and a region one can reach by keyboard', async () => {
    const page = await shown('/translations');
    expect(page).toMatch(/<div class="tr-scroll" role="region" aria-labelledby="tr-caption" tabindex="0">/);
    expect(page).toMatch(/<caption id="tr-caption">\s*\d+ entries\s*<\/caption>/);
    expect(page.match(/<th scope="col"/g)).toHaveLength(6);
    expect(page).toMatch(/<th scope="col" role="columnheader"\s+aria-sort="ascending">/);
    expect(page).toContain('href="/translations?sort=-title"');
    expect(page).toContain('href="/translations?sort=age"');
  });

  test('leads from what is missing to its translation by a form without a script', async () => {
    const page = await shown('/translations?what=guides&in=ar&state=missing');
    expect(page).toMatch(/<button class="less" name="at" value="guides\/ar\/bicycle">/);
    const answer = await pages.post('/translations', { at: 'guides/ar/bicycle' }, translator);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/ar/#/collections/guides-ar-translations/entries/bicycle']);
    expect(await shown('/translations?what=guides&in=ar&mine=1')).toContain('href="/entries/guides/ar/bicycle"');
  });

  test('keeps what was asked for, and the language of the interface, from link to link', async () => {
    const page = await shown('/translations?lang=nl&what=guides&search=a&sort=-age');
    expect(page).toContain('<html lang="nl"');
    expect(page).toContain('<input type="hidden" name="lang" value="nl"');
    expect(page).toContain('href="/translations?lang=nl&amp;what=guides&amp;search=a&amp;sort=age"');
    expect(page).toMatch(/<option value="guides"\s+selected>/);
  });

  test('shows an address that asks for what there is not as if it did not ask', async () => {
    expect(await shown('/translations?what=settings&in=fr&state=odd&page=-3&sort=%22%3E')).toContain('<table');
    expect(await shown('/translations?search=%3Cscript%3E')).not.toContain('<script>');
  });

  test('says where nothing is as wanted, and leads back to everything', async () => {
    const page = await shown('/translations?search=zzzz');
    expect(page).toContain('Nothing is like this.');
    expect(page).toMatch(/<a href="\/translations">\s*Show everything/);
  });

  test.each(['', 'guides', 'guides/ar', '../../x/y', 'settings/all/nothing'])('refuses to translate %j', async (at) => {
    expect((await pages.post('/translations', { at }, translator)).status).toBe(422);
  });

  test('is for who is signed in', async () => {
    expect((await pages.get('/translations')).status).toBe(303);
  });
});

describe('the forms of an entry’s page', () => {
  test('say that a guide is still right, and lead back to it', async () => {
    const answer = await pages.post('/entries/guides/nl/register/still-right', {}, editor);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/entries/guides/nl/register?done=still-right']);
    expect((await city.store.history({ collection: 'guides', lang: 'nl', slug: 'register' }))[0]).toMatchObject({ action: 'still-right' });
  });

  test('say that translations are', async () => {
    const { english } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'Firstly.'));
    const answer = await pages.post(`/entries/guides/en/${english.slug}/translations-still-right`, {}, editor);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/entries/guides/en/${english.slug}?done=same-meaning`]);
  });

  test('are refused for who may not publish, and for what is not there', async () => {
    expect((await pages.post('/entries/guides/nl/register/still-right', {}, translator)).status).toBe(403);
    expect((await pages.post('/entries/guides/nl/gone/still-right', {}, editor)).status).toBe(404);
    expect((await pages.post('/entries/stories/en/k1d4/still-right', {}, editor)).status).toBe(422);
  });
});
