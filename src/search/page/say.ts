import type { SearchData, ToldKey } from '../../views/search-form.ts';

export type Say = (key: ToldKey, values?: Record<string, string | number>) => string;

/** Fills in the texts of the page's language, with numbers and plural forms as that language has them. */
export function sayer({ lang, words }: SearchData): Say {
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(`${lang}-u-nu-latn`);
  return (key, values = {}) => {
    const text = words[key];
    const form = typeof text === 'string' ? text : (text[plurals.select(Number(values['count'] ?? 0))] ?? text.other);
    return form.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
