import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { pageStates } from './page-states.ts';
import { openReader, type Reader } from './reader.ts';
import { sideways, visibleText } from './what-shows.ts';

let browser: Browser;
let city: City;
let reader: Reader;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('fixture')];
  reader = await openReader(browser, city.origin, { width: 1280, height: 900 });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

/** One page of each kind and state. */
const states = () => pageStates(city.site, city.pages);

test('at 200 % nothing scrolls sideways and no word is cut off, whether the page is enlarged or the text alone', async () => {
  const problems: string[] = [];
  for (const { path } of states()) {
    await reader.page.setViewportSize({ width: 640, height: 450 });
    await reader.open(path);
    problems.push(...(await sideways(reader.page)));
    await reader.page.setViewportSize({ width: 1280, height: 900 });
    await reader.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    problems.push(...(await sideways(reader.page)).map((problem) => `${problem} (text at 200 %)`));
  }
  expect(problems).toEqual([]);
});

test('who wants no motion gets none', async () => {
  await reader.page.emulateMedia({ reducedMotion: 'reduce' });
  const moving: string[] = [];
  for (const { path } of states()) {
    await reader.open(path);
    moving.push(
      ...(await reader.page.evaluate(() => [
        ...document
          .getAnimations()
          .map((animation) => `${location.pathname} moves ${(animation.effect as KeyframeEffect | null)?.target?.className}`),
        ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? [`${location.pathname} scrolls smoothly`] : []),
      ])),
    );
  }
  await reader.page.emulateMedia({ reducedMotion: null });
  expect(moving).toEqual([]);
});

test('with forced colours the stops of a line are still there, and its links are', async () => {
  await reader.page.emulateMedia({ forcedColors: 'active' });
  await reader.open('/en/stories/k1d4/');
  const stops = await reader.page.locator('main ol.stops > li').evaluateAll((items) =>
    items.map((item) => {
      const { borderTopWidth, borderTopColor, borderTopStyle, display } = getComputedStyle(item, '::before');
      return (
        display !== 'none' &&
        borderTopStyle !== 'none' &&
        Number.parseFloat(borderTopWidth) >= 1 &&
        borderTopColor !== getComputedStyle(document.documentElement).backgroundColor
      );
    }),
  );
  expect(stops).toEqual([true, true, true]);
  const link = reader.page.locator('main a[href="/en/guides/register/"]').first();
  expect(await link.evaluate((element) => getComputedStyle(element).color)).not.toBe(
    await reader.page.locator('html').evaluate((element) => getComputedStyle(element).backgroundColor),
  );
  await reader.page.emulateMedia({ forcedColors: null });
});

describe('on paper', () => {
  test.each(['/en/stories/k1d4/', '/ar/stories/r5h8/', '/nl/guides/register/'])('%s has its text and no navigation', async (path) => {
    await reader.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await reader.open(path);
    const { page } = reader;
    for (const hidden of await page.getByRole('navigation').all()) expect(await hidden.isVisible()).toBe(false);
    for (const control of ['.skip', 'main button', 'main select', 'main input'])
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const onScreen = await openReader(browser, city.origin, { width: 1280, height: 900 });
    await onScreen.open(path);
    const paragraphs = await onScreen.page.locator('main :is(p, blockquote):visible').allInnerTexts();
    await onScreen.close();
    const printed = await visibleText(page, 'main');
    for (const text of paragraphs.map((paragraph) => paragraph.trim().replace(/\s+/g, ' ')).filter((text) => text.length > 20))
      expect(printed.replace(/\s+/g, ' ')).toContain(text);
    // Dark ink on white paper, whatever the screen was.
    const [ink, paper] = await page
      .locator('main')
      .evaluate((main) => [getComputedStyle(main).color, getComputedStyle(document.documentElement).backgroundColor]);
    expect(brightness(ink!)).toBeLessThan(100);
    expect(brightness(paper!)).toBeGreaterThan(240);
    await page.emulateMedia({ media: null, colorScheme: null });
  });
});

/** From 0 to 255; what is not painted is paper. */
function brightness(colour: string): number {
  const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return alpha === 0 ? 255 : (red * 299 + green * 587 + blue * 114) / 1000;
}
