/** Languages that many people in Europe speak; any other can be given by its tag. */
const spoken =
  'ak am ar az be bg bn bs ca cs cy da de dv dz el en es et eu fa fi fil fr fy ga gl gu ha he hi hr hu hy id ig is it ja ka kk km kmr kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no om pa pap pl prs ps pt pt-BR rn ro ru rw sd si sk sl sn so sq sr sr-Latn srn su sv sw ta te tg th ti tk tr tt ug uk ur uz vi wo xh yo yue zgh zh zh-Hant zu'.split(
    ' ',
  );

export interface NamedLanguage {
  tag: string;
  name: string;
}

let names: { lang: string; of: Intl.DisplayNames } | undefined;

/** A language by its name in another one; by its tag where that has no name for it. */
export function languageName(tag: string, lang: string): string {
  if (names?.lang !== lang) names = { lang, of: new Intl.DisplayNames([lang, 'en'], { type: 'language' }) };
  try {
    return names.of.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, without some, in the words and the order of a language. */
export function languagesIn(lang: string, without: readonly string[]): NamedLanguage[] {
  const { compare } = new Intl.Collator(lang);
  return spoken
    .filter((tag) => !without.includes(tag))
    .map((tag) => ({ tag, name: languageName(tag, lang) }))
    .sort((a, b) => compare(a.name, b.name));
}

export const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(tag);
