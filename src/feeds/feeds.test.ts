import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { siteOn } from '../views/site.ts';
import { atom } from './atom.ts';
import { feedFiles } from './feed-files.ts';
import { feedOf, type Feed } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { plainText } from './plain-text.ts';

const source = await fixtureSource();
const siteOf = (day = fixtureDay, changes: Record<string, string> = {}, languages?: string[]) =>
  siteOn(contentOf({ ...source, texts: new Map([...source.texts, ...Object.entries(changes)]) }).graph!, day, languages);
const site = siteOf();

/** The texts of an XML document by the names of their elements, read by a parser that refuses what is not well-formed. */
function textsOf(xml: string): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }));
  parser.on('text', (text) => open.length > 0 && (open.at(-1)!.text += text));
  parser.on('closetag', () => {
    const { name, text } = open.pop()!;
    (texts[name] ??= []).push(text);
  });
  parser.write(xml).close();
  return texts;
}

test('every language has a feed of everything and of each collection, in both formats', () => {
  const paths = [...feedFiles(site).keys()];
  expect(paths.filter((path) => path.startsWith('nl/'))).toEqual(
    ['', 'stories/', 'guides/', 'pages/', 'practices/'].flatMap((of) => [`nl/${of}feed.xml`, `nl/${of}feed.json`]),
  );
  expect([...feedFiles(siteOf(fixtureDay, {}, ['ar'])).keys()].filter((path) => !path.startsWith('ar/'))).toEqual([]);
});

test('a feed holds what really exists in its language, last changed first, and nothing that is not public', () => {
  const addresses = feedOf(site, 'ar', 'all')!.items.map(({ url }) => url);
  expect(addresses.toSorted()).toEqual(['https://kleinhaven.example/ar/stories/k1d4/', 'https://kleinhaven.example/ar/stories/r5h8/']);
  expect(feedOf(site, 'ar', 'guides')).toBeUndefined();
  const days = feedOf(site, 'nl', 'all')!.items.map(({ updated }) => updated);
  expect(days).toEqual(days.toSorted().reverse());
  expect([...feedFiles(site).values()].join('')).not.toMatch(/f9u2|w3e1/);
});

test('it says when an entry changed, never later than the day, and never what time it is', () => {
  const register = (day: string) => feedOf(siteOf(day), 'nl', 'guides')!.items.find(({ url }) => url.endsWith('/register/'))!;
  expect(register(fixtureDay)).toMatchObject({ published: '2026-02-01', updated: '2026-04-01' });
  expect(register('2026-03-01').updated).toBe('2026-02-01');
  expect(textsOf(atom(feedOf(site, 'nl', 'guides')!))['updated']!.every((moment) => /^\d{4}-\d\d-\d\dT00:00:00Z$/.test(moment))).toBe(true);
});

test('the thirty that changed last are in it', () => {
  const [file, story] = [...source.texts].find(([path]) => path === 'stories/en/k1d4.mdx')!;
  const many = Array.from({ length: 40 }, (_, at) => [
    file.replace('k1d4', `many-${at}`),
    story.replace(/^number: .*$/m, `number: ${100 + at}`).replace(/^published: .*$/m, `published: 2026-08-${String(1 + (at % 28)).padStart(2, '0')}`),
  ]);
  const feed = feedOf(siteOf(fixtureDay, Object.fromEntries(many) as Record<string, string>), 'en', 'stories')!;
  expect(feed.items).toHaveLength(30);
  expect(feed.items[0]!.updated).toBe('2026-08-28');
  expect(feed.items.some(({ url }) => url.includes('k1d4'))).toBe(false);
});

test('invented content says so, in its words and to machines', () => {
  const item = feedOf(site, 'en', 'stories')!.items.find(({ url }) => url.endsWith('/k1d4/'))!;
  expect(item.text).toMatch(/ An invented person: this is a sample\.$/);
  const { items } = JSON.parse(jsonFeed(feedOf(site, 'en', 'stories')!)) as { items: { tags: string[] }[] };
  expect(items[0]!.tags).toEqual(['stories', 'sample']);
  expect(atom(feedOf(site, 'en', 'stories')!)).toContain('<category term="sample"/>');
});

const bad = [
  ']]>',
  '<![CDATA[ ]]>',
  '</title></entry></feed>',
  '</script><script>alert(1)</script>',
  '&amp; &lt; & &nbsp; &#0;',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>',
  '"\'<!-- -- -->',
  'שלום 👩🏽‍🚀 \u202E\u2028\u2029',
  'tab\tline\nend',
];
const forbidden = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((character) => !'\t\n\r'.includes(character));
const broken = ['\ud800', 'a\udc00b', '\udc00\ud800', '\ufffe\uffff', `a${forbidden.join('b')}c`];

const feedWith = (text: string): Feed => ({
  ...feedOf(site, 'en', 'all')!,
  title: text,
  siteName: text,
  items: [{ ...feedOf(site, 'en', 'all')!.items[0]!, title: text, text, author: text }],
});

describe('whatever a title holds', () => {
  test.each(bad)('%j is the same text in Atom and in JSON', (text) => {
    const texts = textsOf(atom(feedWith(text)));
    expect([texts['title'], texts['name'], texts['summary']]).toEqual([[text, text], [text, text], [text]]);
    const parsed = JSON.parse(jsonFeed(feedWith(text))) as { title: string; items: { title: string; content_text: string }[] };
    expect([parsed.title, parsed.items[0]!.title, parsed.items[0]!.content_text]).toEqual([text, text, text]);
  });

  test.each(broken)('%j loses what XML cannot hold, and the feed is well-formed', (text) => {
    const left = plainText(text);
    expect(left).toBe(text.replace(/[^abc]/g, ''));
    expect(textsOf(atom(feedWith(text)))['summary']).toEqual(left ? [left] : ['']);
    expect((JSON.parse(jsonFeed(feedWith(text))) as { title: string }).title).toBe(left);
  });

  test('a parser that is given such characters as they are refuses them', () => {
    expect(() => textsOf(`<a>${forbidden[1]}</a>`)).toThrow(/disallowed/);
    expect(() => textsOf('<a>]]></a>')).toThrow();
  });
});

test('every feed of the city is well-formed, and has what Atom and JSON Feed ask for', () => {
  for (const [path, text] of feedFiles(site)) {
    if (path.endsWith('.xml')) {
      const { id, title, updated, entry, name } = textsOf(text);
      expect(id).toHaveLength(entry!.length + 1);
      expect(new Set(id).size).toBe(id!.length);
      expect([title!.length, updated!.length, name!.length]).toEqual([id!.length, id!.length, id!.length]);
    } else {
      const { version, language, items } = JSON.parse(text) as { version: string; language: string; items: { id: string; content_text: string }[] };
      expect([version, language]).toEqual(['https://jsonfeed.org/version/1.1', path.slice(0, 2)]);
      expect(items.every(({ id, content_text: content }) => id && content)).toBe(true);
    }
  }
});
