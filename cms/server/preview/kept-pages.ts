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
/** Characters of all people together: a page has some 30,000, that of the longest text and all its languages a few million. */
const ofAll = 32 * 1024 * 1024;
/** Milliseconds for which nobody looked at it: whoever left an editor open over lunch comes back to it. */
const longest = 2 * 3_600_000;

const sizeOf = ({ text, pages }: KeptText): number => [...pages.values()].reduce((size, { html }) => size + html.length, text.length);

/** What was typed, in memory only: nothing that nobody saved is ever on the disk. */
export function createKeptPages({ now = Date.now, most = ofAll }: { now?: () => number; most?: number } = {}): KeptPages {
  /** What was looked at last comes last. */
  const kept = new Map<string, KeptText & { at: number }>();

  function makeRoom(): void {
    let size = [...kept.values()].reduce((sum, text) => sum + sizeOf(text), 0);
    for (const [id, text] of kept) {
      if (now() - text.at < longest && size <= most) return;
      size -= sizeOf(text);
      kept.delete(id);
    }
  }
  const put = (text: KeptText) => {
    kept.delete(text.id);
    kept.set(text.id, { ...text, at: now() });
    makeRoom();
  };

  return {
    keep(text) {
      const made = { ...text, id: randomUUID() };
      const theirs = [...kept.values()].filter(({ person }) => person === text.person);
      for (const { id } of theirs.slice(0, Math.max(0, theirs.length + 1 - ofPerson))) kept.delete(id);
      put(made);
      return made;
    },
    of(person, id) {
      makeRoom();
      const found = kept.get(id);
      if (found?.person !== person) return undefined;
      put(found);
      return found;
    },
  };
}
