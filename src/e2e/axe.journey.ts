import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { pageStates, routesWithout, type PageState } from './page-states.ts';
import { openReader } from './reader.ts';

/** All rules once a width; in the dark those that look at colours, since nothing else is different there. */
const wanted: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };
const widths = [360, 1440];
const schemes = {
  light: wanted,
  dark: { ...wanted, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } satisfies RunOptions,
};

let axe: string;
let browser: Browser;
let cities: City[];
let states: { city: City; state: PageState }[];

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await launch();
  cities = [await startCity('fixture'), await startCity('sample'), await startCity('bare'), await startCity('crowded')];
  const seen = new Set<string>();
  states = cities.flatMap((city) => {
    const own = pageStates(city.site, city.pages).filter(({ state }) => !seen.has(state));
    own.forEach(({ state }) => seen.add(state));
    return own.map((state) => ({ city, state }));
  });
});
afterAll(async () => {
  await browser?.close();
  await Promise.all((cities ?? []).map((city) => city.close()));
});

/** Runs axe; the page's policy does not keep the debugger out, so the page is tested as it is. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(document, options),
    options,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id} (${help}): ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary?.split('\n').slice(1, 3).join('; ')}`,
    ),
  );
}

test('every route has a page among those looked at, in both directions', () => {
  const fromFixture = pageStates(cities[0]!.site, cities[0]!.pages);
  const elsewhere = states.filter(({ city }) => city.name !== 'fixture').map(({ state }) => state);
  expect(routesWithout([...fromFixture, ...elsewhere])).toEqual([]);
  for (const state of ['original', 'current', 'outdated', 'summary', 'missing'])
    expect(
      states.some(({ state: { state: words } }) => words.includes(` ${state}`)),
      state,
    ).toBe(true);
  expect(states.some(({ state: { state: words } }) => words.includes(' rtl'))).toBe(true);
});

test('no page has a finding of axe, in any state, light or dark, small or large', { timeout: 240_000 }, async () => {
  const found: string[] = [];
  for (const city of cities) {
    const reader = await openReader(browser, city.origin);
    for (const { state } of states.filter((one) => one.city === city)) {
      await reader.open(state.path);
      await reader.page.evaluate(axe);
      for (const width of widths) {
        await reader.page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await reader.page.emulateMedia({ colorScheme });
          for (const finding of await findings(reader.page, schemes[colorScheme]))
            found.push(`${city.name} ${state.path} (${state.state}), ${width} px, ${colorScheme}: ${finding}`);
        }
      }
    }
    await reader.close();
  }
  console.log(`axe: ${states.length} pages × ${widths.length} widths × light and dark, ${found.length} findings`);
  expect(found).toEqual([]);
});
