import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { pageStates } from './page-states.ts';
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

interface Stop {
  /** The element as a selector for people. */
  what: string;
  /** Whether one sees that the focus is there. */
  visible: boolean;
}

/** Goes from stop to stop with the Tab key until the page is through; more than 400 stops are a trap. */
async function stopsOf(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.hasAttribute('data-visited')) return undefined;
      element.setAttribute('data-visited', '');
      const box = element.getBoundingClientRect();
      // A choice that is drawn by its label shows the focus there.
      const ring = [element, element.closest('label')].some((drawn) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn ?? element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
      });
      const inWindow = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return { what: element.outerHTML.slice(0, 140), visible: ring && inWindow };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(`The focus does not leave ${page.url()}: ${stops.at(-1)?.what}`);
}

test('on every kind of page the way to the text is the first stop, every stop is seen, and none is a trap', async () => {
  const reader = await openReader(browser, city.origin, { width: 1280, height: 800 });
  const problems: string[] = [];
  for (const { path } of pageStates(city.site, city.pages).filter(({ state }) => !/ (current|summary|outdated)/.test(state))) {
    await reader.open(path);
    const stops = await stopsOf(reader.page);
    if (!stops[0]?.what.includes('href="#main"')) problems.push(`${path} begins at ${stops[0]?.what}`);
    problems.push(...stops.filter(({ visible }) => !visible).map(({ what }) => `${path} does not show the focus on ${what}`));
    const missed = await reader.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=radio]), select, textarea, summary, [tabindex="0"]')]
        .filter(
          (element) =>
            !element.hasAttribute('data-visited') && element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 140)),
    );
    problems.push(...missed.map((what) => `${path} cannot be left out: ${what} is never reached`));
  }
  expect(problems).toEqual([]);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
}, 120_000);

test('the first stop leads to the text', async () => {
  const reader = await openReader(browser, city.origin, { width: 1280, height: 800 });
  await reader.open('/en/stories/k1d4/');
  await reader.page.keyboard.press('Tab');
  await reader.page.keyboard.press('Enter');
  expect(await reader.page.evaluate(() => document.activeElement?.id)).toBe('main');
  await reader.page.keyboard.press('Tab');
  expect(await reader.page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  await reader.close();
});

/** Presses Tab until the focus is on a control of a kind. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The Tab key never reaches ${selector}.`);
}

test('the fork of a guide is chosen with the arrow keys, and everything can be shown again', async () => {
  const reader = await openReader(browser, city.origin, { width: 1280, height: 800 });
  const { page } = reader;
  await reader.open('/nl/guides/register/');
  const [eu, other] = [page.getByText('Neem uw paspoort mee.'), page.getByText('Neem ook uw verblijfsdocument mee.')];
  expect([await eu.isVisible(), await other.isVisible()]).toEqual([true, true]);
  await tabTo(page, '[type=radio]');
  for (const [shown, name] of [
    [[true, false], 'Paspoort van de EU'],
    [[false, true], 'Ander paspoort'],
  ] as const) {
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name }).isChecked()).toBe(true);
    expect([await eu.isVisible(), await other.isVisible()]).toEqual(shown);
  }
  await page.keyboard.press('ArrowDown');
  expect([await eu.isVisible(), await other.isVisible()]).toEqual([true, true]);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});

test('steps that are ticked stay ticked in this browser, and nobody is told', async () => {
  const reader = await openReader(browser, city.origin, { width: 1280, height: 800 });
  const { page } = reader;
  await reader.open('/nl/guides/register/');
  await tabTo(page, '[type=checkbox]');
  await page.keyboard.press('Space');
  const ticks = () => page.getByRole('checkbox').evaluateAll((boxes) => (boxes as HTMLInputElement[]).map(({ checked }) => checked));
  expect(await ticks()).toEqual([true, false]);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).search}${request.postData() ?? ''}`));
  await page.reload();
  expect(await ticks()).toEqual([true, false]);
  expect([...new Set(asked)]).toEqual(['GET ']);
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([1, '']);
  // The ticks of one guide are not those of another.
  await reader.open('/en/guides/bicycle/');
  expect((await ticks()).includes(true)).toBe(false);
  expect(await reader.problems()).toEqual([]);
  await reader.close();
});
