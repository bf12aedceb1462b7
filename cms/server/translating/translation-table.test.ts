import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createRights } from '../protocol/rights.ts';
import type { Person } from '../person.ts';
import { translationState } from './translation-rows.ts';
import type { ShownCell, ShownRow, TableParams, TranslationTable } from './translation-table.ts';
import { createTranslatingCity, inDutch, inLanguage, type TranslatingCity } from './translating-city.ts';

let city: TranslatingCity;
beforeAll(async () => {
  city = await createTranslatingCity({ files: await fixtureFiles(), day: fixtureDay });
});
afterAll(() => city.close());

const table = async (by: Person, params: TableParams = {}): Promise<TranslationTable> => {
  const { status, body } = await city.api(by, 'translationTable', params);
  expect(status).toBe(200);
  return body as TranslationTable;
};
const keysOf = ({ rows }: TranslationTable) => rows.map(({ collection, slug }) => `${collection}/${slug}`);
const rowOf = ({ rows }: TranslationTable, slug: string): ShownRow => rows.find((row) => row.slug === slug)!;
const cellOf = (row: ShownRow, lang: string): ShownCell => row.cells.find((cell) => cell.lang === lang)!;

describe('the table', () => {
  test('has every entry in every language of the site, with how it stands there', async () => {
    const all = await table(city.editor);
    expect(all.languages.map(({ id }) => id)).toEqual(['en', 'nl', 'ar']);
    const states = Object.fromEntries(rowOf(all, 'k1d4').cells.map(({ lang, kind, state }) => [lang, [kind, state]]));
    expect(states).toEqual({ en: ['original', 'original'], nl: ['translation', 'current'], ar: ['translation', 'summary'] });
    expect(cellOf(rowOf(all, 'register'), 'ar')).toMatchObject({ state: 'missing', begin: true });
  });

  test('tells in how many parts a translation is outdated, and leads to where it is mended', async () => {
    const { english, dutch } = await city.translated();
    await city.reword(english, (raw) => raw.replace('First.', 'First, at nine.').replace('Second.', 'Second, at ten.'));
    const row = rowOf(await table(city.translator, { search: english.slug }), english.slug);
    expect(cellOf(row, 'nl')).toMatchObject({
      state: 'outdated',
      parts: 2,
      days: 0,
      begin: false,
      address: `/admin/nl/#/collections/guides-nl-translations/entries/${dutch.slug}`,
    });
    expect(cellOf(row, 'en')).toMatchObject({ state: 'original', address: `/entries/guides/en/${english.slug}` });
    expect(row).toMatchObject({ days: 0, title: `About ${english.slug}`, lang: 'en' });
  });

  test('tells whose draft it is, how far it is, and since when', async () => {
    const english = await city.published();
    await city.begin(city.translator, english, 'ar');
    await city.api(city.translator, 'updateUnpublishedEntryStatus', { id: `guides/ar/${english.slug}`, newStatus: 'pending_review' });
    const theirs = cellOf(rowOf(await table(city.editor, { search: english.slug }), english.slug), 'ar');
    expect(theirs).toMatchObject({
      state: 'missing',
      draft: { status: 'pending_review', owner: city.translator.name, own: false },
      days: 0,
      begin: false,
    });
    const mine = await table(city.translator, { mine: true, search: english.slug });
    expect(cellOf(rowOf(mine, english.slug), 'ar').draft).toMatchObject({ own: true });
  });

  test('has originals that are only drafts', async () => {
    const english = await city.drafted();
    const row = rowOf(await table(city.editor, { search: english.slug }), english.slug);
    expect(row).toMatchObject({ title: `About ${english.slug}`, lang: 'en' });
    expect(cellOf(row, 'en')).toMatchObject({ kind: 'original', state: 'missing', draft: { status: 'draft' } });
    expect(cellOf(row, 'nl')).toMatchObject({ begin: true });
  });

  test('shows a contributor what readers see and nothing of the drafts of others', async () => {
    const [hidden, { english }] = [await city.drafted(), await city.translated()];
    await city.begin(city.translator, english, 'ar');
    const seen = await table(city.person('contributor'));
    const everything = await table(city.editor);
    expect(keysOf(everything)).toContain(`guides/${hidden.slug}`);
    expect(keysOf(seen)).not.toContain(`guides/${hidden.slug}`);
    // Its consent has ended: readers do not see it any more.
    expect(keysOf(everything)).toContain('stories/f9u2');
    expect(keysOf(seen)).not.toContain('stories/f9u2');
    const { draft, address, begin } = cellOf(rowOf(seen, english.slug), 'ar');
    expect([draft, address, begin]).toEqual([undefined, undefined, false]);
  });

  test('is narrowed by collection, language, state, title and person', async () => {
    const { english } = await city.translated();
    await city.begin(city.translator, english, 'ar');
    expect(new Set((await table(city.editor, { collection: 'facts' })).rows.map(({ collection }) => collection))).toEqual(new Set(['facts']));
    const arabic = await table(city.editor, { lang: 'ar' });
    expect(arabic.languages.map(({ id }) => id)).toEqual(['ar']);
    expect(arabic.rows.every(({ cells }) => cells.length === 1)).toBe(true);
    const missing = await table(city.editor, { lang: 'ar', state: 'missing' });
    expect(missing.rows.every(({ cells }) => cells[0]!.state === 'missing' && !cells[0]!.draft)).toBe(true);
    expect(keysOf(missing)).not.toContain(`guides/${english.slug}`);
    expect(keysOf(await table(city.editor, { state: 'draft', mine: false }))).toContain(`guides/${english.slug}`);
    expect(keysOf(await table(city.translator, { mine: true }))).toContain(`guides/${english.slug}`);
    expect(keysOf(await table(city.person('translator'), { mine: true }))).toEqual([]);
    expect(keysOf(await table(city.editor, { search: `ABOUT ${english.slug} ` }))).toEqual([`guides/${english.slug}`]);
  });

  test('is sorted by title, what it is, a language or the time something waits; the other way round with a hyphen', async () => {
    const titles = async (sort: string) => (await table(city.editor, { sort })).rows.map(({ title }) => title);
    const sorted = await titles('title');
    expect(sorted).toEqual(sorted.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    expect(await titles('-title')).toEqual(sorted.toReversed());
    const kinds = (await table(city.editor, { sort: 'collection' })).rows.map(({ collection }) => collection);
    expect([kinds[0], kinds.at(-1)]).toEqual(['stories', 'facts']);
    const inArabic = (await table(city.editor, { sort: 'ar' })).rows.map((row) => cellOf(row, 'ar').state);
    expect([inArabic[0], inArabic.at(-1)]).toEqual(['missing', 'original']);
    expect((await table(city.editor, { sort: 'age' })).rows[0]!.days).toBeDefined();
    expect(await titles('nothing')).toEqual(sorted);
  });

  test('begins where there are entries, whatever page is asked for', async () => {
    const { page, pages, rows } = await table(city.editor, { page: 999 });
    expect(page).toBe(pages);
    expect(rows.length).toBeGreaterThan(0);
  });

  test.each([{ collection: 'settings' }, { state: 'odd' }, { page: 0 }, { sort: 'x'.repeat(50) }])('does not know %j', async (params) => {
    expect((await city.api(city.editor, 'translationTable', params)).status).toBe(422);
  });
});

describe('the languages of one entry', () => {
  const state = (by: Person, slug: string) =>
    translationState({ collection: 'guides', slug }, { store: city.store, mainContent: city.mainContent, rights: createRights(city), person: by });

  test('are told with the drafts that somebody may see', async () => {
    const { english, dutch } = await city.translated();
    await city.begin(city.translator, english, 'ar');
    await city.change(city.translator, inLanguage(english, 'ar'), inDutch);
    await city.change(city.translator, dutch, (raw) => raw.replace('Eerst.', 'Eerst!'));
    const told = await state(city.editor, english.slug);
    expect(told).toMatchObject({ lang: 'en', title: `About ${english.slug}` });
    expect(told!.cells.map(({ lang, state: is, draft }) => [lang, is, draft?.status])).toEqual([
      ['en', 'original', undefined],
      ['nl', 'current', 'draft'],
      ['ar', 'missing', 'draft'],
    ]);
    expect((await state(city.person('contributor'), english.slug))!.cells.map(({ draft }) => draft)).toEqual([undefined, undefined, undefined]);
  });

  test('are none where there is no entry, or none that somebody may know of', async () => {
    const hidden = await city.drafted();
    expect(await state(city.editor, 'gone')).toBeUndefined();
    expect(await state(city.editor, hidden.slug)).toMatchObject({ lang: 'en' });
    expect(await state(city.person('contributor'), hidden.slug)).toBeUndefined();
  });
});
