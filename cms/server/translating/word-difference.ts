import { shortestEdit, type Step } from './shortest-edit.ts';

/** A piece of a text beside its earlier wording. */
export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Above this many characters a text is compared by lines: finding the words of every script takes about a second for a million characters. */
const mostCharacters = 200_000;
/** Above this many words that differ, two texts have so little in common that words say less than lines do. */
const mostEdits = 1500;

let segmenter: Intl.Segmenter | undefined;

/** Words, signs and spaces, one after the other: joined they are the text. */
function wordsOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = words.length - 1;
    if (isSpace(segment) && last >= 0 && isSpace(words[last]!)) words[last] += segment;
    else words.push(segment);
  }
  return words;
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const isSpace = (text: string) => /^\s+$/.test(text);
/** White space and Unicode forms mean nothing, here as where it is decided whether a translation is out of date. */
const meaning = (piece: string) => piece.normalize('NFC').replace(/\s+/g, ' ');

/**
 * What became of a text, word by word, in every script. What is the same or new makes the text of now, to the letter; what is the same or gone makes the
 * earlier one but for white space. Long texts, and those with little in common, are told line by line.
 */
export function wordDifference(before: string, after: string): readonly Piece[] {
  if (before.length + after.length > mostCharacters) return differenceOf(linesOf(before), linesOf(after)) ?? whole(before, after);
  return differenceOf(wordsOf(before), wordsOf(after)) ?? differenceOf(linesOf(before), linesOf(after)) ?? whole(before, after);
}

function differenceOf(before: readonly string[], after: readonly string[]): Piece[] | undefined {
  const [was, is] = [before.map(meaning), after.map(meaning)];
  const least = Math.min(was.length, is.length);
  let start = 0;
  while (start < least && was[start] === is[start]) start++;
  let end = 0;
  while (end < least - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
  const steps = shortestEdit(was.slice(start, was.length - end), is.slice(start, is.length - end), mostEdits);
  if (!steps) return undefined;
  const texts = steps.map(([kind, at]: Step): Piece => ({ kind, text: (kind === 'gone' ? before : after)[start + at]! }));
  const same = (pieces: readonly string[]): Piece => ({ kind: 'same', text: pieces.join('') });
  return readable([same(after.slice(0, start)), ...texts, same(after.slice(after.length - end))]);
}

/** Neighbours of a kind as one piece; what is gone before what came in its place; a space between two changes belongs to them. */
function readable(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  const change = { gone: '', new: '' };
  let space = '';
  const put = (kind: Piece['kind'], text: string) => {
    if (text === '') return;
    const last = made.at(-1);
    if (last?.kind === kind) last.text += text;
    else made.push({ kind, text });
  };
  const finish = () => {
    put('gone', change.gone);
    put('new', change.new);
    put('same', space);
    change.gone = change.new = space = '';
  };
  for (const { kind, text } of pieces) {
    const changing = change.gone !== '' || change.new !== '';
    if (kind === 'same' && changing && isSpace(text)) space += text;
    else if (kind === 'same') {
      finish();
      put('same', text);
    } else {
      change.gone += space;
      change.new += space;
      space = '';
      change[kind] += text;
    }
  }
  finish();
  return made;
}

const whole = (before: string, after: string): Piece[] =>
  [
    { kind: 'gone' as const, text: before },
    { kind: 'new' as const, text: after },
  ].filter(({ text }) => text !== '');
