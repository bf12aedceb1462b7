import { expect, test } from 'vitest';
import { changedParts, textHash } from './revision.ts';

test('white space and Unicode form do not change a text, words do', () => {
  expect(textHash(['A  café\n here '])).toBe(textHash(['A cafe\u0301 here']));
  expect(textHash(['A café there'])).not.toBe(textHash(['A café here']));
  expect(textHash(['a', 'b'])).not.toBe(textHash(['a b']));
});

test('what was changed, added or removed since the translation is named', () => {
  const rendered = { title: 'aa', summary: 'bb', 'body#gone': 'cc' };
  expect(changedParts({ title: 'aa', summary: 'b2', 'body#new': 'dd' }, rendered)).toEqual(['summary', 'body#new', 'body#gone']);
});

test('a wording that was declared equivalent keeps a translation current until the next change', () => {
  const equivalent = { title: { of: 'a2', was: ['a0', 'a1'] } };
  expect(changedParts({ title: 'a2' }, { title: 'a1' }, equivalent)).toEqual([]);
  expect(changedParts({ title: 'a2' }, { title: 'zz' }, equivalent)).toEqual(['title']);
  expect(changedParts({ title: 'a3' }, { title: 'a1' }, equivalent)).toEqual(['title']);
  expect(changedParts({ title: 'a2' }, {}, equivalent)).toEqual(['title']);
});
