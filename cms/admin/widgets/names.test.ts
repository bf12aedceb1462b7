import { describe, expect, test } from 'vitest';
import { countriesIn } from './countries.ts';
import { movedPoint } from './focal-point.tsx';
import { isLanguageTag, languageName, languagesIn } from './languages.ts';
import { valueOf } from './value-control.tsx';

describe('countries', () => {
  test('every country is there, in the words and the order of the language', () => {
    const countries = countriesIn('nl');
    expect(countries.length).toBeGreaterThanOrEqual(245);
    expect(countries.length).toBeLessThanOrEqual(255);
    expect(countries).toContainEqual({ code: 'UA', name: 'Oekraïne' });
    const names = countries.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('nl').compare));
    expect(countriesIn('ar')).toContainEqual({ code: 'SY', name: 'سوريا' });
  });
  test('what is no country, or none any more, is not', () => {
    const codes = countriesIn('en').map(({ code }) => code);
    for (const code of ['EU', 'UN', 'ZZ', 'SU', 'YU', 'DD', 'XA']) expect(codes).not.toContain(code);
    for (const code of ['XK', 'PS', 'TW', 'VA']) expect(codes).toContain(code);
  });
});

describe('languages', () => {
  test('they are named in the working language, each once, all by tags that the model takes', () => {
    const languages = languagesIn('de', ['en']);
    expect(languages).toContainEqual({ tag: 'uk', name: 'Ukrainisch' });
    expect(languages.map(({ tag }) => tag)).not.toContain('en');
    expect(languages.filter(({ tag, name }) => name === tag || !isLanguageTag(tag))).toEqual([]);
    expect(new Set(languages.map(({ tag }) => tag)).size).toBe(languages.length);
  });
  test('what is no tag is shown as it is', () => {
    expect(languageName('not a tag', 'en')).toBe('not a tag');
  });
});

describe('a value of a fact', () => {
  test.each([
    ['18', 18],
    ['24.7', 24.7],
    ['-3', -3],
    ['0', 0],
    [' 12 ', 12],
    ['4 op de 10', '4 op de 10'],
    ['24,7', '24,7'],
    ['1.', '1.'],
    ['007', '007'],
    ['1.50', '1.50'],
    ['1e3', '1e3'],
    ['', undefined],
  ])('%j is %j', (written, value) => {
    expect(valueOf(written)).toBe(value);
  });
});

describe('what must stay in view', () => {
  test('an arrow moves it by a hundredth, with the shift key by a tenth, and never out of the picture', () => {
    expect(movedPoint(undefined, { key: 'ArrowLeft', shiftKey: false })).toEqual([0.49, 0.5]);
    expect(movedPoint([0.3, 0.3], { key: 'ArrowDown', shiftKey: true })).toEqual([0.3, 0.4]);
    expect(movedPoint([1, 0], { key: 'ArrowRight', shiftKey: true })).toEqual([1, 0]);
    expect(movedPoint([0.3, 0.3], { key: 'Tab', shiftKey: false })).toBeUndefined();
  });
});
