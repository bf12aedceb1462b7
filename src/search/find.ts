import { nearestWords } from './nearest-words.ts';
import { stemOf } from './stems.ts';
import { contentWords } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { queryWords } from './words.ts';

/** What a search engine answers: an entry, and how well it fits. */
export interface Hit {
  id: string;
  score: number;
}

export interface FindInput<H extends Hit> {
  query: string;
  lang: string;
  /** Finds entries with all of the words, or words that begin so; between quotation marks, with that word alone. */
  search: (words: string) => Promise<readonly H[]>;
  /** The words to compare with what is not found as it was typed. */
  vocabulary: () => Promise<Vocabulary>;
  /** What kind of entry a hit is; nothing where that is not known. */
  kindOf: (hit: H) => string | undefined;
}

export interface Found<H extends Hit> {
  /** The best first. */
  hits: H[];
  /** What else was looked for, as nothing was found for a word as it was typed. */
  also: string[];
}

/** What another form of a word counts for: its stem is nearly it, a corrected word is a guess. */
const weights = { stem: 0.9, corrected: 0.7 };
/** Readers look for what they can do and for people like them; what another city did is for those who run one, and comes first only where nothing else fits. */
const kindWeights: Record<string, number> = { guides: 1.2, practices: 0.6 };
/** Below this part of the best one's score, an entry that lacks words of the query is no answer. */
const leastShare = 0.05;

/**
 * Finds entries for a query as people type them. Pagefind alone asks for every word and knows no misspelling; here the words that say something are looked
 * for one by one, and each one that is not found as its stem, as it may have been meant, or as it is written in another script. An entry counts for each word
 * what its best form does: rare words and words of a title weigh more, as Pagefind weighs them, and an entry with all the words comes first.
 */
export async function find<H extends Hit>({ query, lang, search, vocabulary, kindOf }: FindInput<H>): Promise<Found<H>> {
  const words = contentWords(queryWords(query), lang);
  const forms = await Promise.all(words.map((word) => formsOf(word, { lang, search, vocabulary })));
  const scored = new Map<string, Scored<H>>();
  for (const { hits } of forms) for (const { hit, score } of hits.values()) add(scored, hit, score);
  const meant = forms.flatMap(({ meant: form }) => (form === undefined ? [] : [form]));
  // The answer to all words at once knows the places of all of them: its excerpts are the better ones.
  const whole = meant.length > 1 ? new Map((await search(meant.join(' '))).map((hit) => [hit.id, hit])) : undefined;
  const ranked = [...scored.values()]
    .map(({ hit, score, words: matched }) => ({
      hit: whole?.get(hit.id) ?? hit,
      score: score * (matched / words.length) * (kindWeights[kindOf(hit) ?? ''] ?? 1),
      complete: matched === words.length,
    }))
    .sort((a, b) => b.score - a.score);
  const least = (ranked[0]?.score ?? 0) * leastShare;
  return {
    hits: ranked.filter(({ score, complete }) => complete || score >= least).map(({ hit, score }) => ({ ...hit, score })),
    also: [...new Set(forms.flatMap(({ also }) => also))],
  };
}

interface Forms<H> {
  hits: ReadonlyMap<string, { hit: H; score: number }>;
  /** How the word is spelled in what was found; nothing where it was not found at all. */
  meant?: string;
  also: string[];
}

/** The entries that hold a word in any of its forms, each with the score of its best form. */
async function formsOf<H extends Hit>(
  word: string,
  { lang, search, vocabulary }: Pick<FindInput<H>, 'lang' | 'search' | 'vocabulary'>,
): Promise<Forms<H>> {
  const hits = new Map<string, { hit: H; score: number }>();
  const count = (found: readonly H[], weight: number) => {
    for (const hit of found) {
      const score = hit.score * weight;
      const known = hits.get(hit.id);
      if (!known || known.score < score) hits.set(hit.id, { hit, score });
    }
  };
  // Where it knows no word that begins so, Pagefind finds words that begin with as much of it as it knows: `do` for `doctr`. So it is asked whether it knows it.
  const exact = (await search(`"${word}"`)).length > 0;
  const begins = async (start: string) => [...(await vocabulary()).keys()].some((known) => known.startsWith(start));
  if (exact || (await begins(word))) count(await search(word), 1);
  const stem = stemOf(word, lang);
  if (stem && (await begins(stem))) count(await search(stem), weights.stem);
  if (hits.size > 0) return { hits, meant: exact ? word : (stem ?? word), also: [] };
  const also: string[] = [];
  for (const near of nearestWords(word, await vocabulary())) {
    const found = await search(near);
    if (found.length > 0) also.push(near);
    count(found, weights.corrected);
  }
  return { hits, ...(also[0] === undefined ? {} : { meant: also[0] }), also };
}

interface Scored<H> {
  hit: H;
  score: number;
  /** The best score of a single word: whose excerpt is shown. */
  most: number;
  words: number;
}

function add<H extends Hit>(scored: Map<string, Scored<H>>, hit: H, score: number): void {
  const known = scored.get(hit.id);
  if (!known) scored.set(hit.id, { hit, score, most: score, words: 1 });
  else {
    known.score += score;
    known.words++;
    if (score > known.most) Object.assign(known, { hit, most: score });
  }
}
