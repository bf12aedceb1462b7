import { collections } from '../../../src/content-model/collections.ts';
import { documentFile, documentName, documentOfRef, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import type { Kind } from '../roles.ts';

/** Decap's paths begin at the checkout, ours in its content folder. */
const root = 'content/';
const noPath = () => new Refusal(422, 'cms.refused.path');

/**
 * Originals and translations of a language lie in one folder, and are two collections of Decap, which knows a collection's entries by their folder:
 * so translations are served under a folder that exists only in the protocol, `guides/nl-translations`.
 */
const ofTranslations = '-translations';
const served = new RegExp(`^(${collections.join('|')})/([^/]+?)${ofTranslations}(?=/|$)`);
const inContent = (path: string): string => (path.startsWith(root) ? path.slice(root.length) : path).replace(served, '$1/$2');

/** The path by which Decap knows a file of the content folder. */
export const decapPath = (file: string, kind: Kind = 'original'): string =>
  root + (kind === 'translation' ? file.replace(/^([^/]+\/[^/]+)/, `$1${ofTranslations}`) : file);

/** The document of a path. 422 where it is a path that cannot be. */
export function documentAt(path: string): DocumentName {
  const name = documentName(inContent(path));
  if (!name) throw noPath();
  return name;
}

export interface WorkflowKey {
  id?: string | null | undefined;
  collection?: string | null | undefined;
  slug?: string | null | undefined;
}

/**
 * The document that a key of the workflow names: `guides/nl/register` as we list it, or one of Decap's collections and a slug
 * (`guides-nl` or `guides-nl-translations` and `register`; `settings` and `site`; `strings` and `nl`). 422 where it can name none.
 */
export function documentOfKey({ id, collection, slug }: WorkflowKey): DocumentName {
  const [first = '', ...rest] = (id || `${collection ?? ''}/${slug ?? ''}`).split('/');
  const [second = ''] = rest;
  const ofLanguage = /^([a-z]+)-(.+?)(?:-translations)?$/.exec(first);
  const parts = rest.length > 1 ? [first, ...rest] : keyParts(first, second, ofLanguage);
  const name = documentOfRef(`refs/heads/cms/${parts.join('/')}`);
  if (!name) throw noPath();
  return name;
}

function keyParts(first: string, second: string, ofLanguage: RegExpExecArray | null): readonly string[] {
  if (first === 'settings') return ['settings', 'all', second];
  if (first === 'strings') return ['strings', second, 'interface'];
  return ofLanguage ? [ofLanguage[1]!, ofLanguage[2]!, second] : [first, second];
}

const folders = /^(?:(?:stories|guides|pages|practices|facts)(?:\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*))?|settings|strings)$/;

export interface ListedFolder {
  /** From the content folder: `guides/nl`. */
  folder: string;
  /** What of it is listed; a folder of several languages lists everything. */
  kind: Kind | undefined;
}

/** A folder of documents. 422 where there can be none. */
export function folderAt(path: string): ListedFolder {
  const given = path.endsWith('/') ? path.slice(0, -1) : path;
  const folder = inContent(given);
  const found = folders.exec(folder);
  if (!found || devices.test(found[1] ?? '')) throw noPath();
  return { folder, kind: found[1] === undefined ? undefined : given.endsWith(ofTranslations) ? 'translation' : 'original' };
}

const picture = /^[a-z0-9][a-z0-9/_-]*\.(?:jpe?g|png|webp|avif|svg)$/;

/** Whether a path is one of a picture and not of a document. */
export const isMediaPath = (path: string): boolean => inContent(path).startsWith('media/');

/** The name of a stored picture, from `media/`. 422 where none can have it. */
export function mediaAt(path: string): string {
  const inside = inContent(path);
  const name = inside.startsWith('media/') ? inside.slice('media/'.length) : inside;
  if (!picture.test(name) || name.includes('//') || name.length > 200 || name.split('/').some((part) => devices.test(part))) throw noPath();
  return name;
}

/** The path by which Decap knows a picture. */
export const mediaPath = (name: string): string => `${root}media/${name}`;

/** Names that Windows keeps for devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;
/** What no file system agrees on, and what could be read as something else: `\`, `%2e`, control characters. */
// eslint-disable-next-line no-control-regex
const unusual = /[\\%<>:"|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const isUsual = (part: string) => part !== '' && !/^[.-]|\.\.|[. ]$/.test(part) && !devices.test(part);

/**
 * What the sender calls a picture that comes with a save. It is stored under another name, and this one is only looked for in the text;
 * still it must be one that a file can have anywhere. 422 where it is not.
 */
export function givenMediaName(path: string): string {
  const inside = inContent(path);
  const name = inside.startsWith('media/') ? inside.slice('media/'.length) : inside;
  if (name.length > 200 || unusual.test(name) || name.normalize('NFC') !== name || !name.split('/').every(isUsual)) throw noPath();
  return name;
}

export const isSameDocument = (a: DocumentName, b: DocumentName): boolean => documentFile(a) === documentFile(b);
