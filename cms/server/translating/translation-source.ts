import { z } from 'zod';
import type { EntryName } from '../../../src/content-model/paths.ts';
import { directionOf } from '../../../src/content-model/locales.ts';
import { changedParts } from '../../../src/graph/revision.ts';
import { editorAddress, entryAddress } from '../editor-address.ts';
import { fieldWord } from '../field-words.ts';
import { action, type Call } from '../protocol/action.ts';
import { documentAt } from '../protocol/paths.ts';
import { path, revision } from '../protocol/params.ts';
import { Refusal } from '../refusal.ts';
import { earlierWordings } from './earlier-wordings.ts';
import { entryText, equivalentIn, renderedBy, revisionOfOriginal, type EntryText } from './entry-text.ts';
import { asEntry, originalOfText, readableOriginal, type OriginalText } from './original-text.ts';
import { partName, readablePart, type LabelWords, type PartName } from './readable-part.ts';
import { wordDifference, type Piece } from './word-difference.ts';

/** A part of the original beside which somebody translates. */
export interface SourcePart extends PartName {
  /** As a translation names it: `title`, `body#costs`. */
  part: string;
  now: string;
  /** Whether it has changed since it was translated, or was never translated. */
  changed: boolean;
  /** Whether the translation has never said that it renders it. */
  isNew: boolean;
  /** What it said when it was translated; left out where that is not known any more. */
  before?: string;
  words?: readonly Piece[];
}

export interface TranslationSource {
  original: {
    name: EntryName;
    lang: string;
    dir: 'ltr' | 'rtl';
    title: string;
    /** Of the file whose text this is. */
    revision: string;
    /** False as long as it is only a draft. */
    published: boolean;
    address: string;
    entry: string;
  };
  parts: readonly SourcePart[];
  state: 'current' | 'outdated' | 'summary';
  /** Names of the parts that changed. */
  changed: readonly string[];
  /** Whether the original has changed since the text was opened: then this is what it was when it was. */
  newer: boolean;
  /** When the translation was last changed, ISO 8601. */
  translatedAt?: string;
}

const missing = () => new Refusal(404, 'cms.translating.refused.original');

/** What somebody translates, part by part, and what has changed in it since they did. `original` is the revision that they have opened. */
export const translationSource = action(z.object({ path, original: revision.optional() }), async (params, call): Promise<TranslationSource> => {
  const { rights, person, store } = call;
  const standing = await rights.standing(person, documentAt(params.path));
  await rights.require(person, 'read', standing);
  const stored = standing.draft ?? standing.published;
  if (!stored) throw new Refusal(404, 'cms.refused.missing');
  const present = await readableOriginal(await originalOfText(standing.name, stored.text, call), call);
  const translation = entryText(asEntry(standing.name) ?? fail(), stored);
  if (!present || !translation) throw missing();
  const original = await asOpened(present, params.original, call);
  const read = entryText(original.name, original);
  if (!read) throw missing();
  const label: LabelWords = (english) => fieldWord(standing.name.lang, english);
  const { parts, changed, state } = await compared({ original, read, translation, label }, call);
  const at = standing.draft?.updated ?? (await store.history(standing.name))[0]?.at;
  const { name, revision: of, published } = original;
  return {
    original: {
      name,
      lang: name.lang,
      dir: directionOf(name.lang),
      title: typeof read.data['title'] === 'string' ? read.data['title'] : '',
      revision: of,
      published,
      address: editorAddress(name, 'original'),
      entry: entryAddress(name),
    },
    parts,
    state,
    changed,
    newer: of !== present.revision,
    ...(at !== undefined && { translatedAt: at }),
  };
});

function fail(): never {
  throw missing();
}

/** The version that somebody has before them; the present one where that is not there any more. */
async function asOpened(present: OriginalText, opened: string | undefined, { store }: Pick<Call, 'store'>): Promise<OriginalText> {
  if (opened === undefined || opened === present.revision) return present;
  const text = await store.version(present.name, opened);
  return text === undefined ? present : { ...present, text, revision: opened };
}

interface Compared {
  original: OriginalText;
  read: EntryText;
  translation: EntryText;
  label: LabelWords;
}

async function compared({ original: { name }, read, translation, label }: Compared, call: Call) {
  const now = revisionOfOriginal(name, read);
  const rendered = renderedBy(translation);
  const summary = translation.data['state'] === 'summary';
  const changed = changedParts(now, rendered, equivalentIn(read)).filter((part) => !summary || part in rendered);
  const wanted = new Map(changed.flatMap((part) => (rendered[part] === undefined ? [] : [[part, rendered[part]] as const])));
  const earlier = await earlierWordings(name, wanted, call);
  const gone = changed.filter((part) => !(part in now));
  const parts = [...Object.keys(now), ...gone].map((part): SourcePart => {
    const was = earlier.get(part);
    const text = readablePart(name.collection, part, read, label);
    const before = was && readablePart(name.collection, part, was, label);
    const called = partName(name.collection, part, part in now ? read : (was ?? read), label);
    return {
      part,
      ...called,
      now: text,
      changed: changed.includes(part),
      isNew: rendered[part] === undefined,
      ...(before !== undefined && { before, words: wordDifference(before, text) }),
    };
  });
  const state: TranslationSource['state'] = summary ? 'summary' : changed.length > 0 ? 'outdated' : 'current';
  return { parts, changed, state };
}
