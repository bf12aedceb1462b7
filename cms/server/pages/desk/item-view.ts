import { html } from 'hono/html';
import { entryAddress } from '../../editor-address.ts';
import type { DeskItem } from '../../review/desk-items.ts';
import { titleMarkup, whatItIs } from '../entry/entry-words.ts';
import type { Markup } from '../markup.ts';
import { moment } from '../moment.ts';
import type { Visit } from '../visit.ts';
import { ago } from './ago.ts';

/** A draft on the desk: what it is, whose, how old, what was said about it, and what waits for whoever looks. */
export function itemView(visit: Visit, item: DeskItem, { level, status }: { level: 'h2' | 'h3'; status: boolean }): Markup {
  const { say, to } = visit;
  const { name, kind, title, waiting, openNotes, refused, isOwn, owner, updated } = item;
  const link = html`<a href="${to(entryAddress(name))}">${titleMarkup(visit, name, title)}</a>`;
  const facts = [
    html`${isOwn ? say('cms.review.own') : html`<bdi>${owner ?? say('cms.review.somebody')}</bdi>`}`,
    html`${ago(visit, updated)}<span class="vh"> (${moment(visit, updated)})</span>`,
    ...(openNotes > 0 ? [html`${say('cms.review.notes.open', { count: openNotes })}`] : []),
  ];
  return html`<li class="${waiting ? 'waits' : ''}">
    ${level === 'h2' ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
    <p class="soft">${whatItIs(visit, name, kind)}</p>
    <p class="facts">${facts.map((fact, at) => html`${at > 0 ? ' · ' : ''}${fact}`)}</p>
    ${
      status || waiting
        ? html`<p class="marks">
            ${status ? html`<span class="state">${say(`cms.review.status.${item.status}`)}</span>` : ''}
            ${waiting ? html`<b class="to-do">${say(`cms.review.waiting.${waiting}`)}</b>` : ''}
          </p>`
        : ''
    }
    ${
      refused.length > 0
        ? html`<details class="refusal">
            <summary>${say('cms.review.refused', { count: refused.length })}</summary>
            <ul class="problems">
              ${refused.map((reason) => html`<li lang="en" dir="ltr">${reason}</li>`)}
            </ul>
          </details>`
        : ''
    }
  </li>`;
}
