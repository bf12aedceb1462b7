import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import { documentNames } from '../../review/document-names.ts';
import type { DocumentCollection } from '../../document.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

export interface Choice {
  value: string;
  label: string;
  lang?: string;
}

interface FilterField {
  name: string;
  label: StringKey;
  choices: readonly Choice[];
  chosen: string | undefined;
}

export const collectionField = ({ say }: Visit, of: readonly DocumentCollection[], chosen: string | undefined): FilterField => ({
  name: 'collection',
  label: 'cms.review.filter.collection',
  choices: of.map((collection) => ({ value: collection, label: documentNames(say).collection({ collection }) })),
  chosen,
});

export const languageField = ({ face }: Visit, chosen: string | undefined): FilterField => ({
  name: 'in',
  label: 'cms.review.filter.lang',
  choices: face.languages.map(({ id, name }) => ({ value: id, label: name, lang: id })),
  chosen,
});

interface FiltersInput {
  fields: readonly FilterField[];
  /** What the address asks for beside the fields. */
  kept: Readonly<Record<string, string | undefined>>;
  /** A field that looks for words. */
  query?: string;
}

/** Fields that narrow a list: an ordinary form, which asks for the same page with its values in the address. */
export function filters(visit: Visit, { fields, kept, query }: FiltersInput): Markup {
  const { say, url } = visit;
  const lang = url.searchParams.get('lang');
  const hidden = Object.entries({ ...kept, ...(lang && { lang }) }).filter(([, value]) => value);
  return html`<form action="${url.pathname}" class="filters" role="search" aria-label="${say('cms.review.filter')}">
    ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${
      query === undefined
        ? ''
        : html`<div class="field">
            <label for="q">${say('cms.review.filter.query')}</label>
            <input id="q" name="q" type="search" value="${query}" maxlength="200" dir="auto" />
          </div>`
    }
    ${fields.map(
      ({ name, label, choices, chosen }) =>
        html`<div class="field">
          <label for="${name}">${say(label)}</label>
          <select id="${name}" name="${name}">
            <option value="">${say('cms.review.filter.any')}</option>
            ${choices.map(
              ({ value, label: called, lang: of }) =>
                html`<option value="${value}" ${of ? html` lang="${of}"` : ''}${value === chosen ? html` selected` : ''}>${called}</option>`,
            )}
          </select>
        </div>`,
    )}
    <button class="less">${say('cms.review.filter.do')}</button>
  </form>`;
}
