import { expect, test } from 'vitest';
import { withPreviewAddresses } from './preview-addresses.ts';

const addresses = { siteOrigin: 'https://city.example', languages: new Map([['/nl/guides/register/', 'nl']]) };
const given = (html: string) => withPreviewAddresses(html, addresses);

test('pictures and fonts come from the origin of the CMS', () => {
  expect(given('<img src="/media/a-480.webp" srcset="/media/a-480.webp 480w, /media/a-960.webp 960w" alt="x">')).toBe(
    '<img src="/preview/files/media/a-480.webp" srcset="/preview/files/media/a-480.webp 480w, /preview/files/media/a-960.webp 960w" alt="x">',
  );
  expect(given('<image href="/media/a.webp" width="9"/>')).toBe('<image href="/preview/files/media/a.webp" width="9"/>');
  expect(given('<style>@font-face{src:url(/_astro/a.woff2)}</style>')).toBe('<style>@font-face{src:url(/preview/files/_astro/a.woff2)}</style>');
});

test('links of the site and of the web open in a tab of their own', () => {
  const more = 'target="_blank" rel="noopener noreferrer"';
  expect(given('<a class="b" href="/nl/stories/">')).toBe(`<a class="b" href="https://city.example/nl/stories/" ${more}>`);
  expect(given('<a href="https://example.org/?a=1&amp;b=$1" rel="me">')).toBe(`<a href="https://example.org/?a=1&amp;b=$1" ${more}>`);
});

test('the page in another language is previewed, and a heading of the page stays in the page', () => {
  expect(given('<a href="/nl/guides/register/" hreflang="nl">')).toBe('<a href="?lang=nl" hreflang="nl">');
  expect(given('<a href="#cost">')).toBe('<a href="#cost">');
});

test('what people wrote stays as it is, even where it looks like an address', () => {
  const text = '<p title="a > b /media/x.webp">url(/_astro/x) and src="/media/x.webp" &lt;a href="/x"&gt;</p>';
  expect(given(text)).toBe(text);
  expect(given('<img alt="src=&quot;/media/x&quot; > /media/" src="/media/a.webp">')).toBe(
    '<img alt="src=&quot;/media/x&quot; > /media/" src="/preview/files/media/a.webp">',
  );
});

test('the manifest of the site is none of the editor’s', () => {
  expect(given('<link rel="manifest" href="/manifest.webmanifest"><link rel="icon" href="/favicon.svg">')).toBe(
    '<link rel="icon" href="/preview/files/favicon.svg">',
  );
});
