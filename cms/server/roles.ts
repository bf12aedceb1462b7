import { collections, isCollection } from '../../src/content-model/collections.ts';
import type { DocumentCollection } from './document.ts';

/** Who works in the CMS, from the least to the most that one may do. */
export const roles = ['contributor', 'student-editor', 'translator', 'editor', 'administrator'] as const;
export type Role = (typeof roles)[number];
export const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name);

/** What can be done with a document. */
export const documentActions = [
  'read', // see its draft, notes and history
  'write', // save a draft of it, pictures included
  'submit', // send the draft to review, and take it back
  'approve', // say that the draft is ready, or ask for changes
  'publish', // put what is ready on the site
  'unpublish', // take it off the site
  'discard', // delete the draft
  'note', // write review notes
] as const;
export type DocumentAction = (typeof documentActions)[number];

/** What is done with the whole. */
export const siteActions = [
  'upload', // add pictures without an entry
  'remove-media', // delete pictures that nothing shows
  'roll-back', // go back to an earlier release
  'status', // see queue, mirror, disk and failed publications
  'people', // invite, change roles, end sessions
  'consent', // see and change what people agreed to
  'erase', // remove somebody's story from the history too
] as const;
export type SiteAction = (typeof siteActions)[number];

/** Whose a document is to somebody: their own, of a desk they belong to, or of others. */
export const relations = ['own', 'desk', 'other'] as const;
export type Relation = (typeof relations)[number];
/** An original or a translation; settings and interface texts are originals. */
export const kinds = ['original', 'translation'] as const;
export type Kind = (typeof kinds)[number];

interface Allowance {
  may: readonly DocumentAction[];
  of: readonly DocumentCollection[];
  kinds: readonly Kind[];
  whose: readonly Relation[];
}

const content: readonly DocumentCollection[] = collections;
const everything: readonly DocumentCollection[] = [...collections, 'settings', 'strings'];

/**
 * Who may do what. What is not in it is not allowed. What is published anybody may read, since the site shows it.
 * An administrator of a small city is often its only editor, so they may do all that editors may.
 */
export const allowances: Readonly<Record<Role, { documents: readonly Allowance[]; site: readonly SiteAction[] }>> = {
  contributor: {
    documents: [{ may: ['read', 'write', 'submit', 'discard', 'note'], of: ['stories'], kinds: ['original'], whose: ['own'] }],
    site: [],
  },
  'student-editor': {
    documents: [
      { may: ['read', 'write', 'submit', 'discard', 'note'], of: content, kinds, whose: ['own', 'desk'] },
      { may: ['approve', 'publish', 'unpublish'], of: content, kinds, whose: ['desk'] },
    ],
    site: [],
  },
  translator: {
    documents: [
      { may: ['read', 'note'], of: content, kinds, whose: relations },
      { may: ['write', 'submit'], of: content, kinds: ['translation'], whose: relations },
      { may: ['discard'], of: content, kinds: ['translation'], whose: ['own'] },
    ],
    site: [],
  },
  editor: {
    documents: [
      { may: documentActions, of: content, kinds, whose: relations },
      { may: documentActions, of: ['strings'], kinds: ['original'], whose: relations },
    ],
    site: ['upload', 'remove-media'],
  },
  administrator: {
    documents: [{ may: documentActions, of: everything, kinds, whose: relations }],
    site: siteActions,
  },
};

/** A document as the table sees it. */
export interface Target {
  collection: DocumentCollection;
  kind: Kind;
  relation: Relation;
}

/** Whether a role may do something with a document. */
export const mayWith = (role: Role, action: DocumentAction, { collection, kind, relation }: Target): boolean =>
  allowances[role].documents.some(
    ({ may, of, kinds, whose }) => may.includes(action) && of.includes(collection) && kinds.includes(kind) && whose.includes(relation),
  );

/** Whether a role may do something with every document of a collection, whosever it is: then nobody has to look what each of them is. */
export const mayWithAll = (role: Role, action: DocumentAction, collection: DocumentCollection, of: readonly Kind[] = kindsOf(collection)): boolean =>
  of.every((kind) => relations.every((relation) => mayWith(role, action, { collection, kind, relation })));

const kindsOf = (collection: DocumentCollection): readonly Kind[] => (isCollection(collection) ? kinds : ['original']);

/** Whether a role may do something with the whole site. */
export const may = (role: Role, action: SiteAction): boolean => allowances[role].site.includes(action);

/** Roles that decide what the public reads: they sign in with a passkey. */
export const needsPasskey = (role: Role): boolean => role === 'editor' || role === 'administrator';
