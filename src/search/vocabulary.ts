/** The words that a language's titles and headings consist of, each with the number of entries it stands in: what misspelt words are compared with. */
export type Vocabulary = ReadonlyMap<string, number>;

/** As the file holds it: by number of entries, the words in the order of their letters with a space between. Numbers are not repeated, so it packs well. */
export type VocabularyFile = Record<string, string>;

/** Where the words of a language lie. Readers' browsers ask for it only when a word was not found as it was typed. */
export const vocabularyPath = (lang: string): string => `/search/${lang}.json`;

export function writeVocabulary(words: Vocabulary): VocabularyFile {
  const byCount = new Map<number, string[]>();
  for (const [word, count] of words) {
    const list = byCount.get(count);
    if (list) list.push(word);
    else byCount.set(count, [word]);
  }
  return Object.fromEntries([...byCount].sort(([a], [b]) => a - b).map(([count, list]) => [String(count), list.sort().join(' ')]));
}

/** The words of a file; none of anything that is not such a file. */
export function readVocabulary(file: unknown): Vocabulary {
  const words = new Map<string, number>();
  if (typeof file !== 'object' || file === null) return words;
  for (const [count, list] of Object.entries(file))
    if (typeof list === 'string') for (const word of list.split(' ')) if (word) words.set(word, Number(count));
  return words;
}
