import type { Reference } from '../../../src/content-model/field.ts';

/** What a difference cannot know by itself: how the model's words, entries and settings are called in the language of whoever reads it. */
export interface ChangeWords {
  /** A label of the content model, which is written there in English. */
  label: (english: string) => string;
  /** The name of what is referred to; undefined where it is not known. */
  title: (refersTo: Reference, id: string) => string | undefined;
  /** Where a link leads, beside its words: "(leads to …)". */
  leadsTo: (target: string) => string;
  /** One of the values that can be chosen. */
  choice: (values: readonly unknown[], value: unknown) => string;
  /** The name of a language by its tag, of a country by its two letters. */
  language: (tag: string) => string;
  country: (code: string) => string;
  /** A day, month or year as it is written. */
  day: (value: string) => string;
  yes: string;
  no: string;
}

/** The name of something that is referred to, by which people know it; else its id. */
export const named = (words: ChangeWords, refersTo: Reference, id: string): string => words.title(refersTo, id) ?? id;
