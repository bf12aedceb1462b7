import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentName } from '../document.ts';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText } from './example-texts.ts';
import { opaqueSlug, slugFromTitle } from './new-slug.ts';

let city: ApiCity;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-slugs-')), { files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

const slugFor = async (title: string, collection = 'guides', lang = 'en') =>
  (await city.api(city.person('editor'), 'newSlug', { collection, lang, title })).body.slug as string;

describe('a title as an address', () => {
  test.each([
    ['Register with the city', 'register-with-the-city'],
    ['Über Größe und Straße', 'ueber-groesse-und-strasse'],
    ['Ça marche à Łódź', 'ca-marche-a-lodz'],
    ['Як зареєструватися', 'yak-zareiestruvatysia'],
    ['Згурський їжак і Юлія', 'zghurskyi-yizhak-i-yuliia'],
    ['التسجيل', 'altsjyl'],
    ['Εγγραφή', 'eggrafi'],
    ['Kız kardeşim İstanbul’da', 'kiz-kardesim-istanbulda'],
    ['注册', 'entry'],
    ['', 'entry'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%s → %s', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
  });
  test('it is cut after a whole word, at sixty signs', () => {
    expect(slugFromTitle('a very long title that goes on and on, far beyond what anybody would read aloud')).toBe(
      'a-very-long-title-that-goes-on-and-on-far-beyond-what',
    );
    expect(slugFromTitle('x'.repeat(300))).toBe('x'.repeat(60));
  });
  test('that of a story says nothing of who told it', async () => {
    expect(opaqueSlug()).toMatch(/^(?:[b-df-hj-np-tv-z][2-9]){3}$/);
    expect(await slugFor('Oksana from Kharkiv', 'stories')).toMatch(/^(?:[b-z][2-9]){3}$/);
  });
});

describe('an address that nobody has', () => {
  test('is another than that of a published entry, in whatever language', async () => {
    expect(await slugFor('Register', 'guides', 'ar')).toBe('register-2');
  });
  test('is another than that of a draft and its earlier addresses', async () => {
    const text = originalText('guides', 'ferry').replace('sample: true', 'sample: true\naliases: [the-old-ferry]');
    const saved = await city.api(city.person('editor'), 'persistEntry', { dataFiles: [{ path: 'content/guides/en/ferry.mdx', raw: text }] });
    expect(saved.status).toBe(200);
    expect(await slugFor('Ferry')).toBe('ferry-2');
    expect(await slugFor('The old ferry')).toBe('the-old-ferry-2');
    expect(await slugFor('Ferry', 'pages')).toBe('ferry');
  });
  test('is no name that Windows keeps for a device', async () => {
    const slug = await slugFor('Con');
    expect(slug).toBe('con-2');
    expect(documentName(`guides/en/${slug}.mdx`)).toBeDefined();
  });
  test('is given to nobody who may not write there', async () => {
    const asked = await city.api(city.person('contributor'), 'newSlug', { collection: 'guides', lang: 'en', title: 'Mine' });
    expect(asked.status).toBe(403);
  });
  test('is not given for what is no language or no collection', async () => {
    const editor = city.person('editor');
    expect((await city.api(editor, 'newSlug', { collection: 'guides', lang: '../en', title: 'x' })).status).toBe(422);
    expect((await city.api(editor, 'newSlug', { collection: 'settings', lang: 'en', title: 'x' })).status).toBe(422);
  });
});
