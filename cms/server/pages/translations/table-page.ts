import type { Handler } from 'hono';
import { html } from 'hono/html';
import { directionOf } from '../../../../src/content-model/locales.ts';
import type { ShownRow, TranslationTable } from '../../translating/translation-table.ts';
import type { Markup } from '../markup.ts';
import { shell } from '../shell.ts';
import type { PagesEnv, Visit } from '../visit.ts';
import { ask, type Asking } from './asking.ts';
import { tableFilter } from './table-filter.ts';
import { paramsOf, queryOf, tableAddress, type TableQuery } from './table-query.ts';
import { cellMarkup, waited } from './translation-markup.ts';

interface TablePage {
  visit: Visit;
  query: TableQuery;
  table: TranslationTable;
}

/** The head of a column: a link that sorts by it, and the other way round when it does already. */
function head({ visit, query }: TablePage, column: string, label: Markup | string): Markup {
  const { say } = visit;
  const sorted = query.sort === column ? 'ascending' : query.sort === `-${column}` ? 'descending' : undefined;
  const next = query.sort === column ? `-${column}` : column;
  return html`<th scope="col" role="columnheader" ${sorted ? html` aria-sort="${sorted}"` : ''}>
    <a href="${tableAddress(visit, query, { sort: next })}">${label}<span class="vh"> ${say('cms.translating.sort')}</span></a>
  </th>`;
}

function row({ visit, table }: TablePage, { collection, slug, title, lang, cells, address, days }: ShownRow): Markup {
  const { say, to } = visit;
  return html`<tr role="row">
    <th scope="row" role="rowheader"><a href="${to(address)}" lang="${lang}" dir="${directionOf(lang)}">${title}</a></th>
    <td role="cell" class="tr-what">${say(`cms.what.${collection}`)}</td>
    ${table.languages.map(({ id, name }) => {
      const cell = cells.find((one) => one.lang === id)!;
      return html`<td role="cell">
        <bdi class="tr-of" lang="${id}" aria-hidden="true">${name}</bdi>
        <div>${cellMarkup(visit, cell, { name: { collection, slug, lang: id }, title })}</div>
      </td>`;
    })}
    <td role="cell" class="tr-age">${days === undefined ? '' : waited(visit, days)}</td>
  </tr>`;
}

/** On phones the table becomes a list, which takes a table's roles from its elements: so they are written down (HTML-AAM, WAI-ARIA 1.2). */
function tableMarkup(page: TablePage): Markup {
  const { visit, table } = page;
  const { say, to } = visit;
  return html`<div class="tr-scroll" role="region" aria-labelledby="tr-caption" tabindex="0">
    <form method="post" action="${to('/translations')}">
      <table class="tr-table" role="table">
        <caption id="tr-caption">
          ${say('cms.translating.count', { count: table.total })}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${head(page, 'title', say('cms.translating.entry'))} ${head(page, 'collection', say('cms.translating.collection'))}
            ${table.languages.map(({ id, name }) => head(page, id, html`<bdi lang="${id}">${name}</bdi>`))}
            ${head(page, 'age', say('cms.translating.age'))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${table.rows.map((one) => row(page, one))}
        </tbody>
      </table>
    </form>
  </div>`;
}

function pager({ visit, query, table: { page, pages } }: TablePage): Markup | '' {
  const { say } = visit;
  if (pages === 1) return '';
  const link = (to: number, key: 'list.previous' | 'list.next', rel: string) =>
    html`<a class="less" rel="${rel}" href="${tableAddress(visit, query, { page: to })}">${say(key)}</a>`;
  return html`<nav class="both tr-pages" aria-label="${say('stories.pages')}">
    ${page > 1 ? link(page - 1, 'list.previous', 'prev') : ''}
    <span>${say('stories.page', { page, pages })}</span>
    ${page < pages ? link(page + 1, 'list.next', 'next') : ''}
  </nav>`;
}

/** Entries × languages: what is there, what is missing, what is out of date, and who is at work on it. */
export const showTranslations =
  (asking: Asking): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say } = visit;
    const query = queryOf(visit);
    const table = await ask<TranslationTable>(asking, visit, 'translationTable', paramsOf(query, visit.lang));
    const page = { visit, query, table };
    const title = say('cms.translating.title');
    return c.html(
      shell({
        visit,
        title,
        main: html`<h1>${title}</h1>
          <p class="lede">${say('cms.translating.lede')}</p>
          ${tableFilter(visit, query)} ${table.total === 0 ? html`<p role="status">${say('cms.translating.nothing')}</p>` : tableMarkup(page)}
          ${pager(page)}`,
      }),
    );
  };
