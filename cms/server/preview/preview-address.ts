import { documentKey, type DocumentName } from '../document.ts';

/** Where the draft of a document, or what is published of it, is shown in a whole tab. */
export const previewAddress = (name: DocumentName): string => `/preview/${documentKey(name)}`;
