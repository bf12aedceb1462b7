/** So much of a query is read: more is no question, and a browser must not work on it. */
const longestQuery = 400;
const mostWords = 12;
const longestWord = 40;

/** Marks that change no letter: direction, joining, the Arabic tatweel, vowel signs and accents added by hand, soft hyphens. */
// eslint-disable-next-line no-misleading-character-class -- each of them is meant by itself
const unseen = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u064b-\u065f\u0670]/gu;
/** All the marks that people type for the apostrophe inside a word: п’ять, zo’n. */
const apostrophes = /['’ʼ`´ʹ‘]/gu;

/** A text as it is compared: in small letters, one kind of apostrophe, without signs that nobody types twice the same way. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(unseen, '').replace(apostrophes, '’').toLowerCase();
}

/** Words of letters, digits and marks; an apostrophe or hyphen inside a word belongs to it. */
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’-][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text, in order, as they are compared. */
export const wordsOf = (text: string): string[] => plain(text).match(word) ?? [];

/** The words of a query that can be looked for: each once, at most twelve, none longer than forty letters. Emoji, signs and markup leave nothing. */
export function queryWords(query: string): string[] {
  const cut = query.slice(0, longestQuery);
  return [...new Set(wordsOf(cut))].slice(0, mostWords).map((one) => [...one].slice(0, longestWord).join(''));
}
