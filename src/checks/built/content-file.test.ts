import { expect, test } from 'vitest';
import { atContentFile, contentFileOf } from './content-file.ts';
import { pageFacts } from './page-facts.ts';
import { origin, page } from './small-site.ts';

const files = new Set(['guides/nl/register.mdx', 'guides/en/register.mdx', 'stories/ar/k1d4.mdx', 'settings/site.yml']);
/** The content file of a page, whose proper address may be another's. */
const madeOf = (path: string, proper = path) => {
  const file = `${path.slice(1)}index.html`;
  const html = page(path).replace(`${origin}${path}`, `${origin}${proper}`);
  return contentFileOf(file, { pages: new Map([[file, pageFacts(file, html)]]), origin }, files);
};

test('a page is made by the translation in its language, or by the original', () => {
  expect(madeOf('/en/guides/register/')).toBe('guides/en/register.mdx');
  expect(madeOf('/uk/guides/register/', '/nl/guides/register/')).toBe('guides/nl/register.mdx');
  expect(madeOf('/de/stories/k1d4/', '/ar/stories/k1d4/')).toBe('stories/ar/k1d4.mdx');
});

test('lists, front pages and entries that are gone have no content file', () => {
  for (const path of ['/en/', '/en/guides/', '/en/guides/page/2/', '/en/for/student/', '/en/guides/gone/', '/en/../secret/'])
    expect(madeOf(path)).toBeUndefined();
});

test('a finding on a page names the file that made it, and the page in words', () => {
  const finding = {
    check: 'built-links',
    severity: 'error' as const,
    file: 'uk/guides/register/index.html',
    line: 7,
    found: 'The link /x/ leads nowhere.',
  };
  expect(atContentFile({ ...finding, rule: 'R', fix: 'F' }, 'guides/nl/register.mdx')).toEqual({
    check: 'built-links',
    severity: 'error',
    file: 'guides/nl/register.mdx',
    found: 'On the page /uk/guides/register/, line 7: The link /x/ leads nowhere.',
    rule: 'R',
    fix: 'F',
  });
});
