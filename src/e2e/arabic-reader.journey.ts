import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader, type Reader } from './reader.ts';
import { sideways } from './what-shows.ts';

let browser: Browser;
let city: City;
let reader: Reader;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('fixture')];
  reader = await openReader(browser, city.origin, { locale: 'ar', isMobile: true, hasTouch: true, deviceScaleFactor: 3 });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const root = () => reader.page.locator('html');
const directionOf = (selector: string) =>
  reader.page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).direction);

test('a reader whose phone is in Arabic gets the Arabic home, from right to left', async () => {
  await reader.open('/');
  expect(new URL(reader.page.url()).pathname).toBe('/ar/');
  expect(await root().getAttribute('lang')).toBe('ar');
  expect(await directionOf('body')).toBe('rtl');
  expect(await sideways(reader.page)).toEqual([]);
});

test('they follow a line to a story told in Arabic, and read it in one direction', async () => {
  await reader.page.locator('main a[href="/ar/stories/r5h8/"]').first().click();
  await reader.page.waitForURL('**/ar/stories/r5h8/');
  expect(await reader.page.locator('h1').innerText()).toContain('أمل');
  expect(await directionOf('article')).toBe('rtl');
  expect(await sideways(reader.page)).toEqual([]);
});

test('what somebody said in another language stands there in that language and its direction', async () => {
  const dutch = reader.page.locator('blockquote', { hasText: 'Neem een stoel mee.' });
  expect(await dutch.getAttribute('lang')).toBe('nl');
  expect(await dutch.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  await reader.open('/ar/stories/k1d4/');
  const english = reader.page.locator('blockquote', { hasText: 'The kettle was there before the bed.' });
  expect(await english.getAttribute('lang')).toBe('en');
  expect(await english.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  expect(await sideways(reader.page)).toEqual([]);
});

test('the summary of a story says that it is one, and leads to the whole', async () => {
  const { words } = city.site.chrome('ar');
  const notice = reader.page.getByRole('complementary', { name: words['notice.label'] });
  expect(await notice.innerText()).toContain(words['notice.summary']);
  await notice.getByRole('link').click();
  await reader.page.waitForURL('**/en/stories/k1d4/');
  await reader.page.goBack();
});

test('they change language where the story exists in it, and are told where it does not', async () => {
  await reader.open('/ar/stories/r5h8/');
  const switcher = reader.page.getByRole('navigation', { name: city.site.chrome('ar').words['nav.languages'] });
  const dutch = switcher.locator('a[hreflang=nl]');
  expect(await dutch.getAttribute('href')).toBe('/nl/');
  expect(await dutch.textContent()).toContain(city.site.chrome('ar').words['nav.notIn']);
  await switcher.locator('a[hreflang=en]').click();
  await reader.page.waitForURL('**/en/stories/r5h8/');
  expect(await root().getAttribute('dir')).toBe('ltr');
  await reader.page.goBack();
});

test('a guide that is missing in Arabic shows as its original, says so, and is left to its own language by search engines', async () => {
  await reader.page.locator('main a[href="/ar/guides/register/"]').first().click();
  await reader.page.waitForURL('**/ar/guides/register/');
  const { page } = reader;
  expect(await root().getAttribute('dir')).toBe('rtl');
  const notice = page.getByRole('complementary', { name: city.site.chrome('ar').words['notice.label'] });
  expect(await notice.isVisible()).toBe(true);
  expect(await notice.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  const article = page.locator('article').first();
  expect(await article.getAttribute('lang')).toBe('nl');
  expect(await article.getAttribute('dir')).toBe('ltr');
  expect(await page.locator('h1').evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('nl');
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe('https://kleinhaven.example/nl/guides/register/');
  expect(await page.locator('link[hreflang]').count()).toBe(0);
  expect(await sideways(page)).toEqual([]);
});

test('on the whole way nothing was sent, stored, refused or asked of others', async () => {
  expect(await reader.problems()).toEqual([]);
});
