import { html } from 'hono/html';

/** HTML whose values have been escaped. */
export type Markup = ReturnType<typeof html>;

/** A name that people typed, in a sentence of either direction: its letters do not move the ones around it (Unicode UAX 9, FSI and PDI). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Words as a language lists them: "read, write and submit". */
export const listed = (lang: string, words: readonly string[]): string => {
  let format = formats.get(lang);
  if (!format) formats.set(lang, (format = new Intl.ListFormat(lang, { type: 'conjunction' })));
  return format.format(words);
};
const formats = new Map<string, Intl.ListFormat>();
