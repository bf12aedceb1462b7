import type { Collection } from '../../content-model/collections.ts';
import { slugOf } from '../../content-model/paths.ts';
import { Teller } from './teller.ts';
import { titles } from './sentences.ts';
import { languages, type Language } from './words.ts';

/** Which entries there are: one for each group of three files. */
export interface Planned {
  collection: Collection;
  slug: string;
  original: Language;
  /** Position within its collection, from 0. */
  index: number;
  seed: string;
}
export type Plan = Readonly<Record<Collection, readonly Planned[]>>;

/** Parts of a hundred, as a real city has them; pages and facts get what is left, at least one each. */
const shares = { stories: 55, guides: 25, practices: 15 } as const;

/** Plans a corpus of `files` entry files in three languages: the number of entries is a third of it. */
export function planCorpus(files: number, seed = 'waterlinde'): Plan {
  const groups = Math.floor(files / languages.length);
  if (groups < 8) throw new Error(`A corpus has at least 24 entry files, not ${files}.`);
  const count = (share: number) => Math.round((groups * share) / 100);
  const rest = Math.max(2, groups - count(shares.stories) - count(shares.guides) - count(shares.practices));
  const practices = Math.max(1, count(shares.practices));
  const guides = Math.max(1, count(shares.guides));
  const numbers = { stories: groups - rest - practices - guides, guides, practices, pages: Math.ceil(rest / 2), facts: Math.floor(rest / 2) };
  const plan = (collection: Collection) =>
    Array.from({ length: numbers[collection] }, (_, index): Planned => {
      const own = `${seed} ${collection} ${index}`;
      return { collection, index, seed: own, slug: slug(collection, index, own), original: languages[index % languages.length]! };
    });
  return { stories: plan('stories'), guides: plan('guides'), practices: plan('practices'), pages: plan('pages'), facts: plan('facts') };
}

/** Stories have opaque ids, as residents' stories do; the first page is the one the navigation names. */
function slug(collection: Collection, index: number, seed: string): string {
  if (collection === 'pages' && index === 0) return 'welcome';
  const teller = new Teller(seed, 'en');
  const number = (index + 1).toString(36);
  if (collection !== 'stories') return `${slugOf(teller.next(titles[collection])).slice(0, 60).replace(/-+$/, '')}-${index + 1}`;
  const letters = 'bcdfghjkmnpqrstvwxz';
  return `${teller.one([...letters])}${teller.number(2, 9)}${teller.one([...letters])}${teller.number(2, 9)}${number}`;
}
