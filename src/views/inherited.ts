import type { Entry, EntryGroup } from '../graph/graph.ts';
import { written, type Written } from './quotation.ts';

/**
 * Marks the texts that a translation did not translate and took over: they are in the original's language, and a reader's voice and fonts must know
 * (WCAG 2.2, 3.1.2). A text counts as taken over where the original has it and the translation's own file has not.
 */
export function inheritedTexts(group: EntryGroup, entry: Entry): (text: string) => Written {
  const { original } = group;
  if (entry.lang === original.lang) return (text) => ({ text });
  const theirs = takenOver(original, entry);
  return (text) => (theirs.has(text) ? written(text, original.lang, entry.lang) : { text });
}

/** Kept with what was parsed: a story stands in many lists, and of a thousand entries one changes at a time. */
const known = new WeakMap<object, { original: object; texts: ReadonlySet<string> }>();

function takenOver(original: Entry, entry: Entry): ReadonlySet<string> {
  const before = known.get(entry.parsed);
  if (before?.original === original.data) return before.texts;
  const own = new Set(textsIn(entry.parsed.data));
  const texts = new Set([...textsIn(original.data)].filter((text) => !own.has(text) && /\p{L}/u.test(text)));
  known.set(entry.parsed, { original: original.data, texts });
  return texts;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* textsIn(part);
}
