/** Languages written from right to left, by their primary subtag (Unicode CLDR, script direction of the likely script). */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The direction of a language tag: `rtl` for Arabic, Persian, Hebrew …, else `ltr`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr';
}
