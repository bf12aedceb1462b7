import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import { afterAll, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn } from '../views/site.ts';
import { sitemapFiles, sitemapPage } from './sitemap.ts';

const cache = await mkdtemp(join(tmpdir(), 'doorstep-sitemap-'));
afterAll(() => rm(cache, { recursive: true, force: true }));

const origin = 'https://kleinhaven.example';
const site = siteOn(contentOf(await fixtureSource()).graph!, fixtureDay);
const views = [...allPages(site)].map((ref) => viewOf(site, ref));
const pages = views.flatMap(sitemapPage);
const files = await sitemapFiles(origin, pages, cache);

interface Listed {
  loc: string;
  lastmod?: string;
  links: string[];
}
/** What a sitemap or an index lists. */
function listedIn(xml: string): Listed[] {
  const listed: Listed[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let inside = '';
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ local, attributes }) => {
    inside = local;
    if (local === 'url' || local === 'sitemap') listed.push({ loc: '', links: [] });
    const value = (name: string) => (attributes[name] as SaxesAttributeNS | undefined)?.value ?? '';
    if (local === 'link') listed.at(-1)!.links.push(`${value('hreflang')} ${value('href')}`);
  });
  parser.on('text', (text) => {
    if (inside === 'loc') listed.at(-1)!.loc += text;
    if (inside === 'lastmod') listed.at(-1)!.lastmod = text;
  });
  parser.on('closetag', () => (inside = ''));
  parser.write(xml).close();
  return listed;
}

test('an index names a sitemap for each language', () => {
  expect([...files.keys()].sort()).toEqual(['sitemap-ar-0.xml', 'sitemap-en-0.xml', 'sitemap-index.xml', 'sitemap-nl-0.xml']);
  expect(listedIn(files.get('sitemap-index.xml')!)).toEqual(
    ['en', 'nl', 'ar'].map((lang) => ({
      loc: `${origin}/sitemap-${lang}-0.xml`,
      lastmod: expect.stringMatching(/^2026-\d\d-\d\dT00:00:00.000Z$/) as string,
      links: [],
    })),
  );
});

test('every page that search engines may show is listed once, in the sitemap of its language, and no other is', () => {
  const listed = [...files].flatMap(([name, xml]) => (name === 'sitemap-index.xml' ? [] : listedIn(xml).map(({ loc }) => [name.slice(8, 10), loc])));
  const wanted = views.filter(({ head }) => !head.noindex).map(({ lang, head }) => [lang, head.canonical]);
  expect(listed.toSorted()).toEqual(wanted.toSorted());
  const locations = listed.map(([, location]) => location);
  expect(locations).toContain(`${origin}/`);
  expect(locations).toContain(`${origin}/ar/stories/r5h8/`);
  // Shown in its own language where it is missing; and the page for addresses that lead nowhere.
  expect(locations).not.toContain(`${origin}/ar/guides/register/`);
  expect(locations).not.toContain(`${origin}/en/404/`);
});

test('it says when an entry last changed, and which other languages there are', () => {
  const register = listedIn(files.get('sitemap-nl-0.xml')!).find(({ loc }) => loc.endsWith('/nl/guides/register/'))!;
  expect(register.lastmod).toBe('2026-04-01T00:00:00.000Z');
  expect(register.links.toSorted()).toEqual([
    `en ${origin}/en/guides/register/`,
    `nl ${origin}/nl/guides/register/`,
    `x-default ${origin}/en/guides/register/`,
  ]);
  const list = listedIn(files.get('sitemap-nl-0.xml')!).find(({ loc }) => loc.endsWith('/nl/guides/'))!;
  expect(list).not.toHaveProperty('lastmod');
});

test('the same pages give the same files, from the cache and without it; a language that changed is made again, and no other', async () => {
  const before = await readdir(join(cache, 'sitemap'));
  expect(await sitemapFiles(origin, pages, cache)).toEqual(files);
  expect(await sitemapFiles(origin, pages, join(cache, 'other'))).toEqual(files);
  expect(await readdir(join(cache, 'sitemap'))).toEqual(before);
  const changed = pages.map((page) => (page.url.endsWith('/nl/guides/register/') ? { ...page, lastmod: '2026-11-01' } : page));
  const after = await sitemapFiles(origin, changed, cache);
  expect((await readdir(join(cache, 'sitemap'))).filter((name) => !before.includes(name)).map((name) => name.slice(0, 2))).toEqual(['nl']);
  expect([...after].filter(([name, xml]) => files.get(name) !== xml).map(([name]) => name)).toEqual(['sitemap-nl-0.xml', 'sitemap-index.xml']);
});

test('a host in capital or other letters is written as browsers do', async () => {
  const links = [{ lang: 'en', url: 'https://Gemeinde-Köln.example/en/' }];
  const made = await sitemapFiles('https://Gemeinde-Köln.example', [{ url: links[0]!.url, lang: 'en', links }], cache);
  expect(listedIn(made.get('sitemap-en-0.xml')!)).toEqual([
    { loc: 'https://xn--gemeinde-kln-ejb.example/en/', links: ['en https://xn--gemeinde-kln-ejb.example/en/'] },
  ]);
});

test('without pages there is no sitemap', async () => {
  expect(await sitemapFiles(origin, [], cache)).toEqual(new Map());
});
