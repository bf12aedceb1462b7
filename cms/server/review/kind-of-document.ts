import type { Kind } from '../roles.ts';

/** What a document is called where one word must do: a text that becomes a translation is one. */
export const kindOfDocument = (kinds: readonly Kind[]): Kind => (kinds.includes('translation') ? 'translation' : 'original');
