import { directionOf } from '../content-model/locales.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { languageName, say, type Site } from './site.ts';

/** A text that may be in another language than what stands around it; `lang` and `dir` are there only then. */
export interface Written {
  text: string;
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** What somebody said, in their own language, and its translation where the reader's is another. */
export interface SpokenView {
  said: Written;
  translation?: Written & { label: string };
}

/** How quotations begin and end (Unicode CLDR; Dutch as newspapers and our look do). */
const marks: Record<string, readonly [string, string]> = {
  uk: ['«', '»'],
  ru: ['«', '»'],
  ar: ['«', '»'],
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
  it: ['«', '»'],
  de: ['„', '“'],
  cs: ['„', '“'],
  bg: ['„', '“'],
  pl: ['„', '”'],
  ro: ['„', '”'],
  hu: ['„', '”'],
  nl: ['‘', '’'],
};

/** How a quotation begins and ends in a language. */
export const quotationMarks = (lang: string): readonly [string, string] => marks[lang.split('-')[0]!] ?? ['“', '”'];

/** A text between the quotation marks of its language. */
const quoted = (lang: string, text: string): string => quotationMarks(lang).join(text);

/** A text in a language, marked where the language around it is another. */
export function written(text: string, lang: string, around: string): Written {
  return lang === around ? { text } : { text, lang, dir: directionOf(lang) };
}

/**
 * Quote or advice of a story, standing among text in the language `around`. A translation that was inherited is in the original's language and
 * marked as such.
 */
export function spoken(
  site: Site,
  { group, entry, around }: { group: EntryGroup<'stories'>; entry: Entry<'stories'>; around: string },
  what: 'quote' | 'advice',
): SpokenView {
  const { language, said, text } = entry.data[what];
  const view: SpokenView = { said: written(quoted(language, said), language, around) };
  if (!text || language === around || language === entry.lang) return view;
  const { original } = group;
  const from = text === original.data[what].text ? original.lang : entry.lang;
  const label = say(site, around, 'story.from', { language: languageName(around, language) });
  return { ...view, translation: { ...written(quoted(from, text), from, around), label } };
}
