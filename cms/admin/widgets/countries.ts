/** Regions that Unicode names and that are no country: groups, exclaves and codes kept for programs. */
const noCountries = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The codes that are a country’s now: one of the past becomes another when it is written as Unicode writes it. */
function codes(): string[] {
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return all.filter((code) => !noCountries.has(code) && new Intl.Locale(`und-${code}`).region === code && names.of(code) !== undefined);
}

let known: { lang: string; countries: readonly { code: string; name: string }[] } | undefined;

/** The countries of the world in the words and the order of a language. */
export function countriesIn(lang: string): readonly { code: string; name: string }[] {
  if (known?.lang === lang) return known.countries;
  const names = new Intl.DisplayNames([lang, 'en'], { type: 'region' });
  const { compare } = new Intl.Collator(lang);
  const countries = codes()
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name));
  known = { lang, countries };
  return countries;
}
