import { isCollection, type Collection } from '../../src/content-model/collections.ts';
import { settingsSchemas } from '../../src/content-model/settings.ts';
import { entryFile, entryName } from '../../src/content-model/paths.ts';

/** Everything the CMS edits: the collections of entries, the files of settings, the interface texts. */
export type DocumentCollection = Collection | 'settings' | 'strings';

/**
 * What names one thing that is edited: an entry in one language, one file of settings (language `all`) or the interface texts of a language (slug `interface`).
 * Refs and paths are made from it alone, so nothing that a browser sends ever becomes a ref or a path.
 */
export interface DocumentName {
  collection: DocumentCollection;
  lang: string;
  slug: string;
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/;
/** Names that Windows keeps for devices: nobody could check such a file out there. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const isLanguage = (tag: string) => languageTag.test(tag) && !devices.test(tag);

/** The file of a document, from the content folder. */
export const documentFile = ({ collection, lang, slug }: DocumentName): string =>
  collection === 'settings' ? `settings/${slug}.yml` : collection === 'strings' ? `strings/${lang}.yml` : entryFile({ collection, lang, slug });

/** The document of a file; none where the file is nothing that may be written, whatever the reason: another folder, a bad slug, a name that some system keeps for itself. */
export function documentName(file: string): DocumentName | undefined {
  const [folder, ...rest] = file.split('/');
  if (folder === 'settings' || folder === 'strings') {
    const [name, ...more] = rest;
    if (!name?.endsWith('.yml') || more.length > 0) return undefined;
    const base = name.slice(0, -'.yml'.length);
    if (folder === 'settings') return Object.hasOwn(settingsSchemas, base) ? { collection: 'settings', lang: 'all', slug: base } : undefined;
    return isLanguage(base) ? { collection: 'strings', lang: base, slug: 'interface' } : undefined;
  }
  const name = entryName(file);
  if ('problem' in name || !isLanguage(name.lang) || devices.test(name.slug)) return undefined;
  return name;
}

/** The ref of a document's draft. */
export const draftRef = ({ collection, lang, slug }: DocumentName): string => `refs/heads/cms/${collection}/${lang}/${slug}`;

/** The document of a draft's ref; none where the ref is no draft's. */
export function documentOfRef(ref: string): DocumentName | undefined {
  const [collection, lang, slug, ...more] = ref.startsWith('refs/heads/cms/') ? ref.slice('refs/heads/cms/'.length).split('/') : [];
  if (!collection || !lang || !slug || more.length > 0) return undefined;
  if (!isCollection(collection) && collection !== 'settings' && collection !== 'strings') return undefined;
  const name = documentName(documentFile({ collection, lang, slug }));
  return name?.collection === collection && name.lang === lang && name.slug === slug ? name : undefined;
}

/** A document as it is written in commit messages, lists and logs: `guides/nl/register`. */
export const documentKey = ({ collection, lang, slug }: DocumentName): string => `${collection}/${lang}/${slug}`;
