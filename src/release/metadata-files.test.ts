import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { allPages, viewOf } from '../views/routes.ts';
import { siteOn } from '../views/site.ts';
import { metadataFiles } from './metadata-files.ts';
import { root } from './root.ts';
import { expiryFrom, securityTxt } from './security-txt.ts';
import { sitemapPage } from './sitemap.ts';

const cache = await mkdtemp(join(tmpdir(), 'doorstep-metadata-'));
afterAll(() => rm(cache, { recursive: true, force: true }));

const source = await fixtureSource();
const siteOf = (change: (settings: string) => string = (settings) => settings, languages?: string[]) => {
  const texts = new Map([...source.texts].map(([file, text]) => [file, file === 'settings/site.yml' ? change(text) : text]));
  return siteOn(contentOf({ ...source, texts }).graph!, fixtureDay, languages);
};
const site = siteOf();
const views = [...allPages(site)].map((ref) => viewOf(site, ref));
const files = await metadataFiles(site, views.flatMap(sitemapPage), cache);

test('robots are welcome, and told of the sitemap', () => {
  expect(files.get('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://kleinhaven.example/sitemap-index.xml\n');
  expect(files.has('sitemap-index.xml')).toBe(true);
});

test('security.txt says whom to tell, in which languages, and until when', () => {
  expect(files.get('.well-known/security.txt')).toBe(
    [
      'Contact: mailto:desk@kleinhaven.example',
      'Contact: tel:+31000000000',
      'Expires: 2027-07-01T00:00:00Z',
      'Preferred-Languages: en, nl, ar',
      'Canonical: https://kleinhaven.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
  expect(securityTxt(siteOf((settings) => settings.replace(/^contact: .*$/m, 'contact: {}')))).toBeUndefined();
});

test('it expires in six to nine months, whichever day it is', () => {
  const days = Array.from({ length: 800 }, (_, at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10));
  const ahead = days.map((day) => (Date.parse(expiryFrom(day)) - Date.parse(day)) / 86_400_000);
  expect(Math.min(...ahead)).toBeGreaterThan(180);
  expect(Math.max(...ahead)).toBeLessThan(280);
  expect(new Set(days.map((day) => expiryFrom(day))).size).toBe(9);
});

test('the web manifest has the city’s name and colour, and its icons are there', async () => {
  const manifest = JSON.parse(files.get('manifest.webmanifest')!) as { name: string; theme_color: string; icons: { src: string; sizes: string }[] };
  expect(manifest).toMatchObject({ name: 'Doorstep Kleinhaven', short_name: 'Kleinhaven', lang: 'en', theme_color: '#13409f', start_url: '/' });
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(join(root, 'public', src)).metadata();
    if (sizes !== 'any') expect(`${width}x${height}`).toBe(sizes);
  }
  expect(manifest.icons).toHaveLength(3);
});

// Made once, at this density, with sharp: `.resize(size, size).flatten(white).png({ palette: true })`.
test.each([192, 512])('the icon of %i px shows what favicon.svg draws', async (size) => {
  const pixels = (image: Sharp) => image.flatten({ background: '#ffffff' }).removeAlpha().raw().toBuffer();
  const drawn = await pixels(sharp(join(root, 'public/favicon.svg'), { density: (72 * size) / 52 }).resize(size, size));
  const icon = await pixels(sharp(join(root, `public/icon-${size}.png`)));
  const differing = drawn.filter((value, at) => Math.abs(value - icon[at]!) > 48).length;
  expect(icon).toHaveLength(drawn.length);
  expect(differing / drawn.length).toBeLessThan(0.002);
});

test('home, lists, changes and about lead to their feeds and to the manifest; entries do not', () => {
  const leads = new Map(views.map(({ path, head }) => [path, head]));
  expect(leads.get('/nl/stories/')!.feeds).toEqual([
    { type: 'application/atom+xml', title: 'Verhalen · Doorstep Kleinhaven', href: '/nl/stories/feed.xml' },
    { type: 'application/feed+json', title: 'Verhalen · Doorstep Kleinhaven', href: '/nl/stories/feed.json' },
  ]);
  for (const path of ['/en/', '/en/changes/', '/en/about/'])
    expect(leads.get(path)!.feeds.map(({ href }) => href)).toEqual(['/en/feed.xml', '/en/feed.json']);
  expect(views.flatMap(({ head }) => head.feeds.map(({ href }) => href.slice(1))).filter((file) => !files.has(file))).toEqual([]);
  expect(leads.get('/ar/guides/')).toMatchObject({ feeds: [], manifest: true });
  expect(leads.get('/nl/stories/k1d4/')).toMatchObject({ feeds: [], manifest: false });
});
