import type { Entry } from '../graph/graph.ts';
import { countryName, localise, type Site } from '../views/site.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** So many that the file stays below 30 KB compressed: 5,000 words of Ukrainian are 26 KB. */
const mostWords = 5000;
/** Up to so many entries every word counts; where there are more, the words of their headings fill the file, and counting all would cost each release a second. */
const fewEntries = 600;
const shortest = 3;
const longest = 30;

interface EntryWords {
  headings: ReadonlySet<string>;
  text?: ReadonlySet<string>;
}
/** Kept with what was parsed: of ten thousand entries, one changes at a time. */
const known = new WeakMap<object, EntryWords>();

/**
 * The words of a language, with the number of entries each stands in: of titles, summaries, headings, steps and labels first, then of texts. Where there are
 * too many, those that stand in most entries stay.
 */
export function siteVocabulary(site: Site, lang: string): Vocabulary {
  const entries = [...site.published].flatMap((group) => {
    const entry = group.byLanguage.get(lang);
    return entry && entry.collection !== 'facts' ? [entry] : [];
  });
  const { topics, audiences, stages } = site.graph.settings;
  const labels = new Set([...topics, ...audiences, ...stages].flatMap(({ label }) => wordsOf(localise(site, label, lang))).filter(isWord));
  const headings = counted([labels, ...entries.map((entry) => wordsIn(entry).headings)]);
  const chosen = mostFrequent(headings, mostWords);
  if (chosen.length < mostWords && entries.length <= fewEntries) {
    const texts = counted(entries.map((entry) => textOf(entry)));
    for (const word of headings.keys()) texts.delete(word);
    chosen.push(...mostFrequent(texts, mostWords - chosen.length));
  }
  return new Map(chosen);
}

function counted(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const mostFrequent = (counts: ReadonlyMap<string, number>, most: number): [string, number][] =>
  [...counts].sort(([one, often], [other, rarely]) => rarely - often || (one < other ? -1 : 1)).slice(0, most);

const isWord = (word: string) => word.length >= shortest && word.length <= longest && !/^\p{N}/u.test(word);

function wordsIn(entry: Entry): EntryWords {
  const before = known.get(entry.parsed);
  if (before) return before;
  const { data, body } = entry;
  const texts = [
    data.title,
    ...('summary' in data ? [data.summary] : []),
    ...('keywords' in data && data.keywords ? [data.keywords] : []),
    ...('person' in data ? [data.person.name, data.person.from, data.person.work, countryName(entry.lang, data.person.country)] : []),
    ...('city' in data ? [data.city, countryName(entry.lang, data.country)] : []),
    ...body.sections.map(({ title }) => title),
    ...body.uses.flatMap(({ attributes }) => attributes['title'] ?? []),
  ];
  const words = { headings: new Set(texts.flatMap(wordsOf).filter(isWord)) };
  known.set(entry.parsed, words);
  return words;
}

function textOf(entry: Entry): ReadonlySet<string> {
  const words = wordsIn(entry);
  return (words.text ??= new Set(wordsOf(entry.body.text).filter(isWord)));
}
