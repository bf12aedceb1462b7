import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { cmsPageStates, type CmsPageState } from './cms-page-states.ts';
import { servePages, type ServedPages } from './served-pages.ts';

const all: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };
const inTheDark: RunOptions = { ...all, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
const widths = [360, 1440];

let axe: string;
let browser: Browser;
let city: ServedPages;
let states: CmsPageState[];
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [browser, city] = await Promise.all([launch(), servePages()]);
  states = await cmsPageStates(city);
});
afterAll(async () => {
  await browser?.close();
  await city?.[Symbol.asyncDispose]();
});

/** A browser of somebody's, in which violations of the page's policy and errors of its script are noted. */
async function browserOf({ cookie }: CmsPageState, noted: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: city.origin });
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => console.error(`policy: ${violatedDirective} ${sample}`)),
  );
  context.on('weberror', (error) => noted.push(error.error().message));
  // That a page says no with its status is as it should be.
  context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && noted.push(message.text()));
  if (cookie) await context.addCookies([{ name: cookie.split('=')[0]!, value: cookie.slice(cookie.indexOf('=') + 1), url: city.origin }]);
  return context;
}

async function open(page: Page, { path, send }: CmsPageState, lang: string): Promise<void> {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
  if (!send) return;
  for (const [name, value] of Object.entries(send)) await page.locator(`main [name="${name}"]`).fill(value);
  await page.locator('main form button.do').first().click();
  await page.waitForSelector('.summary');
}

async function findings(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(document, options),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}

/** Elements that stick out of the window, so that one would have to scroll sideways. */
const sticksOut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && !element.closest('.skip, .vh') && (right > document.documentElement.clientWidth + 1 || left < -1);
      })
      .map(({ outerHTML }) => `sticks out: ${outerHTML.slice(0, 100)}`),
  );

test('no page has a finding of axe in any state, left to right or right to left, light or dark, small or large', { timeout: 240_000 }, async () => {
  const found: string[] = [];
  let looks = 0;
  for (const state of states) {
    const noted: string[] = [];
    const context = await browserOf(state, noted);
    const page = await context.newPage();
    for (const lang of ['en', 'ar']) {
      await open(page, state, lang);
      await page.evaluate(axe);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: 'light' });
        const here = [...(await findings(page, all)), ...(await sticksOut(page))];
        await page.emulateMedia({ colorScheme: 'dark' });
        here.push(...(await findings(page, inTheDark)));
        looks += 2;
        found.push(...here.map((finding) => `${state.state}, ${lang}, ${width} px: ${finding}`));
      }
    }
    found.push(...noted.map((problem) => `${state.state}: ${problem}`));
    await context.close();
  }
  console.log(`axe, pages of the CMS: ${states.length} states × ${looks / states.length} ways, ${found.length} findings`);
  expect(found).toEqual([]);
});

test(
  'every page has one heading of the first level, a title of its own, and everything on it is reached with the Tab key and seen',
  { timeout: 240_000 },
  async () => {
    const problems: string[] = [];
    const titles = new Map<string, string>();
    for (const state of states) {
      const context = await browserOf(state, problems);
      const page = await context.newPage();
      await open(page, state, 'en');
      if ((await page.locator('h1').count()) !== 1) problems.push(`${state.state}: ${await page.locator('h1').count()} h1`);
      titles.set(state.state, await page.title());
      // Where a summary has the focus, the way begins in the middle: it goes on from the top once it is through.
      for (let presses = 0, rounds = 0; presses < 100 && rounds < 2; presses++) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body || element.hasAttribute('data-visited')) return undefined;
          element.setAttribute('data-visited', '');
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const { width, height, bottom, top } = element.getBoundingClientRect();
          return {
            what: element.outerHTML.slice(0, 120),
            seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && bottom > 0 && top < innerHeight,
          };
        });
        if (!stop) rounds++;
        else if (!stop.seen) problems.push(`${state.state}: the focus is not seen on ${stop.what}`);
      }
      const missed = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=radio]), select')]
          .filter((element) => !element.hasAttribute('data-visited') && element.checkVisibility({ visibilityProperty: true }))
          .map(({ outerHTML }) => outerHTML.slice(0, 120)),
      );
      problems.push(...missed.map((what) => `${state.state}: ${what} is never reached`));
      await context.close();
    }
    expect(problems).toEqual([]);
    expect(titles.get('an address that is none')).toBe('To be mended: Sign in · Doorstep Waterlinde');
    expect([...titles.values()].filter((title) => !title.endsWith(' · Doorstep Waterlinde'))).toEqual([]);
  },
);

test('what is wrong with a form has the focus first, and leads to its field', async () => {
  const context = await browserOf({ state: '', path: '' }, []);
  const page = await context.newPage();
  await open(
    page,
    states.find(({ state }) => state === 'an address that is none')!,
    'en',
  );
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  await context.close();
});

test('in forced colours every button and field has an edge', async () => {
  const state = states.find(({ state }) => state === 'people')!;
  const context = await browserOf(state, []);
  const page = await context.newPage();
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, state, 'en');
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(button, input:not([type=radio], [type=checkbox], [type=hidden]), select)')]
      .filter((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth) < 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  expect(bare).toEqual([]);
  await context.close();
});
