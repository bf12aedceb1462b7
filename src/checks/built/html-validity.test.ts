import { ruleExists } from 'html-validate/browser';
import { describe, expect, test } from 'vitest';
import { htmlRules, htmlWordings, wordingOf } from './html-rules.ts';
import { collectInvalidHtml } from './html-validity.ts';

/** A whole page in which nothing is wrong, with something more in its head and body. */
const page = (body: string, head = '') =>
  `<!doctype html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Title</title>${head}</head>\n<body><main><h1>Title</h1>\n${body}</main></body></html>\n`;

/** What is told of pages given by their files. */
function told(pages: Record<string, string>): string {
  const invalid = collectInvalidHtml();
  for (const [file, html] of Object.entries(pages)) invalid.read(file, html);
  return invalid
    .findings()
    .map(({ file, line, found, rule, fix }) => `${file}:${line} ${found}\n— ${rule}\n→ ${fix}`)
    .join('\n');
}
const toldOf = (body: string, head?: string) => told({ 'en/index.html': page(body, head) });

test('what HTML allows is right, however it is written', () => {
  const head = '<meta property="og:title" content="a"><meta name=robots content=noindex>';
  const body =
    '<h2 id="العلّية">ا</h2><p>a > b &amp; c & d "quoted"  \n</p><svg viewBox="0 0 1 1" stroke-width="2" aria-hidden="true"><path d="M0 0" fill="none"/></svg>' +
    '<a href="tel:+31501234567">+31 50 123 45 67</a><img src="/a.png" width="1" height="1" alt=""><ul><li>a</li></ul>' +
    '<details open><summary>a</summary>b</details><script type="module" src="/a.js"></script><time datetime="2026-11-22">today</time><BR/>';
  expect(toldOf(body, head)).toBe('');
});

describe('real mistakes are told, in words', () => {
  test('elements that are not closed', () =>
    expect(toldOf('<section><p>a</p>')).toMatchInlineSnapshot(`
      "en/index.html:4 Unclosed element '<section>', at html > body > main > section.
      — Every element is closed inside the one it was opened in.
      → Close it where it ends. Tags that do not match are made by a component, never by the text of an entry."
    `));
  test('a page that breaks off', () =>
    expect(told({ 'en/index.html': page('').slice(0, 110) })).toMatchInlineSnapshot(`
      "en/index.html:2 Unclosed element '<html>', at html.
      — Every element is closed inside the one it was opened in.
      → Close it where it ends. Tags that do not match are made by a component, never by the text of an entry."
    `));
  test('an element that must not stand there', () =>
    expect(toldOf('<ul><p>a</p></ul>')).toMatchInlineSnapshot(`
    "en/index.html:4 <p> element is not permitted as content under <ul>, at html > body > main > ul > p.
    — HTML says which element may stand in which.
    → Take it out, or use the element that belongs there."
  `));
  test('an id twice', () =>
    expect(toldOf('<p id="a">a</p><p id="a">b</p>')).toMatchInlineSnapshot(`
    "en/index.html:4 Duplicate ID "a", at html > body > main > p:nth-child(3).
    — An id is on a page once: a link to it leads to the first.
    → Give the second another id; of two headings with the same words, change one."
  `));
  test('an attribute that is none', () =>
    expect(toldOf('<a hrf="/x/">a</a>')).toMatchInlineSnapshot(`
    "en/index.html:4 Attribute "hrf" is not allowed on <a> element, at html > body > main > a.
    — An element has the attributes that HTML knows for it, each once and with a value it knows.
    → Correct the attribute, or take it out."
  `));
  test('an element that is none', () =>
    expect(toldOf('<center>a</center>')).toMatchInlineSnapshot(`
    "en/index.html:4 <center> is deprecated: use CSS instead, at html > body > main > center.
    — Pages are valid HTML, so that browsers, screen readers and search engines agree on what they say (deprecated).
    → Mend it as https://html-validate.org/rules/deprecated.html says."
  `));
  test('a heading that skips a level', () =>
    expect(toldOf('<h4>a</h4>')).toMatchInlineSnapshot(`
    "en/index.html:4 Heading level can only increase by one, expected <h2> but got <h4>, at html > body > main > h4.
    — Headings go down one level at a time: they are the contents of the page for who hears it.
    → Make it one level below the heading before it."
  `));
  test('a name that nobody hears', () =>
    expect(toldOf('<b aria-label="required">*</b>')).toMatchInlineSnapshot(`
    "en/index.html:4 "aria-label" cannot be used on this element, at html > body > main > b.
    — A name for screen readers (aria-label) is heard on links, fields, landmarks and pictures only.
    → Write it as text, or name the element around it."
  `));
  test('a button without words', () =>
    expect(toldOf('<button type="button"></button>')).toMatchInlineSnapshot(`
    "en/index.html:4 <button> must have accessible text, at html > body > main > button.
    — Headings, links, buttons and fields have words that can be read aloud.
    → Write what it is or does, as text or as the alt text of its picture."
  `));
  test('a field without a label', () =>
    expect(toldOf('<input type="search" name="q">')).toMatchInlineSnapshot(`
    "en/index.html:4 <input> element does not have a <label>, at html > body > main > input.
    — Headings, links, buttons and fields have words that can be read aloud.
    → Write what it is or does, as text or as the alt text of its picture."
  `));
  test('a style that the policy forbids', () =>
    expect(toldOf('<p style="color:red">a</p>')).toMatchInlineSnapshot(`
    "en/index.html:4 Inline style is not allowed, at html > body > main > p.
    — The page’s security policy lets no style stand in an attribute.
    → Use a class."
  `));
  test('a label of nothing', () =>
    expect(toldOf('<label for="gone">a</label>')).toMatchInlineSnapshot(`
    "en/index.html:4 Element references missing id "gone", at html > body > main > label.
    — What a label, a list or an aria attribute refers to by id is on the page.
    → Correct the id, or build what it refers to."
  `));
  test('landmarks that cannot be told apart', () =>
    expect(toldOf('<nav>a</nav>\n<nav>b</nav>')).toMatchInlineSnapshot(`
    "en/index.html:4 Landmarks must have a non-empty and unique accessible name (aria-label or aria-labelledby), at html > body > main > nav:nth-child(2) (1 more on this page).
    — Landmarks of one kind (navigation, complementary parts) are told apart by their names.
    → Give each an aria-label of its own."
  `));
});

test('what is wrong several times on a page is told once, and what is wrong on many pages at the first', () => {
  const wrong = page('<b aria-label="a">*</b><b aria-label="b">*</b>');
  const pages = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`en/${index}/index.html`, wrong.replace('Title', `Title ${index}`)]));
  expect(told(pages).split('\n')[0]).toBe(
    'en/0/index.html:4 "aria-label" cannot be used on this element, at html > body > main > b:nth-child(2) (1 more on this page; the same on 7 other pages).',
  );
  expect(told(pages).split('\n')).toHaveLength(3);
});

test('pages with the same bytes are validated once', () => {
  expect(told({ '404.html': page('<p style="a">a</p>'), 'en/404/index.html': page('<p style="a">a</p>') }).split('\n')).toHaveLength(3);
});

test('every rule that is named exists, and one without words of ours leads to its own page', () => {
  const named = [...Object.keys(htmlRules.rules ?? {}), ...Object.keys(htmlWordings)].filter((id) => id !== 'parser-error');
  expect(named.filter((id) => !ruleExists(id))).toEqual([]);
  expect(wordingOf('no-autoplay', 'https://html-validate.org/rules/no-autoplay.html')).toMatchInlineSnapshot(`
    {
      "fix": "Mend it as https://html-validate.org/rules/no-autoplay.html says.",
      "rule": "Pages are valid HTML, so that browsers, screen readers and search engines agree on what they say (no-autoplay).",
    }
  `);
});
