import { expect, test } from 'vitest';
import { find, type Hit } from './find.ts';
import { wordsOf } from './words.ts';

const entries: Record<string, string> = {
  'guides/rent': 'renting a flat without a scam',
  'guides/doctor': 'doctor and insurance',
  'practices/portal': 'a portal on a flat and a doctor',
  'stories/ike': 'kettle on a barge',
};

/** Finds as Pagefind does: all words, each by its beginning; and where it knows none that begins so, by as much of it as it knows. */
async function search(terms: string): Promise<Hit[]> {
  const exact = terms.startsWith('"');
  const all = Object.values(entries).flatMap(wordsOf);
  const asked = wordsOf(terms).map((word) => {
    let start = word;
    while (!exact && start && !all.some((known) => known.startsWith(start))) start = start.slice(0, -1);
    return start;
  });
  return Object.entries(entries).flatMap(([id, text]) =>
    asked.every((word) => wordsOf(text).some((known) => (exact ? known === word : known.startsWith(word)))) ? [{ id, score: 1 }] : [],
  );
}
const vocabulary = async () => new Map(Object.values(entries).flatMap((text) => wordsOf(text).map((word) => [word, 1] as const)));
const found = async (query: string) => {
  const { hits, also } = await find({ query, lang: 'en', search, vocabulary, kindOf: ({ id }) => id.split('/')[0] });
  return { ids: hits.map(({ id }) => id), also };
};

test('a question finds what has its words, all of them before some of them', async () => {
  expect((await found('I think this flat is a scam')).ids).toEqual(['guides/rent', 'practices/portal']);
});

test('where entries fit as well, what readers can do comes before what a city did', async () => {
  expect((await found('doctor')).ids).toEqual(['guides/doctor', 'practices/portal']);
});

test('a word that nobody wrote is corrected, and that is told', async () => {
  expect(await found('docter')).toEqual({ ids: ['guides/doctor', 'practices/portal'], also: ['doctor'] });
});

test('a word of which only the first letters are known is not taken for another word', async () => {
  // `kxylophone` would be found as everything that begins with k.
  expect(await found('kxylophone')).toEqual({ ids: [], also: [] });
});

test('the beginning of a word finds it while it is typed', async () => {
  expect((await found('insur')).ids).toEqual(['guides/doctor']);
});

test('nothing is looked for where there are no words', async () => {
  expect(await found('🏠 … "')).toEqual({ ids: [], also: [] });
});
