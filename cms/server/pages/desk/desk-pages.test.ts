import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, fixtureSource } from '../../../../src/fixture-city/fixture-city.ts';
import { reviewCity, type Colleague, type ReviewCity } from '../../review/review-city.ts';

let city: ReviewCity;
let writer: Colleague;
let editor: Colleague;
let student: Colleague;
/** Drafts of the writer's: as many as a busy city has. */
const many = 200;
const story = (number: number) => `story-${String(number).padStart(3, '0')}`;
const save = (by: Colleague, { slug, title }: { slug: string; title: string }) =>
  city.call(by, 'persistEntry', { dataFiles: [{ path: `content/stories/en/${slug}.mdx`, raw: `---\ntitle: ${title}\n---\n\nText.\n` }] });
const status = (by: Colleague, slug: string, newStatus: string) =>
  city.call(by, 'updateUnpublishedEntryStatus', { id: `stories/en/${slug}`, newStatus });

beforeAll(async () => {
  city = await reviewCity({ files: await fixtureFiles(), source: await fixtureSource(), day: fixtureDay });
  writer = await city.join('contributor', { name: 'Оксана' });
  editor = await city.join('editor', { name: 'Salma' });
  student = await city.join('student-editor', { name: 'Chidi', desks: ['students'] });
  for (let number = 0; number < many; number++) {
    const { store } = city.api;
    const name = { collection: 'stories', lang: 'en', slug: story(number) } as const;
    await store.save({ name, text: `---\ntitle: Story ${number}\n---\n\nText.\n`, seen: null, by: writer.person.id });
  }
  await status(writer, story(0), 'pending_review');
  await status(writer, story(1), 'pending_review');
  await status(editor, story(1), 'pending_publish');
  await save(editor, { slug: 'own-1', title: 'كيف وصلت' });
  await status(editor, 'own-1', 'pending_review');
  await city.call(editor, 'addNote', { id: `stories/en/${story(2)}`, note: { content: 'Which year?' } });
}, 120_000);
afterAll(() => city.close());

/** The titles that a page lists. */
const titles = (page: string) => [...page.matchAll(/<h[23]><a href="[^"]*"><bdi[^>]*>([^<]*)<\/bdi>/g)].map(([, title]) => title);
const count = (page: string) => [...page.matchAll(/>(?:Everything|Mine|Waiting for me) \(([\d,]+)\)</g)].map(([, number]) => Number(number));

test('the board has a column for each status, with the newest drafts and a way to the others', async () => {
  const page = await city.page(editor, '/desk');
  const columns = page.split('<section aria-labelledby=').slice(1);
  expect(columns.map((column) => /<h2[^>]*>([^<]*) <span class="soft">(\d+)</.exec(column)!.slice(1))).toEqual([
    ['Being written', String(many - 2)],
    ['Waiting for review', '2'],
    ['Ready', '1'],
  ]);
  expect(titles(columns[0]!)[0]).toBe('Story 2');
  expect(titles(columns[0]!)).toHaveLength(12);
  expect(columns[0]).toContain(`href="/desk?view=list&amp;status=draft">${many - 14} more …`);
  expect(columns[1]).toContain('<bdi lang="en" dir="ltr">كيف وصلت</bdi>');
  expect(columns[0]).toContain('one open note');
});

test('what waits for somebody is what they may do next: review of others, answers, publishing', async () => {
  expect(count(await city.page(editor, '/desk'))).toEqual([many + 1, 1, 2]);
  const forEditor = await city.page(editor, '/desk?show=waiting');
  expect(titles(forEditor).toSorted()).toEqual(['Story 0', 'Story 1']);
  expect(forEditor).toContain('Please review');
  expect(forEditor).toContain('Can be published');
  const forWriter = await city.page(writer, '/desk?show=waiting');
  expect(titles(forWriter)).toEqual(['Story 2']);
  expect(forWriter).toContain('There is something to answer');
});

test('nobody sees a draft on the desk that they may not read', async () => {
  expect(count(await city.page(student, '/desk'))).toEqual([0, 0, 0]);
  expect(count(await city.page(writer, '/desk'))).toEqual([many, many, 1]);
});

test('the list is paged, and narrowed by kind, language and status; what makes no sense in the address is left out', async () => {
  const first = await city.page(editor, '/desk?view=list');
  expect(titles(first)).toHaveLength(30);
  expect(first).toContain('Page 1 of 7');
  const last = await city.page(editor, '/desk?view=list&page=99');
  expect([titles(last).length, last.includes('Page 7 of 7'), last.includes('rel="next"')]).toEqual([(many + 1) % 30, true, false]);
  expect(titles(await city.page(editor, '/desk?view=list&status=pending_publish'))).toEqual(['Story 1']);
  expect(titles(await city.page(editor, '/desk?view=list&collection=guides'))).toEqual([]);
  expect(titles(await city.page(editor, '/desk?view=list&in=nl'))).toEqual([]);
  expect(await city.page(editor, '/desk?view=list&in=nl')).toContain('No draft fits this.');
  expect(titles(await city.page(editor, '/desk?view=list&collection=gods&in=tlh&status=x&show=y&page=-1'))).toHaveLength(30);
});

test('one begins what one may write, in each language of the site', async () => {
  const links = async (by: Colleague) =>
    [...(await city.page(by, '/desk')).matchAll(/href="\/admin\/(\w+)\/#\/collections\/([\w-]+)\/new"/g)].map(
      ([, lang, collection]) => `${lang} ${collection}`,
    );
  expect(await links(writer)).toEqual(['en stories-en', 'nl stories-nl', 'ar stories-ar']);
  expect(await links(editor)).toHaveLength(15);
  expect(await links(await city.join('translator'))).toEqual([]);
});

test('what is on the site is found by words of its title, whatever their capitals and accents, and by what has to be done', async () => {
  const find = async (query: string, by = editor) => titles(await city.page(by, `/desk/entries?${query}`));
  expect(await find('q=KETTLE%20came')).toEqual(['The kettle came first']);
  expect(await find('q=kettle%20bicycle')).toEqual([]);
  expect(await find('state=due')).toEqual(['Huur van een kamer', 'Register with the municipality', 'Schrijf u in bij de gemeente']);
  expect(await find('state=outdated')).toEqual(['Register with the municipality']);
  expect(await find('collection=facts&in=en')).toEqual(['People in Kleinhaven']);
});

test('a story whose time has passed is listed only for those who may read it', async () => {
  const all = titles(await city.page(editor, '/desk/entries'));
  const public_ = titles(await city.page(student, '/desk/entries'));
  expect(all.length).toBeGreaterThan(public_.length);
  expect(public_.filter((title) => !all.includes(title))).toEqual([]);
});

test('the desk is there at once with hundreds of drafts', async () => {
  await city.page(editor, '/desk');
  const started = performance.now();
  await city.page(editor, '/desk');
  const took = performance.now() - started;
  console.log(`the desk with ${many + 1} drafts: ${Math.round(took)} ms`);
  expect(took).toBeLessThan(1500);
});

test('a title that somebody typed is only text', async () => {
  await save(writer, { slug: 'typed', title: '"<img src=x onerror=alert(1)>"' });
  const page = await city.page(editor, '/desk');
  expect(page.includes('<img')).toBe(false);
  expect(page).toContain('&lt;img src=x');
});
