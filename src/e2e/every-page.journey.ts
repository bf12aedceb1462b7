import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkBuilt } from '../release/check-built.ts';
import { compressedSize, pageBudget } from '../release/page-problems.ts';
import type { PageRef } from '../views/routes.ts';
import { viewOf } from '../views/routes.ts';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader, type Reader } from './reader.ts';
import { lookAt, type Sight } from './sight.ts';

/** docs/architecture.md, budgets: bytes a page may take in fonts, and in scripts; what searching costs is measured by its own journey. */
const fontBudget = 60 * 1024;
const scriptBudget = 3 * 1024;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

describe.each(['fixture', 'sample'] as const)('on every page of the %s city', (name) => {
  let city: City;
  let reader: Reader;
  const sights = new Map<PageRef, Sight>();
  /** What is wrong, by page. */
  const each = (problem: (sight: Sight, page: PageRef) => string | string[] | false | undefined) =>
    [...sights].flatMap(([page, sight]) => [problem(sight, page) || []].flat().map((text) => `${page.path} ${text}`));

  beforeAll(async () => {
    city = await startCity(name);
    // 320 px wide: what a screen of 1280 px shows at 400 %.
    reader = await openReader(browser, city.origin, { width: 320, height: 640 });
    // Two tabs: one loads while the other is looked at.
    const left = city.pages.values();
    const tabs = [reader.page, await reader.context.newPage()];
    const seen = await Promise.all(
      tabs.map(async (tab) => {
        const tools = await reader.context.newCDPSession(tab);
        await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
        const own: [PageRef, Sight][] = [];
        for (const page of left) own.push([page, await lookAt(tab, page.path)]);
        return own;
      }),
    );
    const byPage = new Map(seen.flat());
    for (const page of city.pages) sights.set(page, byPage.get(page)!);
  }, 240_000);
  afterAll(async () => {
    await reader?.close();
    await city?.close();
  });

  test('nothing is asked of others, sent, stored in cookies, refused by the page’s policy or told to the console', async () => {
    expect(await reader.problems()).toEqual([]);
  });

  test('nothing scrolls sideways and no word is cut off at 400 %', () => {
    expect([...sights.values()].flatMap(({ sideways }) => sideways)).toEqual([]);
  });

  test('there is one h1 and one main, and headings skip no level', () => {
    expect(each(({ h1, main }) => (h1 !== 1 || main !== 1) && `has ${h1} h1 and ${main} main`)).toEqual([]);
    expect(
      each(({ headings }) =>
        headings.flatMap((level, index) => (level > (headings[index - 1] ?? 1) + 1 ? [`goes from h${headings[index - 1]} to h${level}`] : [])),
      ),
    ).toEqual([]);
  });

  test('the page says its language, direction and title', () => {
    expect(
      each((sight, page) => {
        const { lang, dir, head } = viewOf(city.site, page);
        return (sight.lang !== lang || sight.dir !== dir || sight.title !== head.title) && `has ${sight.lang} ${sight.dir} "${sight.title}"`;
      }),
    ).toEqual([]);
  });

  test('every id is there once, and every picture has its size and its description', () => {
    expect(each(({ twice }) => twice.map((id) => `has the id "${id}" twice`))).toEqual([]);
    expect(each(({ pictures }) => pictures)).toEqual([]);
  });

  test('texts, styles, scripts and fonts keep to their budgets', async () => {
    const html = new Map(
      await Promise.all(
        [...sights.keys()].map(
          async (page) => [page, await readFile(join(city.folder, page.path === '/404' ? '404.html' : `${page.path}index.html`), 'utf8')] as const,
        ),
      ),
    );
    const worst = Math.max(...[...html.values()].map(compressedSize));
    const fonts = Math.max(...[...sights.values()].map(({ fontBytes }) => fontBytes));
    console.log(
      `${name} city: ${sights.size} pages; at most ${worst} of ${pageBudget} bytes of HTML and CSS, ${fonts} of ${fontBudget} bytes of fonts`,
    );
    expect(
      each(
        ({ styleSheets }, page) =>
          styleSheets === 0 && compressedSize(html.get(page)!) > pageBudget && `has ${compressedSize(html.get(page)!)} bytes of HTML and CSS`,
      ),
    ).toEqual([]);
    expect(each(({ styleSheets }) => styleSheets > 0 && `loads ${styleSheets} style sheets beside its own`)).toEqual([]);
    expect(each(({ scriptBytes }, { route }) => route !== 'search' && scriptBytes > scriptBudget && `has ${scriptBytes} bytes of scripts`)).toEqual(
      [],
    );
    expect(each(({ fontBytes }) => fontBytes > fontBudget && `loads ${fontBytes} bytes of fonts`)).toEqual([]);
  });

  test('the site as a whole has nothing to mend: valid HTML, links, languages, sitemaps', async () => {
    const { onContent, onSite } = await checkBuilt(city.folder, { validate: true, weigh: false });
    expect([...onContent, ...onSite].filter(({ severity }) => severity === 'error')).toEqual([]);
  }, 120_000);

  test('every link within the site leads to a page, and to a place on it', async () => {
    const answers = new Map<string, { status: number; html: string }>();
    const problems = new Map<string, string>();
    for (const [page, { links }] of sights)
      for (const link of links) {
        const { pathname, hash, origin } = new URL(link);
        if (origin !== city.origin || pathname === page.path) continue;
        if (!answers.has(pathname)) {
          const response = await fetch(city.origin + pathname, { redirect: 'manual' });
          answers.set(pathname, { status: response.status, html: await response.text() });
        }
        const { status, html } = answers.get(pathname)!;
        // `/` leads to the reader's language.
        if (status !== 200 && !(pathname === '/' && status === 302)) problems.set(pathname, `${pathname} answers ${status}; linked on ${page.path}`);
        else if (hash.length > 1 && !html.includes(`id="${decodeURIComponent(hash.slice(1))}"`))
          problems.set(pathname + hash, `${pathname} has no ${hash}; linked on ${page.path}`);
      }
    expect([...problems.values()]).toEqual([]);
  });

  test('versions in other languages name each other', () => {
    const { origin } = city.site.graph.settings.site;
    const byPath = new Map([...sights].map(([{ path }, sight]) => [path, sight]));
    expect(
      each(({ alternates }, { path }) =>
        alternates.flatMap(({ hreflang, href }) => {
          const other = byPath.get(href.replace(origin, ''));
          if (!other) return [`names ${href}, which is not there`];
          if (hreflang !== 'x-default' && other.lang !== hreflang) return [`names ${href} as ${hreflang}, and it is in ${other.lang}`];
          return other.alternates.some((back) => back.href === origin + path) ? [] : [`names ${href}, which does not name it`];
        }),
      ),
    ).toEqual([]);
    expect(
      each(({ alternates }) => alternates.length > 0 && !alternates.some(({ hreflang }) => hreflang === 'x-default') && 'has no x-default'),
    ).toEqual([]);
  });
});
