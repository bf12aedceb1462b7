import type { EntryName } from '../../../src/content-model/paths.ts';
import { withField } from '../../../src/graph/frontmatter.ts';
import type { StoredFile } from '../store/store.ts';
import { entryText, equivalentIn, revisionOfOriginal, type EntryText, type Equivalent } from './entry-text.ts';
import type { Said } from './record-revision.ts';

interface Given {
  name: EntryName;
  text: string;
  after: EntryText;
  /** What translations are compared with until this is published. */
  published: StoredFile | undefined;
  said: Said;
}

/**
 * The text of an original, saying that where its wording differs from the published one it means the same: translations that are current stay so when it is
 * published, and those that were out of date before stay that too.
 */
export function keepTranslationsCurrent({ name, text, after, published, said }: Given): string {
  const before = said.translationsStillRight === undefined || !published ? undefined : entryText(name, published);
  if (!before) return text;
  const was = { revision: revisionOfOriginal(name, before), equivalent: equivalentIn(before) };
  const now = { revision: revisionOfOriginal(name, after), equivalent: equivalentIn(after) };
  const equivalent = said.translationsStillRight ? sameMeaning(was, now) : asBefore(was, now);
  if (JSON.stringify(equivalent) === JSON.stringify(now.equivalent)) return text;
  return withField(text, 'equivalent', equivalent);
}

interface Wording {
  revision: Record<string, string>;
  equivalent: Equivalent;
}

/** Earlier wordings that mean what a part says. */
const meanings = ({ revision, equivalent }: Wording, part: string): string[] => {
  const of = revision[part];
  return of === undefined ? [] : equivalent[part]?.of === of ? equivalent[part].was : [];
};

const entries = (made: readonly (readonly [part: string, of: string, was: readonly string[]])[]): Equivalent =>
  Object.fromEntries(
    made.flatMap(([part, of, was]) => {
      const others = [...new Set(was)].filter((hash) => hash !== of).sort();
      return others.length > 0 ? [[part, { of, was: others }] as const] : [];
    }),
  );

const sameMeaning = (before: Wording, now: Wording): Equivalent =>
  entries(
    Object.entries(now.revision).map(([part, of]) => {
      const published = before.revision[part];
      return [part, of, [...meanings(now, part), ...(published === undefined ? [] : [published]), ...meanings(before, part)]] as const;
    }),
  );

/**
 * The text of an original, published or a draft of it, with earlier wordings that mean what the published text says. What a draft says of wordings of its own
 * stays, and where one of these means what is published, it means the same as the earlier ones too.
 */
export function withSameMeaning(name: EntryName, text: string, published: Equivalent): string {
  const read = entryText(name, { text });
  if (!read) return text;
  const now = { revision: revisionOfOriginal(name, read), equivalent: equivalentIn(read) };
  const joined = Object.entries(published).map(([part, { of, was }]) => {
    const own = meanings(now, part);
    const present = now.revision[part];
    if (present === of || present === undefined || own.length === 0) return [part, of, present === of ? [...own, ...was] : was] as const;
    return [part, present, own.includes(of) ? [...own, ...was] : own] as const;
  });
  const stays = Object.entries(now.equivalent).filter(([part, { of }]) => now.revision[part] === of);
  return withField(text, 'equivalent', { ...Object.fromEntries(stays), ...entries(joined) });
}

/** Taken back: a part that changed means something new again. */
const asBefore = (before: Wording, now: Wording): Equivalent =>
  entries(Object.entries(now.revision).map(([part, of]) => [part, of, before.revision[part] === of ? meanings(before, part) : []] as const));
