import { expect, test } from 'vitest';
import { origin, page, told } from './small-site.ts';

test('in a right page nothing is wrong', () => {
  const right = page('/en/', {
    head: '<link rel="stylesheet" href="/_astro/a.css"><style>@layer a{b{background:url("data:image/png;base64,AA")}}</style><script src="/s.js"></script>',
    body: '<a href="#part">a</a><h2 id="part">B</h2><a href="https://elsewhere.example/">c</a><a href="mailto:a@b.example">d</a><a href="/en/?q=1#part">e</a><img src="/m.webp" srcset="/m.webp 1w, /n.webp 2w" alt="" width="1" height="1"><p>1 < 2 "quoted" &amp;</p>',
  });
  expect(told({ '/en/': right }, { files: ['_astro/a.css', 's.js', 'm.webp', 'n.webp'] })).toBe('');
});

test('links that lead nowhere', () => {
  const body =
    '<a href="/en/guides/">a</a>\n<a href="/nl/guides">b</a><a href="/nl/guides/#begn">c</a><a href="#nothing">d</a><a href="/en/guides/">again</a>';
  expect(told({ '/en/': page('/en/', { body }), '/nl/guides/': page('/nl/guides/', { body: '<h2 id="begin">B</h2>' }) })).toMatchInlineSnapshot(`
    "built-links en/index.html:4
    The link /en/guides/ leads nowhere.
    Correct the link, or build what it leads to.

    built-links en/index.html:5
    The link #nothing leads to a place that en/index.html does not have.
    Leave out # and what follows it.

    built-links en/index.html:5
    The link /nl/guides leads nowhere.
    Write it with a closing slash: /nl/guides/

    built-links en/index.html:5
    The link /nl/guides/#begn leads to a place that nl/guides/index.html does not have.
    Did you mean #begin?"
  `);
});

test('anchors may be in any script, encoded or not', () => {
  const body = '<a href="#%D8%A7%D9%84%D8%B3%D9%83%D9%86">a</a><a href="#السكن">b</a><h2 id="السكن">ا</h2>';
  expect(told({ '/ar/': page('/ar/', { body }) })).toBe('');
});

test('what is fetched from elsewhere, or is not there', () => {
  const head =
    '<link rel="preconnect" href="https://fonts.example/"><style>@import "https://a.example/b.css";.c{background:url(//d.example/e.png)}</style>';
  const body =
    '<img src="https://tracker.example/1.gif" alt="" width="1" height="1">\n<img src="/media/gone.webp" srcset="/media/gone-2.webp 2x" alt="" width="1" height="1"><svg><use href="#a"/></svg><iframe src="https://maps.example/"></iframe><p style="background:url(https://f.example/)">x</p>';
  expect(told({ '/en/': page('/en/', { head, body }) })).toMatchInlineSnapshot(`
    "built-resources en/index.html:2
    <link href> fetches https://fonts.example/.
    Put the file into the site itself.

    built-resources en/index.html:2
    <style> fetches //d.example/e.png.
    Put the file into the site itself.

    built-resources en/index.html:2
    <style> fetches https://a.example/b.css.
    Put the file into the site itself.

    built-resources en/index.html:4
    <img src> fetches https://tracker.example/1.gif.
    Put the file into the site itself.

    built-resources en/index.html:5
    <iframe src> fetches https://maps.example/.
    Put the file into the site itself.

    built-resources en/index.html:5
    <img src> fetches /media/gone.webp, which is not there.
    Correct the address, or build the file.

    built-resources en/index.html:5
    <img srcset> fetches /media/gone-2.webp, which is not there.
    Correct the address, or build the file.

    built-resources en/index.html:5
    <p style> fetches https://f.example/.
    Put the file into the site itself."
  `);
});

test('versions in other languages name each other', () => {
  const pages = {
    '/en/a/': page('/en/a/', { others: ['nl', 'de', 'ar'] }),
    '/nl/a/': page('/nl/a/'),
    '/ar/a/': page('/ar/a/', { others: ['en', 'nl'] }),
    '/ar/': page('/ar/'),
  };
  expect(told(pages)).toMatchInlineSnapshot(`
    "built-alternates ar/a/index.html:2
    /nl/a/ is listed as a version of this page, but does not list this page.
    List https://kade.example/ar/a/ there too.

    built-alternates en/a/index.html:2
    /nl/a/ is listed as a version of this page, but does not list this page.
    List https://kade.example/en/a/ there too."
  `);
});

test('a version under the wrong language, on another host, or that is not there though its language is', () => {
  const wrong = `<link rel="alternate" hreflang="en" href="${origin}/en/a/"><link rel="alternate" hreflang="de" href="${origin}/nl/a/"><link rel="alternate" hreflang="nl" href="https://other.example/nl/a/"><link rel="alternate" hreflang="nl" href="${origin}/nl/b/">`;
  expect(told({ '/en/a/': page('/en/a/', { head: wrong }), '/nl/a/': page('/nl/a/') })).toMatchInlineSnapshot(`
    "built-alternates en/a/index.html:2
    /nl/a/ is listed as "de" but says lang="nl".
    Correct one of the two.

    built-alternates en/a/index.html:2
    The version in "nl" is on another site: https://other.example/nl/a/.
    Correct \`origin\` in settings/site.yml.

    built-alternates en/a/index.html:2
    The version in "nl", /nl/b/, is not there.
    Take it out of the list, or build it."
  `);
});

test('languages that were not built are taken on trust', () => {
  expect(told({ '/en/a/': page('/en/a/', { others: ['nl', 'uk'] }) })).toBe('');
  const chooser = '<a href="/nl/" hreflang="nl">Nederlands</a><a href="/nl/guides/">Wegwijzers</a>';
  expect(told({ '/en/a/': page('/en/a/', { body: chooser }) })).toBe('');
  expect(told({ '/en/a/': page('/en/a/', { body: '<a href="/nl/guides/">Wegwijzers</a>' }) })).toContain('The link /nl/guides/ leads nowhere.');
});

test('a page says its language and direction, and has one title', () => {
  const pages = {
    '/en/a/': page('/en/a/').replace('lang="en" ', ''),
    '/ar/b/': page('/ar/b/').replace('dir="rtl"', 'dir="ltr"'),
    '/en/c/': page('/en/c/', { body: '<h1>Another</h1>' }),
    '/en/d/': page('/en/d/').replace(/<h1>.*<\/h1>/, ''),
  };
  expect(told(pages)).toMatchInlineSnapshot(`
    "built-pages ar/b/index.html
    <html lang="ar" dir="ltr">
    Write dir="rtl".

    built-pages en/a/index.html
    <html> without lang
    Write <html lang="…"> with a language tag.

    built-pages en/c/index.html
    The page has 2 <h1>.
    Make the title an <h1>, and the other headings <h2> and below.

    built-pages en/d/index.html
    The page has no <h1>.
    Make the title an <h1>, and the other headings <h2> and below."
  `);
});

test('a page that leads on needs no title', () => {
  const html =
    '<!doctype html><html lang="ar"><head><meta http-equiv="refresh" content="0;url=/ar/a/"><title>a</title></head><body><p><a href="/ar/a/">a</a></p></body></html>';
  expect(told({ '/ar/old/': html, '/ar/a/': page('/ar/a/') })).toBe('');
});

test('pictures have their size and say what they show', () => {
  expect(told({ '/en/': page('/en/', { body: '<img src="/a.webp">\n<img src="/a.webp" alt="A" width="100%" height="2">' }) }, { files: ['a.webp'] }))
    .toMatchInlineSnapshot(`
    "built-images en/index.html:4
    <img src="/a.webp"> without alt
    Write alt="…".

    built-images en/index.html:4
    <img src="/a.webp"> without width and height
    Write both, in pixels.

    built-images en/index.html:5
    <img src="/a.webp"> without width and height
    Write both, in pixels."
  `);
});

test('a page that is too heavy', () => {
  expect(told({ '/en/': page('/en/') }, { budget: 100 })).toMatchInlineSnapshot(`
    "built-weights en/index.html
    The page has 146 bytes of HTML and CSS, compressed.
    Shorten the text, or divide it into two entries."
  `);
});

test('what stands in scripts, styles, titles and comments is no tag', () => {
  const head = '<title><h1>a</h1></title><script>document.write("<img src=https://a.example/b.png>")</script>';
  expect(told({ '/en/': page('/en/', { head, body: '<!-- <h1>b</h1><img src="https://a.example/c.png"> -->' }) })).toBe('');
});
