import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { queries } from '../search/queries.ts';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader, type Reader } from './reader.ts';
import { sideways } from './what-shows.ts';

// Long, since one built city and one browser serve everything a reader does with search.
let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('sample')];
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const field = (page: Page) => page.locator('#q');
const status = (page: Page) => page.getByRole('status');
const links = (page: Page) => page.locator('.results a');

/** Waits until what was asked last is answered. */
const answered = (page: Page) => page.locator('.answers[aria-busy=false]').waitFor({ state: 'attached' });

/** Puts a text into the field at once, as pasting does. */
async function ask(page: Page, query: string): Promise<void> {
  await field(page).fill(query);
  await answered(page);
}

/** The entries that are shown, best first: `guides/register`. */
const shown = (page: Page) =>
  links(page).evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ pathname }) => pathname.split('/').slice(2, 4).join('/')));

async function readerOf(path: string, wishes: Parameters<typeof openReader>[2] = { width: 1280, height: 900 }): Promise<Reader> {
  const reader = await openReader(browser, city.origin, wishes);
  await reader.open(path);
  return reader;
}

/** What a response took over the wire, its headers included. */
async function bytesOf(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}

test.each([...new Set(queries.map(({ lang }) => lang))])('in %s nine of ten queries find what was wanted among the first three', async (lang) => {
  const asked = queries.filter((query) => query.lang === lang);
  expect(asked.length).toBeGreaterThanOrEqual(12);
  const reader = await readerOf(`/${lang}/search/`);
  const missed: string[] = [];
  for (const { query, wanted } of asked) {
    await ask(reader.page, query);
    const first = (await shown(reader.page)).slice(0, 3);
    if (![wanted].flat().some((one) => first.includes(one))) missed.push(`${query}: ${first.join(', ') || 'nothing'}`);
  }
  const share = 1 - missed.length / asked.length;
  console.log(`Search in ${lang}: ${asked.length - missed.length} of ${asked.length} found${missed.map((one) => `\n  not ${one}`).join('')}`);
  expect(share).toBeGreaterThanOrEqual(0.9);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test.each([
  ['en', 'deposit'],
  ['en', 'I think this flat is a scam'],
  ['nl', 'huisarts'],
  ['uk', 'zhytlo'],
  ['ar', 'طبيب'],
])('nothing of the index is fetched before it is asked for, and a first search in %s for "%s" takes at most 150 KB', async (lang, query) => {
  const reader = await openReader(browser, city.origin, { width: 412, height: 823 });
  const finished: Request[] = [];
  reader.context.on('requestfinished', (request) => finished.push(request));
  await reader.page.goto(`/${lang}/search/`, { waitUntil: 'networkidle' });
  const isIndex = (request: Request) => /^\/(pagefind|search)\//.test(new URL(request.url()).pathname);
  expect(finished.filter(isIndex)).toEqual([]);
  await field(reader.page).click();
  await reader.page.keyboard.type(query, { delay: 60 });
  await answered(reader.page);
  expect(await links(reader.page).count()).toBeGreaterThan(0);
  await reader.page.waitForLoadState('networkidle');
  const sizes = await Promise.all(finished.filter(isIndex).map(bytesOf));
  const sum = sizes.reduce((all, size) => all + size, 0);
  console.log(`First search in ${lang} for "${query}": ${sum} bytes in ${sizes.length} requests`);
  expect(sum).toBeGreaterThan(50_000);
  expect(sum).toBeLessThanOrEqual(150_000);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

const naughty = [
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'huis '.repeat(2000)],
  ['emoji', '🏠👩‍👩‍👧‍👦🇺🇦'],
  ['markup', '<img src=x onerror="alert(1)"><script>alert(2)</script>'],
  ['an address of a script', '"><a href="javascript:alert(3)">x</a>'],
  ['marks of direction', '\u202e\u2066deposit\u2069\u202c \u200f\u200e'],
  ['quotation marks', '"""\'\'\'«»'],
  ['signs of regular expressions', '(.*)+[^]\\$1{9}'],
  ['line ends and controls', 'deposit\u0000\u0007\u001b'],
  ['half a letter', '\ud83d deposit'],
];
test('whatever is typed gives an answer, runs nothing and breaks nothing', async () => {
  const reader = await readerOf('/en/search/');
  const dialogs: string[] = [];
  reader.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const [what, query] of naughty) {
    await ask(reader.page, query!);
    expect(await status(reader.page).innerText(), what).not.toBe('');
    expect(await reader.page.locator('.answers :is(script, iframe, img:not([src^="/media/"]), [onerror])').count(), what).toBe(0);
    expect(await reader.page.getByRole('alert').innerText(), what).toBe('');
    expect(await sideways(reader.page), what).toEqual([]);
  }
  // By its address too.
  await reader.open(`/en/search/?q=${encodeURIComponent(naughty[3]![1]!)}&topics=%3Cscript%3E&in=everywhere`);
  await answered(reader.page);
  expect(await field(reader.page).inputValue()).toBe(naughty[3]![1]);
  expect(dialogs).toEqual([]);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('an index that cannot be fetched is told of, with the way to the A–Z; once it can be, searching works', async () => {
  const reader = await readerOf('/en/search/');
  const { page } = reader;
  const { words } = city.site.chrome('en');
  await reader.context.route('**/pagefind/**', (route) => route.abort());
  await ask(page, 'deposit');
  const alert = page.getByRole('alert');
  expect(await alert.innerText()).toContain(words['search.failed']);
  await alert.getByRole('link').click();
  expect(new URL(page.url()).hash).toBe('#az');
  expect(await page.locator('#az a[href="/en/guides/register/"]').isVisible()).toBe(true);
  await reader.context.unroute('**/pagefind/**');
  await ask(page, 'deposits');
  expect(await alert.innerText()).toBe('');
  expect(await links(page).count()).toBeGreaterThan(0);
  // Whatever part is missing.
  for (const part of ['**/*.pf_meta', '**/wasm.*', '**/*.pf_filter', '**/*.pf_index', '**/*.pf_fragment', '**/pagefind-entry.json*']) {
    const broken = await openReader(browser, city.origin, { width: 1280, height: 900 });
    await broken.context.route(part, (route) => route.abort());
    await broken.open('/en/search/?q=deposit');
    await answered(broken.page);
    expect(await broken.page.getByRole('alert').innerText(), part).toContain(words['search.failed']);
    await broken.close();
  }
  await reader.close();
});

test('arrows go through the results and back, Escape returns to the field and then empties it, and the number is announced', async () => {
  const reader = await readerOf('/en/search/');
  const { page } = reader;
  await field(page).click();
  await page.keyboard.type('landlord');
  await answered(page);
  const count = await status(page).innerText();
  expect(count).toMatch(/^\d+ found for/);
  expect(await status(page).evaluate((element) => element.getAttribute('role'))).toBe('status');
  const focused = () => page.evaluate(() => [...document.querySelectorAll('#q, .results a')].indexOf(document.activeElement!));
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(1);
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe(2);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe(0);
  await page.keyboard.press('Escape');
  await answered(page);
  expect([await field(page).inputValue(), await status(page).innerText(), await links(page).count()]).toEqual(['', '', 0]);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('facets can be chosen before anything is typed, stand in the address, and bring the same results back from it', async () => {
  const reader = await readerOf('/en/search/');
  const { page } = reader;
  const stories = page.getByRole('checkbox', { name: /^Stories/ });
  await stories.check();
  await answered(page);
  const told = city.site.entries.stories.filter(({ byLanguage }) => byLanguage.has('en')).length;
  expect(await status(page).innerText()).toBe(`${told} fit what you chose`);
  expect((await shown(page)).every((entry) => entry.startsWith('stories/'))).toBe(true);
  await page.getByRole('combobox').selectOption('SY');
  await answered(page);
  expect(await shown(page)).toEqual(['stories/s4t8w1']);
  expect(new URL(page.url()).search).toBe('?kind=stories&country=SY');
  await page.reload();
  await answered(page);
  expect(await shown(page)).toEqual(['stories/s4t8w1']);
  expect(await stories.isChecked()).toBe(true);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('choices that nothing fits say so, and what there is without one of them', async () => {
  const reader = await readerOf('/en/search/?q=bread&kind=guides&country=SY');
  const { page } = reader;
  await answered(page);
  expect(await status(page).innerText()).toMatch(/^Nothing fits/);
  const near = page.locator('.nothing button').first();
  const promised = Number(/: (\d+)$/.exec(await near.innerText())?.[1]);
  expect(promised).toBeGreaterThan(0);
  await near.click();
  await answered(page);
  expect(Number.parseInt(await status(page).innerText(), 10)).toBe(promised);
  // Chips take what is chosen away.
  await page.locator('.chosen .clear').click();
  await answered(page);
  expect(new URL(page.url()).search).toBe('?q=bread');
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('other languages are searched where the reader asks for it, and their results say their language and direction', async () => {
  const reader = await readerOf('/ar/search/');
  const { page } = reader;
  await ask(page, 'passport');
  expect(await links(page).count()).toBe(0);
  await page.getByRole('button', { name: city.site.chrome('ar').words['search.elsewhere'] }).click();
  await answered(page);
  const english = page.locator('.results a[href^="/en/"]').first();
  expect([await english.getAttribute('lang'), await english.getAttribute('dir')]).toEqual(['en', 'ltr']);
  expect(await english.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(new URL(page.url()).search).toBe('?q=passport&in=all');
  // The same entry in several languages is there once.
  const all = await shown(page);
  expect(new Set(all).size).toBe(all.length);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
}, 120_000);

test('in Arabic the page reads from right to left, numbers and forms are its own, and nothing runs off the side', async () => {
  const reader = await readerOf('/ar/search/', { width: 360, height: 780 });
  const { page } = reader;
  await ask(page, 'السكن');
  expect(
    await page
      .locator('.result')
      .first()
      .evaluate((element) => getComputedStyle(element).direction),
  ).toBe('rtl');
  expect(await status(page).innerText()).toMatch(/نتائج|نتيجة|نتيجتان/);
  expect(await sideways(page)).toEqual([]);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('axe finds nothing on the page with its results, choices, offers and alert, in both directions, light and dark', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  for (const [path, colorScheme] of [
    ['/en/search/?q=landlord&topics=housing', 'light'],
    ['/en/search/?q=story&kind=stories&in=all', 'dark'],
    ['/ar/search/?q=طبيب', 'dark'],
    ['/uk/search/?q=abracadabra&kind=guides', 'light'],
  ] as const) {
    const reader = await openReader(browser, city.origin, { width: 1280, height: 900, colorScheme });
    await reader.open(path);
    await answered(reader.page);
    await reader.page.evaluate(axe);
    const { violations } = await reader.page.evaluate(() =>
      (globalThis as unknown as { axe: { run: (within: Document) => Promise<AxeResults> } }).axe.run(document),
    );
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path}: ${id} ${html.slice(0, 160)}`)));
    await reader.close();
  }
  expect(found).toEqual([]);
});

test('without JavaScript the page is the A–Z with the other ways in, and no form', async () => {
  const reader = await readerOf('/en/search/', { javaScriptEnabled: false });
  const { page } = reader;
  expect(await page.locator('form:visible, input:visible, button:visible, select:visible').count()).toBe(0);
  const entries = page.locator('#az li a[href^="/en/guides/"]');
  expect(await entries.count()).toBe(city.site.entries.guides.filter(({ byLanguage }) => byLanguage.has('en')).length);
  expect(await page.locator('main ~ * a[href="/en/for/student/"], main a[href="/en/for/student/"]').first().isVisible()).toBe(true);
  await reader.close();
});

test('the key / leads to the field from every page unless one is typing, and can be turned off', async () => {
  const reader = await readerOf('/en/guides/register/');
  const { page } = reader;
  await page.keyboard.press('/');
  await page.waitForURL('**/en/search/#q');
  await page.waitForFunction(() => document.activeElement?.id === 'q');
  await page.keyboard.type('and/or');
  expect(await field(page).inputValue()).toBe('and/or');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
  await reader.open('/en/accessibility/');
  const key = page.getByRole('switch', { name: city.site.chrome('en').words['key.label'] });
  expect(await key.isChecked()).toBe(true);
  await key.uncheck();
  await reader.open('/en/guides/register/');
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(new URL(page.url()).pathname).toBe('/en/guides/register/');
  await reader.open('/en/accessibility/');
  expect(await key.isChecked()).toBe(false);
  await key.check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});
