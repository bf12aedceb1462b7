import { expect, test } from 'vitest';
import { piecesOf } from './excerpt.ts';
import { countsOf, fitting, withoutOne } from './facet-sets.ts';
import { sayer } from './say.ts';
import { addressOf, stateFrom } from './state.ts';

test('an excerpt is text, with the words that were found; nothing of it is markup', () => {
  expect(piecesOf('a &lt;img src=x onerror=alert(1)&gt; <mark>&lt;b&gt;found.</mark> <i>x</i>')).toEqual([
    { text: 'a <img src=x onerror=alert(1)> ', found: false },
    { text: '<b>found.', found: true },
    { text: ' <i>x</i>', found: false },
  ]);
  expect(piecesOf('<mark>never closed')).toEqual([{ text: '<mark>never closed', found: false }]);
  expect(piecesOf('')).toEqual([]);
});

const known = new Map([
  ['kind', new Set(['stories', 'guides'])],
  ['country', new Set(['SY'])],
]);

test('an address brings back what was asked, and nothing that the form does not have', () => {
  const state = { query: 'flat & scam #1', scope: 'all' as const, facets: { kind: ['stories', 'guides'], country: ['SY'] } };
  expect(stateFrom(addressOf(state), known)).toEqual(state);
  expect(stateFrom('?kind=%3Cscript%3E&in=everywhere&country=XX', known)).toEqual({ query: '', scope: '', facets: { kind: [], country: [] } });
  expect(addressOf({ query: ' ', scope: '', facets: { kind: [] } })).toBe('');
  expect(addressOf({ query: '👩‍👧'.repeat(5000), scope: '', facets: {} }).length).toBeLessThan(8000);
});

const hits = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const sets = new Map([
  [
    'kind',
    new Map([
      ['stories', new Set(['a', 'b'])],
      ['guides', new Set(['c'])],
    ]),
  ],
  [
    'country',
    new Map([
      ['SY', new Set(['a', 'c'])],
      ['UA', new Set(['b'])],
    ]),
  ],
]);

test('any value of a facet fits, and every facet must', () => {
  expect(fitting(hits, { kind: ['stories', 'guides'], country: ['SY'] }, sets).map(({ id }) => id)).toEqual(['a', 'c']);
  expect(fitting(hits, { kind: [] }, sets)).toHaveLength(4);
});

test('counts say what choosing a value would give, whatever else of its facet is chosen', () => {
  expect(countsOf('kind', { hits, chosen: { kind: ['guides'], country: ['SY'] }, sets })).toEqual(
    new Map([
      ['stories', 1],
      ['guides', 1],
    ]),
  );
});

test('where nothing fits, it is told what does without one of the choices', () => {
  expect(withoutOne(hits, { kind: ['guides'], country: ['UA'] }, sets)).toEqual([
    { name: 'kind', value: 'guides', count: 1 },
    { name: 'country', value: 'UA', count: 1 },
  ]);
});

test('counted texts have the form and the digits of their language', () => {
  const say = sayer({
    lang: 'uk',
    languages: [],
    also: '',
    kinds: {},
    words: {
      'search.fitting': { one: '{count} матеріал', few: '{count} матеріали', many: '{count} матеріалів', other: '{count} матеріалу' },
      'search.none': '«{query}»',
    } as never,
  });
  expect([1, 3, 5].map((count) => say('search.fitting', { count }))).toEqual(['1 матеріал', '3 матеріали', '5 матеріалів']);
  expect(say('search.none', { query: '$& {count}' })).toBe('«$& {count}»');
});
