import type { Handler } from 'hono';
import { html } from 'hono/html';
import { collections } from '../../../../src/content-model/collections.ts';
import type { Api } from '../../protocol/create-api.ts';
import { entryAddress } from '../../editor-address.ts';
import type { PublishedItem } from '../../review/published-list.ts';
import { titleMarkup, whatItIs } from '../entry/entry-words.ts';
import { reviewApi } from '../entry/review-api.ts';
import type { Markup } from '../markup.ts';
import { shell } from '../shell.ts';
import type { PagesEnv, Visit } from '../visit.ts';
import { askedOf } from './asked.ts';
import { collectionField, filters, languageField } from './filters.ts';
import { pageOf, pagingView } from './paging.ts';

const onPage = 30;

/** What can be asked of a published entry. */
const states = {
  review: ({ draft }: PublishedItem) => draft === 'pending_review',
  outdated: ({ state }: PublishedItem) => state === 'outdated',
  due: ({ isDue }: PublishedItem) => isDue,
};
type State = keyof typeof states;
const stateNames = Object.keys(states) as readonly State[];

/** Titles are found whatever their capitals and accents. */
const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Everything that is published, to be found by its title and opened. */
export const showEntries =
  ({ answer }: { answer: Api['answer'] }): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say, to, url } = visit;
    const asked = askedOf(visit);
    const state = stateNames.find((name) => name === url.searchParams.get('state'));
    const words = plain(asked.query).split(/\s+/).filter(Boolean);
    const all = await reviewApi(answer, visit).published();
    const found = all.filter(
      (item) =>
        (!asked.collection || item.name.collection === asked.collection) &&
        (!asked.in || item.name.lang === asked.in) &&
        (!state || states[state](item)) &&
        words.every((word) => plain(item.title.text).includes(word)),
    );
    const paged = pageOf(found, { page: asked.page, size: onPage });
    const title = say('cms.review.entries');
    return c.html(
      shell({
        visit,
        title,
        main: html`<p><a href="${to('/desk')}">${say('cms.review.nav.desk')}</a></p>
          <h1>${title}</h1>
          ${filters(visit, {
            query: asked.query,
            fields: [
              collectionField(visit, collections, asked.collection),
              languageField(visit, asked.in),
              {
                name: 'state',
                label: 'cms.review.filter.status',
                choices: stateNames.map((value) => ({ value, label: say(`cms.review.entries.${value}`) })),
                chosen: state,
              },
            ],
            kept: {},
          })}
          <p role="status">${say('cms.review.entries.found', { count: found.length })}</p>
          <ul class="pieces rows">
            ${paged.items.map((item) => entryItem(visit, item))}
          </ul>
          ${pagingView(visit, paged)}`,
      }),
    );
  };

function entryItem(visit: Visit, { name, title, state, isDue, draft }: PublishedItem): Markup {
  const { say, to } = visit;
  const marks = [
    ...(state === 'outdated' || state === 'summary' ? [say(`cms.review.lang.${state}`)] : []),
    ...(isDue ? [say('cms.review.entries.due')] : []),
    ...(draft ? [say(draft === 'draft' ? 'cms.review.entries.draft' : `cms.review.status.${draft}`)] : []),
  ];
  return html`<li>
    <h2><a href="${to(entryAddress(name))}">${titleMarkup(visit, name, title)}</a></h2>
    <p class="soft">${whatItIs(visit, name, state === 'original' ? 'original' : 'translation')}</p>
    ${marks.length > 0 ? html`<p class="marks">${marks.map((mark) => html`<span class="state">${mark}</span> `)}</p>` : ''}
  </li>`;
}
