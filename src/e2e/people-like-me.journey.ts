import type { AxeResults } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader } from './reader.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('sample')];
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

/** The paths that a page asks for, from now on. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

/** What a page has stored on the reader's device, in its address or in its history. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    address: location.pathname + location.search + location.hash,
    state: history.state as unknown,
    history: history.length,
  }));

/** The people who are shown, by their first word, each with the reasons. */
const shownIn = (page: Page, list: 'alike' | 'different') =>
  page.locator(list === 'alike' ? '.alike > ol > li' : '.alike .different li:has(a)').evaluateAll((rows) =>
    rows.map((row) => ({
      who: row.querySelector('a')!.textContent!.split(',')[0],
      why: [...row.querySelectorAll('ul > li')].map(({ textContent }) => textContent),
    })),
  );

test('a reader who came with a partner finds Marcela, told why, and one different voice', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  await reader.open('/en/stories/');
  await page.getByRole('combobox', { name: 'With whom' }).selectOption({ label: 'with a partner' });
  const status = page.locator('.alike').getByRole('status');
  await expect.poll(() => status.textContent()).toBe('2 people who share something with you, the closest first.');
  expect(await shownIn(page, 'alike')).toContainEqual({ who: 'Marcela', why: ['also came with a partner'] });
  const different = await shownIn(page, 'different');
  expect(different).toHaveLength(1);
  expect(different[0]!.why).toEqual([]);
  expect(await page.getByRole('heading', { name: 'Someone quite different' }).isVisible()).toBe(true);

  await page.getByRole('combobox', { name: 'Language you speak' }).selectOption({ label: 'Spanish' });
  await expect
    .poll(() => shownIn(page, 'alike').then(([first]) => first))
    .toEqual({ who: 'Marcela', why: ['also came with a partner', 'also speaks Spanish'] });
  // Nobody is said to be here: some have left.
  expect(await page.locator('.alike').textContent()).not.toMatch(/\b(lives|is) here\b/);

  await page
    .locator('.alike')
    .getByRole('link', { name: /^Marcela/ })
    .click();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/en/stories/w9b4f1/');
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('nothing is asked for before something is chosen, then one file that is the same for everybody; nothing is stored', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  await reader.open('/en/stories/');
  await page.waitForLoadState('networkidle');
  const before = await kept(page);
  const asked = requestsOf(page);
  await page.getByRole('combobox', { name: 'Reason for coming' }).focus();
  await page.keyboard.press('Tab');
  expect(asked).toEqual([]);
  await page.getByRole('combobox', { name: 'Reason for coming' }).selectOption('refuge');
  await expect.poll(() => shownIn(page, 'alike').then(({ length }) => length)).toBe(2);
  await page.getByRole('combobox', { name: 'Country you come from' }).selectOption('UA');
  await expect.poll(() => shownIn(page, 'alike').then(([first]) => first?.why)).toEqual(['also from: Ukraine', 'also came for refuge']);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => !path.startsWith('/media/'))).toEqual(['/people/en.json']);
  expect(await kept(page)).toEqual(before);
  expect(before).toMatchObject({ stored: 0, databases: 0, caches: 0, address: '/en/stories/' });
  // After a reload the form is empty again.
  await page.reload();
  expect(await page.locator('.alike select').evaluateAll((all) => all.map((select) => (select as HTMLSelectElement).value).join(''))).toBe('');
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('the list of tellers is small, in every language', async () => {
  for (const lang of city.site.languages) {
    const text = await readFile(join(city.folder, 'people', `${lang}.json`), 'utf8');
    const { tellers } = JSON.parse(text) as { tellers: unknown[] };
    expect(tellers).toHaveLength(city.site.entries.stories.length);
    expect(gzipSync(text).length / tellers.length).toBeLessThan(250);
  }
});

test('a reader with whom nobody shares anything is told so, and still meets one voice; starting again empties everything', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  await reader.open('/en/stories/');
  const country = page.getByRole('combobox', { name: 'Country you come from' });
  await country.focus();
  await page.keyboard.press('End');
  const status = page.locator('.alike').getByRole('status');
  await expect.poll(() => status.textContent()).toMatch(/^Nobody was found who shares this\./);
  expect(await shownIn(page, 'alike')).toEqual([]);
  expect(await shownIn(page, 'different')).toHaveLength(1);
  await page.getByRole('button', { name: 'Start again' }).press('Enter');
  await expect.poll(() => status.textContent()).toBe('');
  expect(await shownIn(page, 'different')).toEqual([]);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  await reader.close();
});

test('an index that fails, or that is not one, is told of; the next choice tries again', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  const answers = [
    { status: 503, body: '' },
    { status: 200, body: '<!doctype html><p>The house is being painted.' },
    { status: 200, body: '{"tellers":[{"href":"javascript:alert(1)","name":"x","title":"y","shares":{}}]}' },
  ];
  await page.route('**/people/en.json', (route) => {
    const answer = answers.shift();
    return answer ? route.fulfill(answer) : route.continue();
  });
  await reader.open('/en/stories/');
  const status = page.locator('.alike').getByRole('status');
  for (const reason of ['study', 'work', 'love']) {
    await page.getByRole('combobox', { name: 'Reason for coming' }).selectOption(reason);
    await expect.poll(() => status.textContent()).toMatch(/^The list of people could not be loaded\./);
    expect(await page.locator('.alike li').count()).toBe(0);
  }
  await page.getByRole('combobox', { name: 'Reason for coming' }).selectOption('family');
  await expect.poll(() => shownIn(page, 'alike').then((people) => people.map(({ who }) => who))).toEqual(['Mai', 'Marcela']);
  await reader.close();
});

test('what the index says is text: markup and commas in a name or title stay what they are', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  const title = `<img src=x onerror=alert(1)>, "a & b", ${'\u202e'}c`;
  await page.route('**/people/en.json', (route) =>
    route.fulfill({
      json: {
        tellers: [
          { href: '/en/stories/w9b4f1/', name: 'A, B', title, initial: '<', topic: 'people', voice: 'resident', shares: { cameFor: ['love'] } },
        ],
      },
    }),
  );
  await reader.open('/en/stories/');
  await page.getByRole('combobox', { name: 'Reason for coming' }).selectOption('love');
  await expect.poll(() => page.locator('.alike ol a').allTextContents()).toEqual([`A, B: ${title}`]);
  expect(await page.locator('.alike ol img').count()).toBe(0);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('in Arabic the people found stand from right to left, those of other languages marked as such', async () => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  await reader.open('/ar/stories/');
  await page.getByRole('combobox', { name: 'مع من' }).selectOption({ label: 'مع أولاد' });
  await expect.poll(() => page.locator('.alike > ol > li').count()).toBe(5);
  expect(await page.locator('.alike').getByRole('status').textContent()).toBe('5 أشخاص يشتركون معك في شيء، الأقرب أولاً.');
  const rows = await page.locator('.alike ol > li').evaluateAll((all) =>
    all.map((row) => {
      const link = row.querySelector('a')!;
      const face = row.querySelector('.face')!.getBoundingClientRect();
      return { lang: link.lang, arabic: /[\u0600-\u06ff]/.test(link.textContent!), afterText: face.left > link.getBoundingClientRect().left };
    }),
  );
  for (const { lang, arabic, afterText } of rows) {
    expect(lang === '').toBe(arabic);
    expect(afterText).toBe(true);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('axe finds nothing where people were found, in both directions, light and dark', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const lang of ['en', 'ar'])
    for (const colorScheme of ['light', 'dark'] as const) {
      const reader = await openReader(browser, city.origin, { colorScheme });
      const { page } = reader;
      await reader.open(`/${lang}/stories/`);
      await page.locator('select[name=household]').selectOption('partner');
      await page.locator('.alike .different li:has(a)').waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run: (where: string) => Promise<AxeResults> } }).axe.run('.alike'),
      );
      expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      await reader.close();
    }
});

test('without JavaScript there is no form, and the ways below the stories lead on', async () => {
  const reader = await openReader(browser, city.origin, { javaScriptEnabled: false });
  await reader.open('/en/stories/');
  expect(await reader.page.locator('.alike').isVisible()).toBe(false);
  expect(await reader.page.getByRole('navigation', { name: 'By country' }).isVisible()).toBe(true);
  await reader.close();
});
