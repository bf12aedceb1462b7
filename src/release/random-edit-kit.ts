import { isCollection, type Collection } from '../content-model/collections.ts';
import { readEntry, readYaml, type ContentFolder, type Edit, type EntryText } from './content-folder.ts';
import type { Random } from './random.ts';

export interface EditInput {
  folder: ContentFolder;
  day: string;
  random: Random;
  /** Interface texts by language: those that can be added to the site. */
  strings: ReadonlyMap<string, string>;
  /** Bytes of pictures to choose from, by ending; broken ones among them. */
  pictures: readonly { ending: string; bytes: Buffer }[];
}

/** Makes one kind of edit; nothing where there is nothing to edit. */
export type Maker = (input: EditInput) => Omit<Edit, 'what'> | undefined;

/** What it is called, how often it happens beside the others, and what makes it. */
export type Kind = readonly [what: string, weight: number, make: Maker];

export const words =
  'harbour mill ferry water winter kettle door counter bread stairs letter bridge rain neighbour haven trap brood deur ماء باب خبز شتاء جسر'.split(
    ' ',
  );
export const sentence = (random: Random, length = random.between(2, 9)) => Array.from({ length }, () => random.pick(words)).join(' ');

/** The entries of a folder, by what their path says. */
export function entriesOf(folder: ContentFolder): { file: string; collection: Collection; lang: string; slug: string }[] {
  return [...folder.keys()].sort().flatMap((file) => {
    const [collection = '', lang = '', name = ''] = file.split('/');
    return isCollection(collection) && name.endsWith('.mdx') ? [{ file, collection, lang, slug: name.slice(0, -'.mdx'.length) }] : [];
  });
}
export const pickEntry = ({ folder, random }: EditInput) => {
  const entries = entriesOf(folder);
  return entries.length > 0 ? random.pick(entries) : undefined;
};
export const entryAt = (folder: ContentFolder, file: string): EntryText => readEntry(String(folder.get(file)));
export const one = (file: string, content: string | Buffer | null) => ({ files: new Map([[file, content]]) });
export const shifted = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const colour = (random: Random) => `#${random.between(0, 0xffffff).toString(16).padStart(6, '0')}`;

export const site = (folder: ContentFolder) => readYaml(String(folder.get('settings/site.yml'))) as Site;
export const languageIds = (folder: ContentFolder) => site(folder).languages.map(({ id }) => id);

export interface Site {
  languages: { id: string; name: string }[];
  defaultLanguage: string;
  localLanguage: string;
  sign: string;
  stories: string[];
  figures: string[];
  name: string;
  origin: string;
  city: Record<string, string>;
  runBy: Record<string, string>;
  contact: { email?: string; phone?: string };
  alert?: { text: Record<string, string>; link?: string; until: string };
}
