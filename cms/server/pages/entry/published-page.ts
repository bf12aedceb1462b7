import { setTimeout as wait } from 'node:timers/promises';
import type { Handler } from 'hono';
import { html } from 'hono/html';
import { documentKey } from '../../document.ts';
import { entryAddress } from '../../editor-address.ts';
import type { Publishing } from '../../publishing/publishing.ts';
import { liveAddress } from '../../review/live-address.ts';
import { isolated } from '../markup.ts';
import { shell } from '../shell.ts';
import type { PagesEnv } from '../visit.ts';
import { nameAt, type EntryPagesInput } from './entry-actions.ts';
import { titleText } from './entry-words.ts';
import { reviewApi } from './review-api.ts';

/** How long the answer waits for the site, in milliseconds: a release mostly takes less, and then one page says everything. */
const patience = 3000;
const lookEvery = 100;

/** Waits until the site shows what is published, or for as long as a reader is patient. */
async function isUpToDate({ state }: Pick<Publishing, 'state'>): Promise<boolean> {
  for (const until = performance.now() + patience; performance.now() < until; await wait(lookEvery)) if (state().upToDate) return true;
  return state().upToDate;
}

/** After publishing: on its way, or live with its address, or taken back because the site could not be made with it. */
export const showPublished =
  ({ answer, siteOrigin, publishing }: EntryPagesInput & { publishing: Pick<Publishing, 'state'> }): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const name = nameAt(c);
    const upToDate = await isUpToDate(publishing);
    const review = await reviewApi(answer, visit).review(name);
    const { published, draft, isLive } = review;
    const address = siteOrigin + encodeURI(liveAddress(name) ?? '/');
    const title = say('cms.review.published.title', { title: isolated(titleText(visit, name, review.title)) });
    const wentWrong = !published || (draft?.refused.length ?? 0) > 0;
    const text = wentWrong
      ? html`<p class="lede">${say('cms.review.published.gone')}</p>
          <p><a href="${to(entryAddress(name))}">${say('cms.review.back')}</a></p>`
      : !upToDate
        ? html`<p class="lede">${say('cms.review.published.way')}</p>
            <form action="${to(`/entries/${documentKey(name)}/published`)}"><button class="do">${say('cms.review.published.again')}</button></form>`
        : html`<p class="lede">${say(isLive ? 'cms.review.published.live' : 'cms.review.live.later')}</p>
            ${
              isLive
                ? html`<p><a href="${address}" dir="ltr" class="address">${address}</a></p>
                    <p class="soft">${say('cms.review.published.share')}</p>`
                : ''
            }`;
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack">
          <h1 class="entry-title">${title}</h1>
          <div role="status">${text}</div>
          <ul class="doing">
            <li><a href="${to(entryAddress(name))}">${say('cms.review.back')}</a></li>
            <li><a href="${to('/desk')}">${say('cms.review.published.next')}</a></li>
          </ul>
        </div>`,
      }),
    );
  };
