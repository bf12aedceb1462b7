import { isCollection } from '../../../src/content-model/collections.ts';
import type { EntryName } from '../../../src/content-model/paths.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Content } from '../../../src/graph/content.ts';
import type { EntryGroup } from '../../../src/graph/graph.ts';
import type { ParsedEntry } from '../../../src/graph/parse.ts';
import { documentFile, type DocumentName } from '../document.ts';

/** An entry that would be a second original of the same address. Told here in the words of whoever writes it; the graph would blame either of the two. */
export function secondOriginal(entry: ParsedEntry, now: Content): Finding | undefined {
  const original = (now.graph?.groups[entry.collection].get(entry.slug) as EntryGroup | undefined)?.original;
  if (entry.translates !== undefined || !original || original.lang === entry.lang) return undefined;
  return {
    check: 'addresses',
    severity: 'error',
    file: entry.file,
    found: `${original.file} is the original of “${entry.slug}” already, and this says of itself that it is one too.`,
    rule: 'An entry has one original; its other languages say which one they translate.',
    fix: `Write \`translates: ${original.lang}\` here; or, if it is about something else, give it another slug, such as ${entry.slug}-2.`,
  };
}

/** The original of a translation, where it is not published: whoever checks must look whether there is a draft of it. */
export function originalToFind(entry: ParsedEntry, then: Content): EntryName | undefined {
  if (entry.translates === undefined || !isCollection(entry.collection)) return undefined;
  const name: EntryName = { collection: entry.collection, lang: entry.translates, slug: entry.slug };
  const known = then.parsed.has(documentFile(name)) || then.graph?.groups[entry.collection].has(entry.slug);
  return known ? undefined : name;
}

/** A translation that waits for its original: it can be written, and cannot be published yet. */
export function waitsForOriginal(entry: ParsedEntry, original: DocumentName): Finding {
  const line = entry.lineOf(['translates']);
  return {
    check: 'translations',
    severity: 'error',
    file: entry.file,
    ...(line ? { line } : {}),
    field: 'translates',
    found: `It translates ${documentFile(original)}, which is a draft and not published yet.`,
    rule: 'A translation is shown only beside its original.',
    fix: 'Publish the original first. Until then this can be kept as a draft.',
    incomplete: true,
  };
}
