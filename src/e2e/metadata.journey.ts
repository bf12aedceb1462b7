import type { Browser, Page } from 'playwright-core';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, fixtureSource } from '../fixture-city/fixture-city.ts';
import { buildSite } from '../release/build.ts';
import { createSiteServer } from '../release/serve.ts';
import { attackCity } from './attack-city.ts';
import { launch } from './chromium.ts';
import { openReader, type Reader } from './reader.ts';

/** Titles that would end what they stand in: a script, a title, an attribute, a section of XML, a comment. */
const titles = [
  '</script><script>alert(1)</script>',
  '</title><img src="https://elsewhere.example/x.png" onerror="alert(2)">',
  '"><svg onload=alert(3)>',
  ']]></title></entry></feed><!-- <script>alert(4)</script>',
  '<!--<script>',
  '\\u003c/script\\u003e \u2028 alert(5)',
  '&lt;b&gt; &amp;amp; <b>&</b>',
];

let browser: Browser;
let reader: Reader;
let origin: string;
let close: () => Promise<void>;
const dialogs: string[] = [];

/** The fixture city with a story and a guide under every title, built as it would be published, and served. */
beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), 'doorstep-metadata-'));
  const { source } = attackCity(
    await fixtureSource(),
    titles.map((text) => ({ name: text, where: 'title', text })),
  );
  const media = [...(await fixtureFiles())].filter(([path]) => path.startsWith('media/'));
  for (const [path, content] of [...source.texts, ...media]) {
    await mkdir(dirname(join(home, 'content', path)), { recursive: true });
    await writeFile(join(home, 'content', path), content);
  }
  const { published, content } = await buildSite({ content: join(home, 'content'), out: join(home, 'out'), day: fixtureDay });
  if (!published) throw new Error(`The city was not built: ${JSON.stringify(content.findings)}`);
  const server = createSiteServer({ root: join(home, 'out/site') });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launch();
  reader = await openReader(browser, origin, { bypassCSP: true });
  reader.context.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await rm(home, { recursive: true, force: true });
  };
});
afterAll(async () => {
  await reader?.close();
  await browser?.close();
  await close?.();
});

interface Graph {
  '@graph': { '@type': string; headline?: string; author?: { name: string }; itemListElement?: { name: string }[] }[];
}
const dataOn = async (page: Page) => JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!) as Graph;

/** Names are cut to sixty characters by the model. */
const name = (title: string) => title.slice(0, 60);

test('a title that would end the script is text in the page and in its data, letter for letter', async () => {
  for (const [index, title] of titles.entries()) {
    await reader.open(`/en/guides/g${index + 1}/`);
    expect(await reader.page.locator('script[type="application/ld+json"]').count()).toBe(1);
    const [guide, crumbs] = (await dataOn(reader.page))['@graph'];
    expect(guide).toMatchObject({ '@type': 'Article', headline: title });
    expect(crumbs!.itemListElement!.at(-1)!.name).toBe(title);
    expect(await reader.page.title()).toContain(title);
    expect(await reader.page.locator('h1').textContent()).toContain(title);
    await reader.open(`/en/stories/s${index + 1}/`);
    const [story] = (await dataOn(reader.page))['@graph'];
    expect(story).toMatchObject({ headline: title, author: { name: name(title) } });
  }
});

interface Parsed {
  error: string | undefined;
  titles: string[];
  elements: string[];
  type: string | null;
}
/** A file as the browser's own parser of XML reads it. */
const parsedXml = (path: string) =>
  reader.page.evaluate(async (address): Promise<Parsed> => {
    const response = await fetch(address);
    const xml = new DOMParser().parseFromString(await response.text(), 'application/xml');
    return {
      error: xml.querySelector('parsererror')?.textContent,
      titles: [...xml.querySelectorAll('entry > title')].map(({ textContent }) => textContent ?? ''),
      elements: [...new Set([...xml.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
      type: response.headers.get('content-type'),
    };
  }, path);

test('and in the feeds, which both formats’ parsers read', async () => {
  await reader.open('/en/');
  const links = await reader.page.locator('link[rel=alternate][type]').evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
  expect(links).toEqual(['/en/feed.xml', '/en/feed.json']);
  const { error, titles: shown, elements, type } = await parsedXml('/en/guides/feed.xml');
  expect([error, type]).toEqual([undefined, 'application/atom+xml; charset=utf-8']);
  expect(shown.toSorted()).toEqual(titles.toSorted());
  expect(elements).toEqual(['author', 'category', 'entry', 'feed', 'icon', 'id', 'link', 'name', 'published', 'summary', 'title', 'updated']);
  expect((await parsedXml('/en/stories/feed.xml')).titles.toSorted()).toEqual(titles.map((title) => `${name(title)}: ${title}`).toSorted());
  expect((await parsedXml('/en/feed.xml')).titles).toHaveLength(2 * titles.length);
  const feed = (await (await fetch(`${origin}/en/guides/feed.json`)).json()) as { items: { title: string }[] };
  expect(feed.items.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
});

test('the sitemap is well-formed, and everything it and the manifest name is there', async () => {
  const named = await reader.page.evaluate(async () => {
    const read = async (path: string) => {
      const xml = new DOMParser().parseFromString(await (await fetch(path)).text(), 'application/xml');
      return {
        broken: xml.querySelector('parsererror') !== null,
        places: [...xml.querySelectorAll('loc')].map(({ textContent }) => textContent ?? ''),
      };
    };
    const pathOf = (url: string) => new URL(url).pathname;
    const robots = await (await fetch('/robots.txt')).text();
    const index = await read(pathOf(/^Sitemap: (.*)$/m.exec(robots)![1]!));
    const sitemaps = await Promise.all(index.places.map((place) => read(pathOf(place))));
    const manifest = (await (await fetch('/manifest.webmanifest')).json()) as { icons: { src: string }[] };
    const paths = [...sitemaps.flatMap(({ places }) => places).map(pathOf), ...manifest.icons.map(({ src }) => src), '/.well-known/security.txt'];
    const missing = [];
    for (const path of paths) if (!(await fetch(path)).ok) missing.push(path);
    return { broken: [index, ...sitemaps].some(({ broken }) => broken), count: paths.length, missing };
  });
  expect(named).toMatchObject({ broken: false, missing: [] });
  expect(named.count).toBeGreaterThan(2 * titles.length);
});

test('nothing that a title says is done: no dialog, and no request elsewhere', async () => {
  expect(dialogs).toEqual([]);
  expect(await reader.problems()).toEqual([]);
});
