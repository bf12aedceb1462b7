import type { Collection } from '../../../src/content-model/collections.ts';
import { revisionOfOriginal, renderedBy, type EntryText } from './entry-text.ts';
import { bodyParts, heldParts, isSameBody, wordlessParts, type HeldParts } from './held-parts.ts';

export interface Rendering {
  collection: Collection;
  /** The translation as it is kept now; undefined where it is new. */
  before: EntryText | undefined;
  after: EntryText;
  /** The original as the translator saw it; undefined where that cannot be known any more. */
  seen: EntryText | undefined;
  /** Whether they say that everything in it is right. */
  stillRight: boolean;
}

type Revision = Record<string, string>;
type PartNames = ReadonlySet<string>;

const nothing: HeldParts = { fields: new Map(), intro: undefined, sections: [] };

/**
 * Which wording of its original a translation renders after a save, part by part: of what is new or changed in this save, the one that the translator saw;
 * of everything else, the one that it said before. What is not filled in renders nothing.
 */
export function renderedRevision(rendering: Rendering): Revision {
  const { collection, before, after, seen, stillRight } = rendering;
  const old = before ? renderedBy(before) : {};
  if (!seen) return old;
  const now = revisionOfOriginal({ collection }, seen);
  const [was, is] = [before ? heldParts(collection, before) : nothing, heldParts(collection, after)];
  const held = heldOf(is, seen);
  const inWhole = after.data['state'] !== 'summary';
  if (stillRight) return inWhole ? now : only(now, held);
  const touched = touchedParts({ was, is, seen, old });
  const wordless = wordlessParts(collection, seen);
  const names = new Set([...Object.keys(now), ...Object.keys(old)]);
  const revision: Revision = {};
  for (const part of names) {
    const hash = partAfter(part, { old, now, held, touched, wordless: wordless.has(part) && inWhole });
    if (hash !== undefined) revision[part] = hash;
  }
  return revision;
}

interface Sides {
  old: Revision;
  now: Revision;
  held: PartNames;
  touched: PartNames;
  wordless: boolean;
}

function partAfter(part: string, { old, now, held, touched, wordless }: Sides): string | undefined {
  // A number that the translation leaves to its original is always the present one.
  if (wordless && !held.has(part)) return now[part];
  if (!touched.has(part)) return old[part];
  return held.has(part) ? now[part] : undefined;
}

/** The parts of the original for which the translation has something of its own. */
function heldOf({ fields, intro, sections }: HeldParts, { body }: EntryText): Set<string> {
  const parts = bodyParts(body);
  const even = sections.length === parts.sections.length;
  // Where the pieces do not stand beside each other, a body renders all of the other one.
  const hasIntro = parts.intro !== undefined && (intro !== undefined || (!even && sections.length > 0));
  const hasSections = even || intro !== undefined || sections.length > 0;
  return new Set([...fields.keys(), ...(hasIntro ? [parts.intro!] : []), ...(hasSections ? parts.sections : [])]);
}

/** What a save changed: names of the original's parts, and of pieces of body that it has no longer. */
function touchedParts({ was, is, seen, old }: { was: HeldParts; is: HeldParts; seen: EntryText; old: Revision }): Set<string> {
  const fields = [...new Set([...was.fields.keys(), ...is.fields.keys()])].filter((name) => was.fields.get(name) !== is.fields.get(name));
  if (isSameBody(was, is)) return new Set(fields);
  const { intro, sections } = bodyParts(seen.body);
  const all = [...(intro ? [intro] : []), ...sections];
  const gone = Object.keys(old).filter((part) => /^body(?:#|$)/.test(part) && !all.includes(part));
  // Piece by piece only where each has its counterpart.
  if (is.sections.length !== sections.length) return new Set([...fields, ...all, ...gone]);
  const before = new Set(was.sections);
  const written = sections.filter((_, at) => !before.has(is.sections[at]!));
  return new Set([...fields, ...(intro && was.intro !== is.intro ? [intro] : []), ...written, ...gone]);
}

const only = (revision: Revision, parts: PartNames): Revision => Object.fromEntries(Object.entries(revision).filter(([part]) => parts.has(part)));
