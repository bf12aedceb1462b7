import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The labels and hints of the content model in another language, each under its English. */
export type FieldWords = Readonly<Record<string, string>>;

const folder = new URL('../config/words/', import.meta.url);
const none: FieldWords = {};

/** They come with the program and not with the content, so they are read once. */
const readAll = (): ReadonlyMap<string, FieldWords> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yml'))
      .map((file) => [file.slice(0, -'.yml'.length), parse(readFileSync(new URL(file, folder), 'utf8')) as FieldWords]),
  );
let known: ReadonlyMap<string, FieldWords> | undefined;

/** What stands in forms instead of the English labels and hints of the model. Empty for English, and for a language that has no file and shows English. */
export const fieldWords = (lang: string): FieldWords => (known ??= readAll()).get(lang) ?? none;

/** Languages that have words of their own for forms. */
export const languagesOfFields = (): string[] => [...(known ??= readAll()).keys()];

/** A label or hint in a language; in English where that has no word for it. */
export function fieldWord(lang: string, english: string): string {
  const words = fieldWords(lang);
  return Object.hasOwn(words, english) ? words[english]! : english;
}
