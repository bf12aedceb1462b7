import type { SearchData } from '../../views/search-form.ts';
import { find } from '../find.ts';
import { scriptOf, scriptOfLanguage } from '../sound.ts';
import { readVocabulary, vocabularyPath, type Vocabulary } from '../vocabulary.ts';
import { queryWords } from '../words.ts';
import { facetSets, fitting, mergeSets, type FacetSets } from './facet-sets.ts';
import { forgetIndex, openIndex, type IndexHit, type LanguageIndex } from './index-client.ts';
import type { SearchState } from './state.ts';

export interface Answer {
  /** What was found before facets narrow it down. */
  hits: IndexHit[];
  /** What fits the facets too. */
  shown: IndexHit[];
  sets: FacetSets;
  also: string[];
}

type Known = ReadonlyMap<string, ReadonlySet<string>>;
const sets = new Map<LanguageIndex, Promise<FacetSets>>();
const vocabularies = new Map<string, Promise<Vocabulary>>();

/** The words of a language; none where they cannot be fetched: then only what is spelled as in the text is found. */
function vocabularyOf(lang: string): Promise<Vocabulary> {
  const known = vocabularies.get(lang) ?? fetchVocabulary(lang);
  vocabularies.set(lang, known);
  return known;
}
const fetchVocabulary = async (lang: string): Promise<Vocabulary> => {
  const answer = await fetch(vocabularyPath(lang)).catch(() => undefined);
  return readVocabulary(answer?.ok ? await answer.json().catch(() => undefined) : undefined);
};

/** The languages that a state asks for, the page's first. */
export const languagesOf = ({ scope }: Pick<SearchState, 'scope'>, { lang, languages, also }: SearchData): string[] =>
  scope === 'all' ? languages.map((one) => one.lang) : scope === 'also' && also ? [lang, also] : [lang];

/** The facets of languages, as one. */
async function prepare(langs: readonly string[], known: Known): Promise<FacetSets> {
  const indexes = await Promise.all(langs.map(openIndex));
  return mergeSets(
    await Promise.all(
      indexes.map((index) => {
        const before = sets.get(index) ?? facetSets(index, known);
        sets.set(index, before);
        return before;
      }),
    ),
  );
}

/** Everything that fits a state, the best first. Fails where an index cannot be fetched. */
export async function answer(state: SearchState, data: SearchData, known: Known): Promise<Answer> {
  const langs = languagesOf(state, data);
  try {
    return await answerIn(langs, state, data, known);
  } catch (problem) {
    langs.forEach(forgetIndex);
    throw problem;
  }
}

async function answerIn(langs: string[], state: SearchState, data: SearchData, known: Known): Promise<Answer> {
  const merged = await prepare(langs, known);
  const found = await Promise.all(langs.map((lang) => inLanguage(state.query, { lang, home: lang === data.lang, merged })));
  const hits = await onceEach(interleaved(found.map(({ hits: list }) => list)), langs);
  return { hits, shown: fitting(hits, state.facets, merged), sets: merged, also: [...new Set(found.flatMap(({ also }) => also))] };
}

/** Whether a query is in the letters of a language: in others it is looked for as it was typed, since guesses there are noise. */
const writtenLike = (query: string, lang: string) => scriptOf(query) === scriptOfLanguage(lang);
const noWords: Vocabulary = new Map();
/** Indexes that have found something: of others Pagefind does not say whether their parts could be fetched. */
const proved = new WeakSet<LanguageIndex>();

async function inLanguage(
  query: string,
  { lang, home, merged }: { lang: string; home: boolean; merged: FacetSets },
): Promise<{ hits: IndexHit[]; also: string[] }> {
  const index = await openIndex(lang);
  if (!query.trim()) return { hits: await index.search(null), also: [] };
  const words = async () => (home || writtenLike(query, lang) ? vocabularyOf(lang) : noWords);
  const found = await find({
    query,
    lang,
    search: (terms) => index.search(terms),
    vocabulary: words,
    kindOf: ({ id }) => [...(merged.get('kind') ?? [])].find(([, ids]) => ids.has(id))?.[0],
  });
  if (found.hits.length > 0) proved.add(index);
  else if (!proved.has(index)) {
    const known = await words();
    if (queryWords(query).some((word) => known.has(word))) throw new Error(`The index of ${lang} finds nothing for a word of its own.`);
  }
  return found;
}

/** Several rankings as one: the best of each comes first, the page's language before the others where they are as good. */
function interleaved(lists: readonly IndexHit[][]): IndexHit[] {
  if (lists.length === 1) return lists[0]!;
  const best = Math.max(...lists.map((list) => list[0]?.score ?? 0));
  return lists
    .flatMap((list, which) => list.map((hit, rank) => ({ hit, order: rank + which * 0.5 + (hit.score < best / 4 ? 3 : 0) })))
    .sort((a, b) => a.order - b.order)
    .map(({ hit }) => hit);
}

/** So many are looked at for the same entry in several languages: looking costs 3 KB each. */
const mostLooked = 12;

/** An entry that was found in several languages is shown in the first of them. */
async function onceEach(hits: IndexHit[], langs: readonly string[]): Promise<IndexHit[]> {
  if (langs.length === 1) return hits;
  const first = await Promise.all(hits.slice(0, mostLooked).map(async (hit) => ({ hit, entry: (await hit.data()).url.replace(/^\/[^/]+/, '') })));
  const best = new Map<string, IndexHit>();
  for (const { hit, entry } of first) {
    const known = best.get(entry);
    if (!known || langs.indexOf(hit.lang) < langs.indexOf(known.lang)) best.set(entry, hit);
  }
  return [...best.values(), ...hits.slice(mostLooked)];
}
