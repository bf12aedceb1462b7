import type { StringKey } from '../../src/content-model/string-keys.ts';
import type { Strings } from '../../src/content-model/strings.ts';
import { say } from '../../src/views/site.ts';

/** Interface texts in one language. */
export type Words = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

/** The interface texts of every language, as they are published now. */
export type Languages = ReadonlyMap<string, Strings>;

/** Texts in a language, or in the first one there is. */
export function wordsIn(languages: Languages, lang: string): Words {
  const known = languages.has(lang) ? lang : [...languages.keys()][0]!;
  const site = { graph: { strings: languages } } as Parameters<typeof say>[0];
  return (key, values) => say(site, known, key, values);
}
