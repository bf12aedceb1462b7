import type { FindingKey } from './string-keys/findings.ts';

/**
 * A sentence, or a part of one, that is put into words later, in the language of whoever reads it: an interface text with what is filled into its
 * {names}; a label or hint of the model, in the English of the model; or what is the same in every language, such as an id or a text somebody wrote.
 */
export type Sentence = { key: FindingKey; values?: Readonly<Record<string, Sentence | number>> } | { ofModel: string } | string;

/** The three sentences of a finding. */
export interface Sentences {
  found: Sentence;
  rule: Sentence;
  fix: Sentence;
}

/** How a language says it. */
export interface Speech {
  say: (key: FindingKey, values: Readonly<Record<string, string | number>>) => string;
  /** A label or hint of the model. */
  ofModel: (english: string) => string;
}

export function worded(sentence: Sentence, speech: Speech): string {
  if (typeof sentence === 'string') return sentence;
  if ('ofModel' in sentence) return speech.ofModel(sentence.ofModel);
  const values = Object.entries(sentence.values ?? {}).map(([name, value]) => [name, typeof value === 'number' ? value : worded(value, speech)]);
  return speech.say(sentence.key, Object.fromEntries(values) as Record<string, string | number>);
}
