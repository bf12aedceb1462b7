import { expect, test } from 'vitest';
import { distance } from './distance.ts';
import { nearestWords } from './nearest-words.ts';
import { scriptOfLanguage, skeletonOf, soundOf } from './sound.ts';
import { stemOf } from './stems.ts';

const vocabulary = (...words: string[]) => new Map(words.map((word, index) => [word, index + 1]));

test('letters that are missing, wrong, added or swapped are counted, up to a limit', () => {
  expect(distance('register', 'regster', 2)).toBe(1);
  expect(distance('register', 'regsiter', 2)).toBe(1);
  expect(distance('doctor', 'docter', 2)).toBe(1);
  expect(distance('', 'ab', 2)).toBe(2);
  expect(distance('deposit', 'bicycle', 2)).toBe(3);
});

test('a misspelt word is corrected, and a short one left alone', () => {
  expect(nearestWords('docter', vocabulary('doctor', 'door'))).toEqual(['doctor']);
  expect(nearestWords('insurence', vocabulary('insurance', 'assurances'))[0]).toBe('insurance');
  expect(nearestWords('cat', vocabulary('car', 'cut'))).toEqual([]);
});

test('of words that are as near, the one that stands in more entries comes first', () => {
  expect(
    nearestWords(
      'hause',
      new Map([
        ['haus', 2],
        ['house', 9],
      ]),
    ),
  ).toEqual(['house', 'haus']);
});

test('a word is found in the letters of another script, both ways', () => {
  expect(nearestWords('zhytlo', vocabulary('житло', 'місто'))).toEqual(['житло']);
  expect(nearestWords('хёйсартс', vocabulary('huisarts', 'huur'))).toEqual(['huisarts']);
  expect(nearestWords('tabib', vocabulary('طبيب', 'سكن'))).toEqual(['طبيب']);
  expect(soundOf('житло')).toBe(soundOf('zhytlo'));
  expect(skeletonOf('السكن')).toBe(skeletonOf('sakan'));
});

test('a word that is written together is found by its parts', () => {
  expect(nearestWords('wohnungsbetrug', vocabulary('wohnung', 'betrug', 'zimmer')).toSorted()).toEqual(['betrug', 'wohnung']);
});

test('the forms of a Ukrainian or Arabic word share a beginning; other languages have a stemmer of their own', () => {
  expect(stemOf('квартиру', 'uk')).toBe(stemOf('квартира', 'uk'));
  expect(stemOf('лікарями', 'uk')).toBe('лікар');
  expect('шахраїв'.startsWith(stemOf('шахрайство', 'uk')!)).toBe(true);
  expect(stemOf('والسكن', 'ar')).toBe('سكن');
  expect(stemOf('registering', 'en')).toBeUndefined();
});

test('the script of a language is known', () => {
  expect(['en', 'uk', 'ar', 'fa'].map(scriptOfLanguage)).toEqual(['Latin', 'Cyrillic', 'Arabic', 'Arabic']);
});
