import { html } from 'hono/html';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';
import { addressWith } from './asked.ts';

/** One page of a list. */
export interface Paged<T> {
  items: readonly T[];
  page: number;
  pages: number;
}

/** A page of a list; the last one where a later one is asked for. */
export function pageOf<T>(all: readonly T[], { page, size }: { page: number; size: number }): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const here = Math.min(page, pages);
  return { items: all.slice((here - 1) * size, here * size), page: here, pages };
}

export function pagingView(visit: Visit, { page, pages }: Omit<Paged<unknown>, 'items'>): Markup | '' {
  const { say } = visit;
  if (pages === 1) return '';
  const link = (to: number, rel: 'prev' | 'next') =>
    html`<a rel="${rel}" href="${addressWith(visit, { page: String(to) })}"
      >${say(rel === 'prev' ? 'cms.review.pages.before' : 'cms.review.pages.after')}</a
    >`;
  return html`<nav class="paging" aria-label="${say('cms.review.pages')}">
    ${page > 1 ? link(page - 1, 'prev') : ''}
    <span>${say('cms.review.pages.which', { page, pages })}</span>
    ${page < pages ? link(page + 1, 'next') : ''}
  </nav>`;
}
