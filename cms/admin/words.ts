import { pageData } from './page-data.ts';

let plurals: Intl.PluralRules | undefined;

/** An interface text in the working language, `{names}` filled in; with a `count`, in the form that the language has for it. */
export function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { words, lang } = pageData();
  const word = words[key];
  if (word === undefined) return key;
  const text = typeof word === 'string' ? word : pluralOf(word, Number(values['count'] ?? 0), lang);
  return text.replace(/\{([a-z]+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

function pluralOf(forms: Readonly<Record<string, string>>, count: number, lang: string): string {
  plurals ??= new Intl.PluralRules(lang);
  return forms[plurals.select(count)] ?? forms['other'] ?? '';
}
