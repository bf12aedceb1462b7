import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import type { Words } from '../../words.ts';
import type { Form } from '../form.ts';
import type { Markup } from '../markup.ts';

/** A problem of a field, as the pages of review tell it: with a number in it. */
export interface LongProblem {
  field: string;
  key: StringKey;
  values?: Readonly<Record<string, number>>;
}

export interface FormState {
  say: Words;
  form: Form;
  problems: readonly LongProblem[];
}

/** Letters that a note may have. */
const mostOfNote = 5000;

/** A field for several lines. */
export function longField({ say, form, problems }: FormState, { name, label, hint }: { name: string; label: StringKey; hint: StringKey }): Markup {
  const problem = problems.find(({ field }) => field === name);
  return html`<div class="field">
    <label for="${name}">${say(label)}</label>
    <p class="hint" id="${name}-hint">${say(hint)}</p>
    ${problem ? html`<p class="wrong" id="${name}-problem">${say(problem.key, problem.values)}</p>` : ''}
    <textarea
      id="${name}"
      name="${name}"
      rows="4"
      maxlength="${mostOfNote}"
      dir="auto"
      required
      aria-describedby="${name}-hint${problem ? ` ${name}-problem` : ''}"
      ${problem ? html` aria-invalid="true"` : ''}
    >
${form.text(name)}</textarea>
  </div>`;
}

/** What is wrong with what somebody wrote in such a field. */
export function problemOfText(field: string, text: string, missing: StringKey): LongProblem[] {
  const said = text.replace(/\r\n?/g, '\n').trim();
  if (said === '') return [{ field, key: missing }];
  return said.length > mostOfNote ? [{ field, key: 'cms.review.notes.long', values: { most: mostOfNote } }] : [];
}
