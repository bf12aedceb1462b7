import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { siteOn } from '../views/site.ts';
import { siteVocabulary } from './site-vocabulary.ts';
import { readVocabulary, writeVocabulary } from './vocabulary.ts';

const site = siteOn(contentOf(await fixtureSource()).graph!, fixtureDay);

test('the words of titles, names, steps and labels are in it, each with its number of entries', () => {
  const words = siteVocabulary(site, 'en');
  expect(words.has('kettle')).toBe(true);
  expect(words.has('ike')).toBe(true);
  expect([...words.keys()].some((word) => word.includes('<') || word.length < 3)).toBe(false);
  expect(Math.max(...words.values())).toBeLessThanOrEqual(site.published.size + 1);
});

test('only what is public in a language is in it', () => {
  expect(siteVocabulary(site, 'ar').has('kettle')).toBe(false);
});

test('the file gives back what went in, and anything else gives nothing', () => {
  const words = siteVocabulary(site, 'en');
  expect(readVocabulary(JSON.parse(JSON.stringify(writeVocabulary(words))))).toEqual(new Map([...words].sort(([, a], [, b]) => a - b)));
  for (const wrong of [undefined, null, 'a b', 7, { 1: 7 }]) expect(readVocabulary(wrong).size).toBe(0);
});

test('five thousand Ukrainian words stay below 30 KB', () => {
  // Every one different, and each syllable as likely as any other: harder to compress than a language.
  const syllables = 'ба ве ги до жу зна кре мло пря сту ти фо хва цю чи ша ще юн яр ють'.split(' ');
  const words = Array.from({ length: 5000 }, (_, at) => {
    const mixed = (at * 48_271) % 160_000;
    return [1, 20, 400, 8000].map((place) => syllables[Math.floor(mixed / place) % 20]).join('');
  });
  expect(new Set(words).size).toBe(5000);
  const file = JSON.stringify(writeVocabulary(new Map(words.map((word, index) => [word, 1 + (index % 40)]))));
  expect(gzipSync(file).length).toBeLessThan(30_000);
});
