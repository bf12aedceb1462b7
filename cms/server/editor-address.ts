import { documentKey, type DocumentName } from './document.ts';
import { isCollection } from '../../src/content-model/collections.ts';
import type { Kind } from './roles.ts';

/** The collection of Decap's configuration that a document is in: one for the originals of a language, one for its translations. */
export const decapCollection = ({ collection, lang }: DocumentName, kind: Kind): string =>
  !isCollection(collection) ? collection : `${collection}-${lang}${kind === 'translation' ? '-translations' : ''}`;

/** How Decap calls a document within its collection. */
export const decapSlug = ({ collection, lang, slug }: DocumentName): string => (collection === 'strings' ? lang : slug);

/** Where a document is written: Decap in its language. Settings have none; `lang` says in which language they are edited. */
export const editorAddress = (name: DocumentName, kind: Kind, lang = name.lang): string =>
  `/admin/${lang}/#/collections/${decapCollection(name, kind)}/entries/${decapSlug(name)}`;

/** The page on which a document is reviewed. */
export const entryAddress = (name: DocumentName): string => `/entries/${documentKey(name)}`;
