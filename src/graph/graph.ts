import type { Collection, EntryData } from '../content-model/collections.ts';
import type { Reference } from '../content-model/field.ts';
import type { Finding } from '../content-model/problems.ts';
import type { Settings } from '../content-model/settings.ts';
import type { Strings } from '../content-model/strings.ts';
import type { Body } from '../mdx/body.ts';
import type { MediaFile } from './content-source.ts';
import type { ParsedEntry } from './parse.ts';

/** How a translation stands to its original. */
export type TranslationState = 'original' | 'current' | 'outdated' | 'summary' | 'missing';

/** One entry in one language, with everything inherited filled in. */
export interface Entry<C extends Collection = Collection> {
  collection: C;
  slug: string;
  /** The language asked for and the one it is in differ where the entry is missing in a language. */
  lang: string;
  file: string;
  data: EntryData[C];
  body: Body;
  fragments: ReadonlyMap<string, Body>;
  state: Exclude<TranslationState, 'missing'>;
  /** Parts of the original that changed since it was translated: field names, `body`, `body#<heading>`. */
  changed: string[];
  translator: string | undefined;
  parsed: ParsedEntry;
}

/** An entry in all its languages. */
export interface EntryGroup<C extends Collection = Collection> {
  collection: C;
  slug: string;
  original: Entry<C>;
  /** Every language it really exists in, the original's among them. */
  byLanguage: ReadonlyMap<string, Entry<C>>;
}

export interface Backlink {
  collection: Collection;
  slug: string;
}

/** All content, joined. A pure function of what the content folder holds: no clock, no disk. */
export interface Graph {
  settings: Settings;
  strings: ReadonlyMap<string, Strings>;
  media: ReadonlyMap<string, MediaFile>;
  languages: readonly string[];
  groups: { readonly [C in Collection]: ReadonlyMap<string, EntryGroup<C>> };
  /** What each entry refers to and what refers to it: `guides/register`, `topics/housing`, `media/portraits/a.svg` … */
  references: ReadonlyMap<string, readonly { refersTo: Reference; id: string; from: EntryNameAt }[]>;
  backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** Where an earlier address of an entry leads: `guides/old-slug` → slug. */
  aliases: ReadonlyMap<string, string>;
  /** What is wrong with files, found while reading and joining them. */
  findings: readonly Finding[];
}

export interface EntryNameAt {
  collection: Collection;
  slug: string;
  lang: string;
  file: string;
  readonly line?: number | undefined;
  field?: string;
}
