import { html } from 'hono/html';
import { isCollection } from '../../../src/content-model/collections.ts';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { allowances, kinds, relations, type DocumentAction, type Kind, type Relation, type Role, type SiteAction } from '../roles.ts';
import { collectionKeys } from '../review/document-names.ts';
import { listed, type Markup } from './markup.ts';
import type { Visit } from './visit.ts';

export const roleNames: Readonly<Record<Role, StringKey>> = {
  contributor: 'cms.role.contributor',
  'student-editor': 'cms.role.student',
  translator: 'cms.role.translator',
  editor: 'cms.role.editor',
  administrator: 'cms.role.administrator',
};

/** A role in a sentence, for whoever gives it. */
export const rolesInShort: Readonly<Record<Role, StringKey>> = {
  contributor: 'cms.role.contributor.what',
  'student-editor': 'cms.role.student.what',
  translator: 'cms.role.translator.what',
  editor: 'cms.role.editor.what',
  administrator: 'cms.role.administrator.what',
};

const actionNames: Readonly<Record<DocumentAction | SiteAction, StringKey>> = {
  read: 'cms.may.read',
  write: 'cms.may.write',
  submit: 'cms.may.submit',
  approve: 'cms.may.approve',
  publish: 'cms.may.publish',
  unpublish: 'cms.may.unpublish',
  discard: 'cms.may.discard',
  note: 'cms.may.note',
  upload: 'cms.may.upload',
  'remove-media': 'cms.may.removeMedia',
  'roll-back': 'cms.may.rollBack',
  status: 'cms.may.status',
  people: 'cms.may.people',
  consent: 'cms.may.consent',
  erase: 'cms.may.erase',
};

const kindNames: Readonly<Record<Kind, StringKey>> = { original: 'cms.kind.original', translation: 'cms.kind.translation' };
const relationNames: Readonly<Record<Relation, StringKey>> = { own: 'cms.whose.own', desk: 'cms.whose.desk', other: 'cms.whose.other' };

/** What a role may do, as the role table has it: the table is the only place where rights are written down. */
export function rights({ say, lang }: Visit, role: Role): Markup {
  const names = <T extends string>(keys: Readonly<Record<T, StringKey>>, of: readonly T[]) =>
    listed(
      lang,
      of.map((one) => say(keys[one])),
    );
  const { documents, site } = allowances[role];
  return html`<ul class="rights">
    ${documents.map(
      ({ may, of, kinds: which, whose }) =>
        html`<li>
          <b>${names(actionNames, may)}</b>
          <span>${names(collectionKeys, of)}${which.length < kinds.length && of.some(isCollection) ? ` (${names(kindNames, which)})` : ''}</span>
          <span class="soft">${whose.length < relations.length ? names(relationNames, whose) : say('cms.whose.all')}</span>
        </li>`,
    )}
    ${site.length > 0 ? html`<li><b>${names(actionNames, site)}</b> <span class="soft">${say('cms.whose.site')}</span></li>` : ''}
  </ul>`;
}
