import { chance } from './random.ts';
import { languages, words, type Language, type Row, type Slot } from './words.ts';

/** Values that a sentence is given instead of chosen ones. */
type Given = Partial<Record<string, string>>;

/**
 * Says things in one language. Two tellers with one seed that are asked the same, in the same order, choose the same: what they say in
 * two languages is one text and its translation.
 */
export class Teller {
  readonly lang: Language;
  readonly #column: number;
  readonly #random: () => number;
  readonly #left = new Map<readonly Row[], number[]>();

  constructor(seed: string, lang: Language) {
    this.lang = lang;
    this.#column = languages.indexOf(lang);
    this.#random = chance(seed);
  }

  /** A whole number from `from` to `to`, both included. */
  number(from: number, to: number): number {
    return from + Math.floor(this.#random() * (to - from + 1));
  }
  one<T>(choices: readonly T[]): T {
    return choices[this.number(0, choices.length - 1)]!;
  }
  some<T>(choices: readonly T[], count: number): T[] {
    const left = [...choices];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.number(0, left.length - 1), 1)[0]!);
  }
  /** A row in this language, its slots filled in; begins with a capital letter where the row does or a slot stands first. */
  say(row: Row, given: Given = {}): string {
    const values = new Map<string, string>();
    for (const [, name = ''] of row[0].matchAll(/\{(\w+)\}/g)) if (!values.has(name)) values.set(name, given[name] ?? this.#value(name));
    const text = row[this.#column]!.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '');
    return row[this.#column]!.startsWith('{') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  }
  /** A row that has not been said before, as long as there is one. */
  next(rows: readonly Row[]): string {
    let left = this.#left.get(rows);
    if (!left?.length) this.#left.set(rows, (left = rows.map((_, index) => index)));
    const [index] = left.splice(this.number(0, left.length - 1), 1);
    return this.say(rows[index!]!);
  }
  paragraph(rows: readonly Row[], sentences: number): string {
    return Array.from({ length: sentences }, () => this.next(rows)).join(' ');
  }
  word(slot: Slot): string {
    return this.one(words[slot])[this.#column]!;
  }
  #value(slot: string): string {
    return slot === 'n' ? String(this.number(3, 96)) : this.word(slot as Slot);
  }
}
