import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Api } from '../../protocol/create-api.ts';
import type { DeskItem } from '../../review/desk-items.ts';
import { statuses, type Status } from '../../store/store.ts';
import { doneNotice } from '../done.ts';
import { reviewApi } from '../entry/review-api.ts';
import type { Markup } from '../markup.ts';
import { shell } from '../shell.ts';
import type { PagesEnv, Visit } from '../visit.ts';
import { addressWith, askedOf, deskCollections, shows, type Asked, type Show } from './asked.ts';
import { beginNew } from './begin-new.ts';
import { collectionField, filters, languageField } from './filters.ts';
import { itemView } from './item-view.ts';
import { pageOf, pagingView } from './paging.ts';

/** Drafts in a column of the board; the list has the others. */
const inColumn = 12;
const onPage = 30;

const fits: Readonly<Record<Show, (item: DeskItem) => boolean>> = {
  all: () => true,
  mine: ({ isOwn }) => isOwn,
  waiting: ({ waiting }) => waiting !== undefined,
};

/** What people work on: as a board by where it stands, or as a list. */
export const showDesk =
  ({ answer }: { answer: Api['answer'] }): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const api = reviewApi(answer, visit);
    const [all, writable] = await Promise.all([api.desk(), api.writable()]);
    const asked = askedOf(visit);
    const narrowed = all.filter(({ name }) => (!asked.collection || name.collection === asked.collection) && (!asked.in || name.lang === asked.in));
    const shown = narrowed.filter(fits[asked.show]);
    const title = say('cms.review.nav.desk');
    return c.html(
      shell({
        visit,
        title,
        main: html`${doneNotice(visit)}
          <div class="desk-head">
            <h1>${title}</h1>
            <p><a href="${to('/desk/entries')}">${say('cms.review.entries')}</a></p>
            ${beginNew(visit, writable)}
          </div>
          ${choices(visit, { asked, narrowed })}
          ${filters(visit, {
            fields: [collectionField(visit, deskCollections, asked.collection), languageField(visit, asked.in)],
            kept: { show: asked.show === 'all' ? undefined : asked.show, view: asked.view === 'list' ? 'list' : undefined, status: asked.status },
          })}
          ${asked.view === 'list' ? list(visit, { asked, shown }) : board(visit, shown)}`,
      }),
    );
  };

/** Which drafts are shown, and how. */
function choices(visit: Visit, { asked, narrowed }: { asked: Asked; narrowed: readonly DeskItem[] }): Markup {
  const { say } = visit;
  const link = (address: string, label: string, current: boolean) =>
    html`<li><a href="${address}" ${current ? html` aria-current="true"` : ''}>${label}</a></li>`;
  return html`<div class="choices">
    <nav aria-label="${say('cms.review.show')}">
      <ul>
        ${shows.map((show) =>
          link(
            addressWith(visit, { show: show === 'all' ? '' : show }),
            say(`cms.review.show.${show}`, { count: narrowed.filter(fits[show]).length }),
            show === asked.show,
          ),
        )}
      </ul>
    </nav>
    <nav aria-label="${say('cms.review.view')}">
      <ul>
        ${link(addressWith(visit, { view: '', status: '' }), say('cms.review.view.board'), asked.view === 'board')}
        ${link(addressWith(visit, { view: 'list' }), say('cms.review.view.list'), asked.view === 'list')}
      </ul>
    </nav>
  </div>`;
}

function list(visit: Visit, { asked, shown }: { asked: Asked; shown: readonly DeskItem[] }): Markup {
  const items = asked.status ? shown.filter(({ status }) => status === asked.status) : shown;
  const paged = pageOf(items, { page: asked.page, size: onPage });
  if (items.length === 0) return html`<p class="empty">${visit.say('cms.review.none')}</p>`;
  return html`<ul class="pieces rows">
      ${paged.items.map((item) => itemView(visit, item, { level: 'h2', status: true }))}
    </ul>
    ${pagingView(visit, paged)}`;
}

const board = (visit: Visit, shown: readonly DeskItem[]): Markup =>
  html`<div class="board">${statuses.map((status) => column(visit, { status, items: shown.filter((item) => item.status === status) }))}</div>`;

function column(visit: Visit, { status, items }: { status: Status; items: readonly DeskItem[] }): Markup {
  const { say } = visit;
  const more = items.length - inColumn;
  return html`<section aria-labelledby="${status}" class="column">
    <h2 id="${status}">${say(`cms.review.status.${status}`)} <span class="soft">${items.length}</span></h2>
    ${
      items.length === 0
        ? html`<p class="soft empty">${say('cms.review.column.none')}</p>`
        : html`<ul class="pieces">
            ${items.slice(0, inColumn).map((item) => itemView(visit, item, { level: 'h3', status: false }))}
          </ul>`
    }
    ${more > 0 ? html`<p><a href="${addressWith(visit, { view: 'list', status })}">${say('cms.review.column.more', { count: more })}</a></p>` : ''}
  </section>`;
}
