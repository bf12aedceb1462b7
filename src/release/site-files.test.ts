import { expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { siteOn } from '../views/site.ts';
import { firstUnbalanced } from './page-problems.ts';
import { parseRedirects } from './redirects.ts';
import { siteFiles } from './site-files.ts';
import { headersFile } from './site-headers.ts';

const source = await fixtureSource();
const filesOf = (change: (text: string) => string = (text) => text, day = fixtureDay, languages?: string[]) => {
  const texts = new Map([...source.texts].map(([file, text]) => [file, file === 'guides/nl/register.mdx' ? change(text) : text]));
  return siteFiles(siteOn(contentOf({ ...source, texts }).graph!, day, languages));
};

/** Those that this test is about: the data of pages that search and compare is tested where it is made. */
const names = (files: Map<string, string>) => [...files.keys()].filter((path) => !path.endsWith('.json'));

test('an earlier address leads on in every language, on hosts that read `_redirects` and on those that do not', () => {
  const files = filesOf();
  expect(names(files).sort()).toEqual([
    '_headers',
    '_redirects',
    'ar/guides/sign-up/index.html',
    'en/guides/sign-up/index.html',
    'nl/guides/sign-up/index.html',
  ]);
  const redirects = parseRedirects(files.get('_redirects')!);
  expect(redirects.get('/nl/guides/sign-up')).toEqual({ to: '/nl/guides/register/', status: 301 });
  expect(redirects.size).toBe(3);
  const page = files.get('en/guides/sign-up/index.html')!;
  expect(page).toContain('<meta http-equiv="refresh" content="0;url=/en/guides/register/">');
  expect(page).toContain('>Register with the municipality</a>');
  expect(firstUnbalanced(page)).toBeUndefined();
  expect(files.get('_headers')).toBe(headersFile());
});

test('a title is text, whatever it holds', () => {
  const page = filesOf((text) => text.replace('title: Schrijf u in bij de gemeente', `title: '</title><script>"&'`)).get(
    'nl/guides/sign-up/index.html',
  )!;
  expect(page).toContain('<title>&lt;/title>&lt;script>&quot;&amp;</title>');
  expect(page.match(/<script/g)).toBeNull();
});

test('nothing leads to an entry that is not published, and only the languages asked for are written', () => {
  expect(names(filesOf(undefined, '2026-01-31'))).toEqual(['_redirects', '_headers']);
  expect(names(filesOf(undefined, fixtureDay, ['nl']))).toEqual(['nl/guides/sign-up/index.html', '_redirects', '_headers']);
});
