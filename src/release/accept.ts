/**
 * The choices of an Accept-Language or Accept-Encoding header in lower case, the most wanted first; `q: 0` is a refusal (RFC 9110, 12.4.2).
 * A choice whose weight is none is left out. At most 32 are read: a longer header is no reader's.
 */
function preferences(header: string | undefined): { name: string; q: number }[] {
  return (header ?? '')
    .split(',')
    .slice(0, 32)
    .flatMap((choice) => {
      const [name = '', ...parameters] = choice.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
      return name && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? [{ name, q: Number(weight) }] : [];
    })
    .sort((a, b) => b.q - a.q);
}

/** The site's language a reader asks for most: `nl-BE` finds `nl` (lookup, RFC 4647, 3.4). Nothing, if none of them is asked for. */
export function chooseLanguage(header: string | undefined, languages: readonly string[]): string | undefined {
  const choices = preferences(header);
  const refused = choices.filter(({ q }) => q === 0).map(({ name }) => name);
  for (const { name, q } of choices) {
    const subtags = q > 0 ? name.split('-') : [];
    for (let length = subtags.length; length > 0; length--) {
      const range = subtags.slice(0, length).join('-');
      const language = languages.find((candidate) => candidate.toLowerCase() === range);
      if (language !== undefined && !refused.includes(range)) return language;
    }
  }
  return undefined;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** Brotli where it is wanted no less than gzip, as it is smaller; else gzip; else the bytes as they are. */
export function chooseEncoding(header: string | undefined): Encoding {
  const choices = preferences(header);
  const weight = (name: string) => (choices.find((choice) => choice.name === name) ?? choices.find((choice) => choice.name === '*'))?.q ?? 0;
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br';
  return weight('gzip') > 0 ? 'gzip' : 'identity';
}
