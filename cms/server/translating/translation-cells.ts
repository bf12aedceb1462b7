import type { Collection } from '../../../src/content-model/collections.ts';
import { entryFile } from '../../../src/content-model/paths.ts';
import type { EntryGroup, TranslationState } from '../../../src/graph/graph.ts';
import type { ChangeTimes } from '../store/change-times.ts';
import type { Draft, Status } from '../store/store.ts';

/** An entry in one language: what of it is published, and the draft somebody has of it. */
export interface TranslationCell {
  lang: string;
  kind: 'original' | 'translation';
  /** Of what is published; `missing` where nothing is. */
  state: TranslationState;
  /** How many parts of the original changed since it was translated. */
  parts: number;
  draft: { status: Status; owner: string; updated: string } | undefined;
  /** Since when somebody waits for it, in milliseconds since 1970: since its draft was touched, or else since it is out of date. */
  since: number | undefined;
}

/** An entry in all languages of the site. */
export interface TranslationRow {
  collection: Collection;
  slug: string;
  title: string;
  /** The language of the original. */
  lang: string;
  cells: readonly TranslationCell[];
}

/** When a translation became out of date: at the first change of its original after it was published; undefined where the history does not tell. */
function outdatedSince(group: EntryGroup, lang: string, times: ChangeTimes): number | undefined {
  const { collection, slug, original } = group;
  const [translated = 0] = times.get(entryFile({ collection, slug, lang })) ?? [];
  const changes = times.get(original.file) ?? [];
  return changes.findLast((at) => at > translated) ?? changes[0];
}

interface CellInput {
  lang: string;
  group: EntryGroup | undefined;
  originalLang: string;
  draft: Draft | undefined;
  times: ChangeTimes;
}

/** One entry in one language. */
export function cellOf({ lang, group, originalLang, draft, times }: CellInput): TranslationCell {
  const entry = group?.byLanguage.get(lang);
  const outdated = entry?.state === 'outdated' || (entry?.state === 'summary' && entry.changed.length > 0);
  return {
    lang,
    kind: lang === originalLang ? 'original' : 'translation',
    state: entry?.state ?? 'missing',
    parts: entry?.changed.length ?? 0,
    draft: draft && { status: draft.status, owner: draft.owner, updated: draft.updated },
    since: draft ? Date.parse(draft.updated) : outdated ? outdatedSince(group!, lang, times) : undefined,
  };
}
