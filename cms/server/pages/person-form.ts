import { html } from 'hono/html';
import { z } from 'zod';
import { roles } from '../roles.ts';
import { choiceField, selectField, type FormState } from './fields.ts';
import type { Form } from './form.ts';
import type { Markup } from './markup.ts';
import { roleNames, rolesInShort } from './rights.ts';
import type { SiteFace } from './site-face.ts';
import type { Visit } from './visit.ts';

/** A name as people write theirs: any letters, nothing that is not seen. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);

/** Role and desks. A student editor without a desk could publish nothing, so one is asked for. */
export const position = (face: SiteFace) =>
  z
    .object({ role: z.enum(roles), desks: z.array(z.enum(face.desks.map(({ id }) => id))) })
    .refine(({ role, desks }) => role !== 'student-editor' || desks.length > 0, { path: ['desks'] });

export const positionIn = (form: Form) => ({ role: form.text('role'), desks: form.all('desks') });

export function positionFields(state: FormState, { say, face }: Visit): Markup {
  return html`${choiceField(state, {
    type: 'radio',
    name: 'role',
    label: 'cms.person.role',
    choices: roles.map((role) => ({ value: role, label: say(roleNames[role]), hint: say(rolesInShort[role]) })),
  })}
  ${
    face.desks.length > 0
      ? choiceField(state, {
          type: 'checkbox',
          name: 'desks',
          label: 'cms.person.desks',
          hint: 'cms.person.desks.hint',
          choices: face.desks.map(({ id, name }) => ({ value: id, label: name })),
        })
      : ''
  }`;
}

export const languageField = (state: FormState, { face }: Visit): Markup =>
  selectField(state, {
    name: 'language',
    label: 'cms.person.language',
    hint: 'cms.person.language.hint',
    choices: face.languages.map(({ id, name }) => ({ value: id, label: name, lang: id })),
  });
