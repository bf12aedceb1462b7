import { withField } from '../../../src/graph/frontmatter.ts';
import type { Call } from '../protocol/action.ts';
import type { Standing } from '../protocol/rights.ts';
import { textKind } from '../protocol/text-kind.ts';
import { entryText, renderedBy, type EntryText } from './entry-text.ts';
import { keepTranslationsCurrent } from './keep-translations-current.ts';
import { asEntry, originalOfText, type OriginalText } from './original-text.ts';
import { renderedRevision } from './rendered-revision.ts';

/** What a writer says with a save, in fields that are never stored. */
export interface Said {
  /** Revision of the original's file that a translator had before them. */
  original?: string | undefined;
  /** Of a translation: everything in it is right. */
  stillRight?: boolean | undefined;
  /** Of an original: its translations are, since only the wording changed. False takes it back. */
  translationsStillRight?: boolean | undefined;
}

interface Saving {
  standing: Pick<Standing, 'name' | 'draft' | 'published'>;
  text: string;
  /** Left out where the text is an earlier version, which says itself what it renders. */
  said?: Said | undefined;
}

/** A text as it is stored: of a translation with what it renders, of an original with what it says of its translations. Every other byte stays. */
export async function recordRevision({ standing, text, said }: Saving, call: Pick<Call, 'store'>): Promise<string> {
  const name = asEntry(standing.name);
  const after = said && name && canTakeField(text) ? entryText(name, { text }) : undefined;
  if (!said || !name || !after || Object.keys(after.data).length === 0) return text;
  if (textKind(name, text).kind === 'original') return keepTranslationsCurrent({ name, text, after, published: standing.published, said });
  const original = await originalOfText(name, text, call);
  if (!original) return text;
  const stored = standing.draft ?? standing.published;
  const before = stored && textKind(name, stored.text).kind === 'translation' ? entryText(name, stored) : undefined;
  const seen = await seenText(original, said, call);
  const revision = renderedRevision({ collection: name.collection, before, after, seen, stillRight: said.stillRight ?? false });
  return isSame(revision, renderedBy(after)) ? text : withField(text, 'revision', revision);
}

/** The original as the translator saw it: what is there now must not count as seen where it was another text that they had before them. */
async function seenText(original: OriginalText, { original: seen }: Said, { store }: Pick<Call, 'store'>): Promise<EntryText | undefined> {
  if (seen === undefined || seen === original.revision) return entryText(original.name, original);
  const text = await store.version(original.name, seen);
  return text === undefined ? undefined : entryText(original.name, { text, revision: seen });
}

/** Fields between brackets have no line to add one below; such a text stays as it was sent. */
const canTakeField = (text: string): boolean => /^---\n(?:[ \t]*(?:#.*)?\n)*(?![ \t]*[{[])/.test(text);

const isSame = (a: Record<string, string>, b: Record<string, string>): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};
