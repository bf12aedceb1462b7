import { distance } from './distance.ts';
import { scriptOf, skeletonOf, soundOf } from './sound.ts';
import type { Vocabulary } from './vocabulary.ts';

/** So many words are tried for one that was not found. */
const mostTried = 3;
/** A typing error in four letters, two in eight: more would be another word. */
const errorsIn = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

interface Candidate {
  word: string;
  /** 0 is the same. */
  away: number;
  count: number;
}

/**
 * The words of a language that a word may have been meant to be, the likeliest first: with a letter wrong, in the letters of another script
 * (zhytlo, хёйсартс), or joined with another word (Wohnungsbetrug).
 */
export function nearestWords(word: string, vocabulary: Vocabulary): string[] {
  const candidates: Candidate[] = [];
  const script = scriptOf(word);
  const sound = soundOf(word);
  const errors = errorsIn(word.length);
  for (const [known, count] of vocabulary) {
    if (known === word) continue;
    const away = scriptOf(known) === script ? spelled(word, known, errors) : heard(word, sound, known);
    if (away !== undefined) candidates.push({ word: known, away, count });
  }
  if (candidates.length === 0) candidates.push(...partsOf(word, vocabulary));
  return candidates
    .sort((a, b) => a.away - b.away || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, mostTried)
    .map(({ word: known }) => known);
}

function spelled(word: string, known: string, errors: number): number | undefined {
  if (errors === 0 || known.length < 3) return undefined;
  const away = distance(word, known, errors);
  return away <= errors ? away : undefined;
}

/** Words in different scripts: by sound, or by consonants where one of them is Arabic. */
function heard(word: string, sound: string, known: string): number | undefined {
  const arabic = scriptOf(word) === 'Arabic' || scriptOf(known) === 'Arabic';
  const [one, other] = arabic ? [skeletonOf(word), skeletonOf(known)] : [sound, soundOf(known)];
  if (other.length < 2 || (arabic && one.length < 2)) return undefined;
  const most = arabic ? (one.length > 4 ? 1 : 0) : errorsIn(one.length);
  const away = distance(one, other, most);
  return away <= most ? away + (arabic ? distance(sound, soundOf(known), 3) / 4 : 0) : undefined;
}

/** Known words that a long one begins or ends with: what Dutch and German write together. */
function partsOf(word: string, vocabulary: Vocabulary): Candidate[] {
  if (word.length < 8) return [];
  return [...vocabulary]
    .filter(([known]) => known.length > 3 && (word.startsWith(known) || word.endsWith(known)))
    .map(([known, count]) => ({ word: known, away: 20 - known.length, count }));
}
