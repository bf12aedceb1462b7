import { expect, test } from 'vitest';
import { mergeTranslation } from './merge-translation.ts';

const original = {
  title: 'The kettle',
  number: 12,
  quote: { language: 'ig', said: 'Jụọ.' },
  hard: [{ number: '23', unit: 'viewings', text: 'Rooms' }, { text: 'Winter' }],
  legs: [],
};

test('a translation has its own words and inherits the rest, group by group and item by item', () => {
  const translation = {
    translates: 'en',
    revision: {},
    state: 'full',
    translator: 'Ria',
    title: 'De ketel',
    quote: { text: 'Vraag.' },
    hard: [{ unit: 'bezichtigingen' }, { text: 'De winter' }],
  };
  expect(mergeTranslation(original, translation)).toEqual({
    title: 'De ketel',
    number: 12,
    quote: { language: 'ig', said: 'Jụọ.', text: 'Vraag.' },
    hard: [{ number: '23', unit: 'bezichtigingen', text: 'Rooms' }, { text: 'De winter' }],
    legs: [],
  });
});

test('a list of the original decides how many items there are', () => {
  const translation = { hard: [{ text: 'Kamers' }, { text: 'Winter' }, { text: 'Over' }], legs: [{ where: 'Over' }] };
  expect(mergeTranslation(original, translation)).toMatchObject({ hard: [{ number: '23', text: 'Kamers' }, { text: 'Winter' }], legs: [] });
});

test('a group that the original no longer has is not shown by halves', () => {
  const translation = { portrait: { alt: 'Ike' }, circle: { then: [{ who: 'een neef' }] }, number: { odd: true } };
  expect(mergeTranslation(original, translation)).toEqual({ ...original, portrait: undefined, circle: undefined });
});

test('neither side is changed', () => {
  const before = structuredClone(original);
  mergeTranslation(original, { hard: [{ text: 'Kamers' }] });
  expect(original).toEqual(before);
});
