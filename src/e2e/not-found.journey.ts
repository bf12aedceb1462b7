import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader } from './reader.ts';

let browser: Browser;
let city: City;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('fixture')];
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

test.each([
  ['/ar/stories/gone/', 'ar', 'rtl'],
  ['/nl/nergens/', 'nl', 'ltr'],
  ['/nowhere/', 'en', 'ltr'],
])('who follows a dead link to %s is told so in their language, and led on', async (path, lang, dir) => {
  const reader = await openReader(browser, city.origin);
  const { page } = reader;
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(404);
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await page.locator('html').getAttribute('dir')).toBe(dir);
  const { words, home } = city.site.chrome(lang);
  expect(await page.locator('h1').innerText()).toContain(words['notFound.title']);
  await page.locator('main').locator(`a[href="${home}"]`).first().click();
  await page.waitForURL(`**${home}`);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});
