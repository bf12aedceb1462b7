import { partsOfFile } from '../parts-of-file.ts';
import type { StoredFile } from '../store/store.ts';
import { isCollection } from '../../../src/content-model/collections.ts';
import { documentFile, type DocumentName } from '../document.ts';
import type { Kind } from '../roles.ts';

/** What a text says of itself, as far as rights depend on it. */
export interface TextKind {
  kind: Kind;
  /** The language of its original, where it is a translation. */
  translates: string | undefined;
  desk: string | undefined;
}

const original: TextKind = { kind: 'original', translates: undefined, desk: undefined };

/** Reads it from the text; what cannot be read is an original of no desk, which fewest may touch. */
export function textKind(name: DocumentName, text: string): TextKind {
  if (!isCollection(name.collection)) return original;
  const { fields } = partsOfFile(text, documentFile(name));
  const { translates, desk } = fields;
  return {
    kind: 'translates' in fields ? 'translation' : 'original',
    translates: typeof translates === 'string' ? translates : undefined,
    desk: typeof desk === 'string' ? desk : undefined,
  };
}

/** How many texts are remembered: more than a city has. */
const most = 50_000;

/** The same for stored texts, each read once: a revision never changes what it says. */
export function createTextKinds(): (name: DocumentName, file: Pick<StoredFile, 'text' | 'revision'>) => TextKind {
  const known = new Map<string, TextKind>();
  return (name, { text, revision }) => {
    const key = `${isCollection(name.collection)} ${revision}`;
    const there = known.get(key);
    if (there) return there;
    if (known.size >= most) known.clear();
    const made = textKind(name, text);
    known.set(key, made);
    return made;
  };
}
