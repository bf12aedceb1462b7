import { randomUUID } from 'node:crypto';
import type { DocumentName } from '../document.ts';
import type { PreviewPage } from './create-preview.ts';

/** A text that somebody typed, with the pages that were made of it. */
export interface KeptText {
  id: string;
  person: string;
  name: DocumentName;
  text: string;
  /** By language. */
  pages: Map<string, PreviewPage>;
}

export interface KeptPages {
  /** Keeps a text for who typed it. Their oldest goes where it would be one too many. */
  keep(text: Omit<KeptText, 'id'>): KeptText;
  /** Undefined where it is not there, or somebody else's. */
  of(person: string, id: string): KeptText | undefined;
}

/** The page that is shown, the one that takes its place, and two that are open in tabs. */
const ofPerson = 4;
const ofAll = 400;

/** What was typed, in memory only: nothing that nobody saved is ever on the disk. */
export function createKeptPages(): KeptPages {
  const kept = new Map<string, KeptText>();
  return {
    keep(text) {
      const made = { ...text, id: randomUUID() };
      const theirs = [...kept.values()].filter(({ person }) => person === text.person);
      for (const { id } of theirs.slice(0, Math.max(0, theirs.length + 1 - ofPerson))) kept.delete(id);
      kept.set(made.id, made);
      const [oldest] = kept.keys();
      if (kept.size > ofAll && oldest !== undefined) kept.delete(oldest);
      return made;
    },
    of(person, id) {
      const found = kept.get(id);
      return found?.person === person ? found : undefined;
    },
  };
}
