import { expect, test } from 'vitest';
import { nearest } from './problems.ts';

test.each([
  ['sumary', 'summary'],
  ['tilte', 'title'],
  ['TITLE', 'title'],
  ['tite', 'title'],
  ['titles', 'title'],
  ['registration', undefined],
  ['abc', undefined],
  ['x', undefined],
  ['', undefined],
])('the name nearest to “%s” is %s', (given, expected) => {
  expect(nearest(given, ['summary', 'title', 'topics', 'voice'])).toBe(expected);
});

test('of two names that are equally near the first is meant, and a nearer one before both', () => {
  expect(nearest('guido', ['guide', 'guida'])).toBe('guide');
  expect(nearest('gudies', ['guides', 'guidess'])).toBe('guides');
});
