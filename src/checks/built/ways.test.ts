import { expect, test } from 'vitest';
import { origin, page, told } from './small-site.ts';

test('a page to which nothing leads', () => {
  const pages = {
    '/': '<html lang="en" dir="ltr"><h1>Kade</h1><a href="/en/">English</a></html>',
    '/en/': page('/en/', { body: '<a href="/en/guides/">Guides</a>' }),
    '/en/guides/': page('/en/guides/', { body: '<a href="/en/">Home</a>' }),
    '/en/pages/parking/': page('/en/pages/parking/', { body: '<a href="/en/">Home</a><a href="/en/pages/garage/">Garage</a>' }),
    '/en/pages/garage/': page('/en/pages/garage/', { body: '<a href="/en/pages/parking/">Parking</a>' }),
  };
  expect(told(pages, { front: false })).toMatchInlineSnapshot(`
    "built-orphans en/pages/garage/index.html
    No link leads to this page.
    Link to it from settings/navigation.yml, or from a page that can be reached.

    built-orphans en/pages/parking/index.html
    No link leads to this page.
    Link to it from settings/navigation.yml, or from a page that can be reached."
  `);
});

test('nothing need lead to what tells that a page is not there, nor to an earlier address', () => {
  const onward =
    '<!doctype html><html lang="en"><head><meta http-equiv="refresh" content="0;url=/en/"><title>a</title></head><body><a href="/en/">a</a></body></html>';
  const pages = {
    '/': '<html lang="en" dir="ltr"><h1>Kade</h1><a href="/en/">English</a></html>',
    '/en/': page('/en/'),
    '/en/404/': page('/en/404/'),
    '/en/old/': onward,
  };
  expect(told(pages, { front: false })).toBe('');
});

test('where there is no front page of all languages, each begins at its own', () => {
  const pages = { '/nl/': page('/nl/', { body: '<a href="/nl/guides/">Wegwijzers</a>' }), '/nl/guides/': page('/nl/guides/') };
  expect(told(pages, { front: false })).toBe('');
});

test('a proper address that is not there, that may not be shown, or that is elsewhere', () => {
  const at = (path: string) => page('/en/a/').replace(`${origin}/en/a/`, path);
  const hidden = page('/en/hidden/', { head: '<meta name="robots" content="noindex, follow">' });
  const wrong = (path: string) => told({ '/en/a/': at(path), '/en/hidden/': hidden });
  expect([wrong(`${origin}/en/gone/`), wrong(`${origin}/en/hidden/`), wrong('https://other.example/en/a/')].join('\n\n')).toMatchInlineSnapshot(`
    "built-canonical en/a/index.html
    The page gives /en/gone/ as its proper address, which is not there.
    Give the page’s own address, or that of the original.

    built-canonical en/a/index.html
    The page gives /en/hidden/ as its proper address, which search engines are asked not to show.
    Give the page’s own address, or that of the original.

    built-canonical en/a/index.html
    The page gives https://other.example/en/a/ as its proper address, which is on another site.
    Correct \`origin\` in settings/site.yml."
  `);
  expect(wrong(`${origin}/en/a/`)).toBe('');
});

test('a feed that is not there', () => {
  const head = '<link rel="alternate" type="application/atom+xml" href="/en/stories.xml">';
  expect(told({ '/en/': page('/en/', { head }) })).toMatchInlineSnapshot(`
    "built-links en/index.html:2
    The link /en/stories.xml leads nowhere.
    Correct the link, or build what it leads to."
  `);
  expect(told({ '/en/': page('/en/', { head }) }, { files: ['en/stories.xml'] })).toBe('');
});

test('a sitemap with what is not there, may not be shown, or leads on', () => {
  const pages = {
    '/en/': page('/en/'),
    '/en/hidden/': page('/en/hidden/', { head: '<meta name="robots" content="noindex">' }),
    '/en/old/': '<html lang="en"><meta http-equiv="refresh" content="0;url=/en/"><a href="/en/">a</a></html>',
  };
  const url = (path: string) => `<url><loc>${origin}${path}</loc><xhtml:link rel="alternate" hreflang="en" href="${origin}${path}"/></url>`;
  const sitemap = `<?xml version="1.0"?>\n<urlset>\n${['/en/', '/en/gone/?a=1&amp;b=2', '/en/hidden/', '/en/old/'].map(url).join('\n')}\n<url><loc>/en/</loc></url><url><loc>https://other.example/</loc></url></urlset>`;
  const robots = `User-agent: *\nSitemap: ${origin}/sitemap-index.xml\nSitemap: ${origin}/sitemap-en.xml\n`;
  expect(told(pages, { sitemaps: { 'sitemap-en.xml': sitemap, 'robots.txt': robots } })).toMatchInlineSnapshot(`
    "built-sitemaps robots.txt:2
    https://kade.example/sitemap-index.xml is not there.
    Take it out of the list, or build it.

    built-sitemaps sitemap-en.xml:4
    https://kade.example/en/gone/?a=1&b=2 is not there.
    Take it out of the list, or build it.

    built-sitemaps sitemap-en.xml:5
    https://kade.example/en/hidden/ asks search engines not to show it.
    Take it out of the list, or build it.

    built-sitemaps sitemap-en.xml:6
    https://kade.example/en/old/ leads on to another page.
    Take it out of the list, or build it.

    built-sitemaps sitemap-en.xml:7
    /en/ is no whole address.
    Take it out of the list, or build it.

    built-sitemaps sitemap-en.xml:7
    https://other.example/ is on another site.
    Take it out of the list, or build it."
  `);
});
