/*
 * Quotes, dashes and dots as a typesetter would write them, in the language of the entry. Done here and not by the parser: its own quotes are
 * English in every language, take seconds on a long row of quotes, and end the process where their bytes pass 64 KB.
 */
const quotes: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  uk: ['«', '»'],
  fr: ['« ', ' »'],
  ru: ['«', '»'],
  pl: ['„', '”'],
  cs: ['„', '“'],
};
const english = ['“', '”'] as const;

/** The language of an entry's file, `guides/de/register.mdx`. */
export const languageOf = (file: string): string => file.split('/')[1] ?? '';

const any = /["']|--|\.\.\./;
const every = /["']|-{2,3}(?!-)|\.{3}/g;
const opensAfter = /[\s([{–—/“„«‘]$|^$/;
/** Words that begin with an apostrophe: 's avonds, 't, '90s, 'em. */
const elision = /^(?:[stnmkSTNMK]\b|em\b|\d)/;

/** A text with typographic quotes, dashes and dots. `before` is the end of the text that precedes it in the same paragraph. */
export function typeset(text: string, before: string, language: string): string {
  if (!any.test(text)) return text;
  const [open, close] = quotes[language] ?? english;
  return text.replace(every, (sign, offset: number) => {
    if (sign === '...') return '…';
    if (sign[0] === '-') return isDash(text, offset, sign) ? (sign === '---' ? '—' : '–') : sign;
    const opens = opensAfter.test((before + text.slice(Math.max(0, offset - 2), offset)).slice(-2));
    if (sign === '"') return opens ? open : close;
    return opens && !elision.test(text.slice(offset + 1, offset + 4)) ? '‘' : '’';
  });
}

/** Longer rows of hyphens are drawing, not punctuation. */
const isDash = (text: string, offset: number, sign: string) => text[offset - 1] !== '-' && text[offset + sign.length] !== '-';
