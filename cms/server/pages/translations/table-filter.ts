import { html } from 'hono/html';
import { collections } from '../../../../src/content-model/collections.ts';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import { cellStates } from '../../translating/translation-table.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';
import { isNarrowed, tableAddress, type TableQuery } from './table-query.ts';

interface Option {
  value: string;
  label: string;
  lang?: string;
}

const select = (
  visit: Visit,
  { name, label, chosen, options }: { name: string; label: StringKey; chosen: string; options: readonly Option[] },
): Markup =>
  html`<div class="field">
    <label for="${name}">${visit.say(label)}</label>
    <select id="${name}" name="${name}">
      <option value="">${visit.say('cms.translating.any')}</option>
      ${options.map(
        ({ value, label: text, lang }) =>
          html`<option value="${value}" ${lang ? html` lang="${lang}"` : ''}${value === chosen ? html` selected` : ''}>${text}</option>`,
      )}
    </select>
  </div>`;

/** The form that narrows the table: everything it does stands in the address. */
export function tableFilter(visit: Visit, query: TableQuery): Markup {
  const { say, url, face } = visit;
  const asked = url.searchParams.get('lang');
  return html`<form method="get" action="/translations" class="tr-filter" aria-label="${say('cms.translating.filter')}">
    ${asked ? html`<input type="hidden" name="lang" value="${asked}" />` : ''}
    ${query.sort === 'title' ? '' : html`<input type="hidden" name="sort" value="${query.sort}" />`}
    <div class="field">
      <label for="search">${say('cms.translating.search')}</label>
      <input id="search" name="search" type="search" maxlength="200" value="${query.search}" autocomplete="off" dir="auto" />
    </div>
    ${select(visit, {
      name: 'what',
      label: 'cms.translating.collection',
      chosen: query.what,
      options: collections.map((value) => ({ value, label: say(`cms.what.${value}`) })),
    })}
    ${select(visit, {
      name: 'in',
      label: 'cms.translating.language',
      chosen: query.in,
      options: face.languages.map(({ id, name }) => ({ value: id, label: name, lang: id })),
    })}
    ${select(visit, {
      name: 'state',
      label: 'cms.translating.state',
      chosen: query.state,
      options: cellStates.map((value) => ({ value, label: say(`cms.translating.${value}`) })),
    })}
    <div class="choice">
      <input id="mine" type="checkbox" name="mine" value="1" ${query.mine ? html` checked` : ''} />
      <label for="mine">${say('cms.translating.mine')}</label>
    </div>
    <div class="both">
      <button class="do">${say('cms.translating.show')}</button>
      ${isNarrowed(query) ? html`<a href="${tableAddress(visit, { ...query, what: '', in: '', state: '', mine: false, search: '' })}">${say('cms.translating.reset')}</a>` : ''}
    </div>
  </form>`;
}
