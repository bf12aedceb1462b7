import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { FieldProblem, Form } from './form.ts';
import type { Markup } from './markup.ts';
import type { Words } from '../words.ts';

/** What all fields of a form share: its texts, what was sent, what was wrong with it. */
export interface FormState {
  say: Words;
  form: Form;
  problems: readonly FieldProblem[];
}

/** The problems of a form, each leading to its field; the focus begins there. */
export const errorSummary = ({ say, problems }: FormState): Markup | '' =>
  problems.length === 0
    ? ''
    : html`<div class="summary" role="alert" tabindex="-1" autofocus>
        <h2>${say('cms.form.problem', { count: problems.length })}</h2>
        <ul>
          ${problems.map(({ field, key }) => html`<li><a href="#${field}">${say(key)}</a></li>`)}
        </ul>
      </div>`;

interface FieldTexts {
  name: string;
  label: StringKey;
  hint?: StringKey;
}

/** A field's hint and problem, and the attributes that tie them to it. */
function around({ say, problems }: FormState, { name, hint }: FieldTexts) {
  const problem = problems.find(({ field }) => field === name);
  const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return {
    before: html`${hint ? html`<p class="hint" id="${name}-hint">${say(hint)}</p>` : ''}
    ${problem ? html`<p class="wrong" id="${name}-problem">${say(problem.key)}</p>` : ''}`,
    described: ids ? html` aria-describedby="${ids}"` : '',
    invalid: problem ? html` aria-invalid="true"` : '',
  };
}

export function textField(state: FormState, field: FieldTexts & { type?: 'text' | 'email'; autocomplete: string; most: number }): Markup {
  const { before, described, invalid } = around(state, field);
  const { name, type = 'text' } = field;
  return html`<div class="field">
    <label for="${name}">${state.say(field.label)}</label>
    ${before}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${state.form.text(name)}"
      maxlength="${field.most}"
      autocomplete="${field.autocomplete}"
      required${type === 'email' ? html` dir="ltr" spellcheck="false" autocapitalize="none"` : html` dir="auto"`}${described}${invalid}
    />
  </div>`;
}

export interface Choice {
  value: string;
  label: string;
  lang?: string;
  hint?: string;
}

export function selectField(state: FormState, field: FieldTexts & { choices: readonly Choice[] }): Markup {
  const { before, described, invalid } = around(state, field);
  const chosen = state.form.text(field.name);
  return html`<div class="field">
    <label for="${field.name}">${state.say(field.label)}</label>
    ${before}
    <select id="${field.name}" name="${field.name}" ${described}${invalid}>
      ${field.choices.map(
        ({ value, label, lang }) =>
          html`<option value="${value}" ${lang ? html` lang="${lang}"` : ''}${value === chosen ? html` selected` : ''}>${label}</option>`,
      )}
    </select>
  </div>`;
}

/** Radio buttons, or check boxes where several may be chosen: of these two only the former may be called invalid (WAI-ARIA 1.2). The first one has the name of the field as id: that is where the summary leads. */
export function choiceField(state: FormState, field: FieldTexts & { type: 'radio' | 'checkbox'; choices: readonly Choice[] }): Markup {
  const { before, described, invalid } = around(state, field);
  const chosen = new Set(state.form.all(field.name));
  return html`<fieldset class="field" ${field.type === 'radio' ? html` role="radiogroup"${invalid}` : ''}${described}>
    <legend>${state.say(field.label)}</legend>
    ${before}
    ${field.choices.map(({ value, label, hint: more }, index) => {
      const id = index === 0 ? field.name : `${field.name}-${value}`;
      return html`<div class="choice">
        <input
          id="${id}"
          type="${field.type}"
          name="${field.name}"
          value="${value}"
          ${more ? html` aria-describedby="${id}-what"` : ''}${chosen.has(value) ? html` checked` : ''}
        />
        <label for="${id}"><bdi>${label}</bdi></label>
        ${more ? html`<p class="hint" id="${id}-what">${more}</p>` : ''}
      </div>`;
    })}
  </fieldset>`;
}
