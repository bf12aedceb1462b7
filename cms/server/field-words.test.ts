import { describe, expect, test } from 'vitest';
import { modelWords } from '../config/model-words.ts';
import { fieldWord, fieldWords, languagesOfFields } from './field-words.ts';

const model = modelWords();
const isArabic = /\p{Script=Arabic}/u;
const isCyrillic = /\p{Script=Cyrillic}/u;

test('forms can be read in Dutch, German, Ukrainian and Arabic beside English', () => {
  expect(languagesOfFields().toSorted()).toEqual(['ar', 'de', 'nl', 'uk']);
});

describe.each(['nl', 'de', 'uk', 'ar'])('in %s', (lang) => {
  const words = fieldWords(lang);
  const file = `cms/config/words/${lang}.yml`;

  test('every label and hint of the model has a word', () => {
    const missing = model.filter(({ text }) => !words[text]?.trim()).map(({ text, where }) => `${where} — ${JSON.stringify(text)}: "…"`);
    expect(missing, `Add these to ${file}, at their place in the order of the model, with their translation.`).toEqual([]);
  });

  test('there is no word that nothing needs', () => {
    const needed = new Set(model.map(({ text }) => text));
    const unneeded = Object.keys(words).filter((english) => !needed.has(english));
    expect(
      unneeded,
      `Nothing in the model is called this any more. Correct these keys in ${file} to the English of the model, or remove them.`,
    ).toEqual([]);
  });

  test('they stand in the order of the model', () => {
    const order = model.map(({ text }) => text).filter((text) => text in words);
    expect(Object.keys(words), `Sort ${file} as the model is: by collection, then settings, then components.`).toEqual(order);
  });

  test('what is written as code is the same as in English', () => {
    const code =
      /`[^`]+`|<\w[^>]*>|\b(?:settings|content|pages)\/[\w./<>-]*|https:\/\/|\b\d{4}-\d{2}-\d{2}\b|alt=""|\bISO 3166\b|\(slugs?\)|Europe\/\w+/g;
    for (const { text } of model)
      for (const [part] of text.matchAll(code)) expect(words[text], `${file}: ${text}`).toContain(part.replace(/\.$/, ''));
  });
});

test('Ukrainian and Arabic are written in their own letters', () => {
  for (const [lang, script] of [
    ['uk', isCyrillic],
    ['ar', isArabic],
  ] as const)
    expect(Object.values(fieldWords(lang)).filter((word) => !script.test(word))).toEqual([]);
});

test('what has no word in a language is shown in English', () => {
  expect(fieldWord('nl', 'Title')).toBe('Titel');
  expect(fieldWord('nl', 'constructor')).toBe('constructor');
  expect(fieldWord('nl', 'Something new')).toBe('Something new');
  expect(fieldWord('fr', 'Title')).toBe('Title');
  expect(fieldWords('en')).toEqual({});
  expect(fieldWords('../words/nl')).toEqual({});
});
