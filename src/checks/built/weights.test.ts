import { expect, test } from 'vitest';
import { page, told } from './small-site.ts';

const linked = page('/en/guides/bicycle/', {
  head: '<link rel="stylesheet" href="/a.css">',
  body: '<script src="/b.js"></script><script>1</script>',
});

test('style sheets count with their page, wherever they are', () => {
  expect(told({ '/en/guides/bicycle/': linked }, { sizes: { 'a.css': 14_336, 'b.js': 9 } })).toMatchInlineSnapshot(`
    "built-weights en/guides/bicycle/index.html
    The page has 14581 bytes of HTML and CSS, compressed.
    Shorten the text, or divide it into two entries."
  `);
});

test('a page of content with too much script', () => {
  expect(told({ '/en/guides/bicycle/': linked }, { sizes: { 'a.css': 9, 'b.js': 3072 } })).toMatchInlineSnapshot(`
    "built-weights en/guides/bicycle/index.html
    The page loads 3073 bytes of script.
    Load it only where it is used, and only once it is."
  `);
  expect(told({ '/en/guides/bicycle/': linked }, { sizes: { 'a.css': 9, 'b.js': 3071 } })).toBe('');
});

test('a tool may load more script than a page of content, and data is none', () => {
  const tool = page('/en/search/', { body: '<script src="/b.js"></script>' });
  expect(told({ '/en/search/': tool }, { sizes: { 'b.js': 30_000 } })).toBe('');
  const data = page('/en/guides/bicycle/', { head: `<script type="application/ld+json">${'a'.repeat(4000)}</script>` });
  expect(told({ '/en/guides/bicycle/': data })).toBe('');
});
