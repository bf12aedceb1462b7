import { pageData } from './page-data.ts';

/** A label or hint of the content model in the language of the interface; in English where that has no word for it. */
export function labelOf(english: string): string {
  const { fieldWords } = pageData();
  return Object.hasOwn(fieldWords, english) ? fieldWords[english]! : english;
}
