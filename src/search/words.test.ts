import { expect, test } from 'vitest';
import { contentWords } from './stop-words.ts';
import { queryWords, wordsOf } from './words.ts';

test('marks of direction, vowel signs and kinds of apostrophes make no difference', () => {
  expect(wordsOf('\u202eتَمْيِيز\u202c')).toEqual(wordsOf('تمييز'));
  expect(wordsOf("п'ять П’ЯТЬ п`ять")).toEqual(['п’ять', 'п’ять', 'п’ять']);
  expect(wordsOf('ﬁets')).toEqual(['fiets']);
});

test('of markup only its words are left, of emoji nothing', () => {
  expect(queryWords('<img src=x onerror="alert(1)">')).toEqual(['img', 'src', 'x', 'onerror', 'alert', '1']);
  expect(queryWords('🏠👩‍👩‍👧‍👦 … "»')).toEqual([]);
});

test('a query of ten thousand letters is cut before anything is done with it', () => {
  expect(queryWords('a'.repeat(10_000))).toEqual(['a'.repeat(40)]);
  expect(queryWords(Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' '))).toHaveLength(12);
});

test('of a question the words stay that say what is looked for', () => {
  expect(contentWords(queryWords('I think this flat is a scam'), 'en')).toEqual(['flat', 'scam']);
  expect(contentWords(queryWords('Was mache ich in der ersten Woche?'), 'de')).toEqual(['ersten', 'woche']);
  expect(contentWords(queryWords('що робити в перший тиждень'), 'uk')).toEqual(['перший', 'тиждень']);
  expect(contentWords(queryWords('ماذا أفعل في الأسبوع الأول'), 'ar')).toEqual(['الأسبوع', 'الأول']);
});

test('where no word says anything, all of them are looked for', () => {
  expect(contentWords(queryWords('who are you'), 'en')).toEqual(['who', 'are', 'you']);
});
