import type { Handler } from 'hono';
import { html } from 'hono/html';
import { entryAddress } from '../../editor-address.ts';
import { Refusal } from '../../refusal.ts';
import { isolated, type Markup } from '../markup.ts';
import { shell } from '../shell.ts';
import type { PagesEnv, Visit } from '../visit.ts';
import type { DocumentName } from '../../document.ts';
import { nameAt, type EntryPagesInput } from './entry-actions.ts';
import { titleMarkup, titleText, languageMarkup } from './entry-words.ts';
import { findingsList } from './findings-view.ts';
import { reviewApi } from './review-api.ts';

type PageHandler = Handler<PagesEnv>;

interface AskingPage {
  name: DocumentName;
  title: string;
  /** Where the form leads, from the entry's page. */
  does: 'discard' | 'unpublish';
  button: string;
  text: Markup;
  /** The revision that whoever decides has seen. */
  seen?: string;
  /** Whether it can be done at all. */
  possible: boolean;
}

/** A page that asks once more before something goes. */
function askingPage(visit: Visit, { name, title, does, button, text, seen, possible }: AskingPage): Markup {
  const { say, to } = visit;
  const back = to(entryAddress(name));
  return shell({
    visit,
    title,
    main: html`<div class="narrow stack">
      <h1 class="entry-title">${title}</h1>
      ${text}
      ${
        possible
          ? html`<form method="post" action="${to(`${entryAddress(name)}/${does}`)}" class="both">
              ${seen ? html`<input type="hidden" name="revision" value="${seen}" />` : ''}
              <button class="danger">${button}</button>
              <a href="${back}">${say('cms.form.cancel')}</a>
            </form>`
          : html`<p><a href="${back}">${say('cms.review.back')}</a></p>`
      }
    </div>`,
  });
}

export const askToDiscard =
  ({ answer }: EntryPagesInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say } = visit;
    const review = await reviewApi(answer, visit).review(nameAt(c));
    if (!review.draft) throw new Refusal(404, 'cms.refused.missing');
    if (!review.may.discard) throw new Refusal(403, 'cms.refused.role');
    const text = html`<p class="lede">${say('cms.review.discard.what')}</p>
      ${review.published ? html`<p>${say('cms.review.discard.live')}</p>` : ''}`;
    const title = say('cms.review.discard.title', { title: isolated(titleText(visit, review.name, review.title)) });
    const seen = review.draft.revision;
    const button = say('cms.review.discard.button');
    return c.html(askingPage(visit, { name: review.name, title, does: 'discard', button, text, seen, possible: true }));
  };

export const askToUnpublish =
  ({ answer, content }: EntryPagesInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const api = reviewApi(answer, visit);
    const name = nameAt(c);
    const [plan, review, { graph }] = await Promise.all([api.planUnpublish(name), api.review(name), content.current()]);
    const others = plan.names.slice(1);
    const { linkedFrom, findings } = plan;
    const text = html`<p class="lede">${say('cms.review.unpublish.what')}</p>
      ${
        others.length > 0
          ? html`<h2>${say('cms.review.unpublish.with', { count: others.length })}</h2>
              <ul class="plain">
                ${others.map((other) => html`<li><a href="${to(entryAddress(other))}">${languageMarkup(visit, other.lang)}</a></li>`)}
              </ul>`
          : ''
      }
      ${
        linkedFrom.length > 0
          ? html`<h2>${say('cms.review.unpublish.links', { count: linkedFrom.length })}</h2>
              <ul class="plain">
                ${linkedFrom.map((from) => html`<li><a href="${to(entryAddress(from.name))}">${titleMarkup(visit, from.name, from.title)}</a></li>`)}
              </ul>`
          : ''
      }
      ${
        findings.length > 0
          ? html`<h2>${say('cms.review.unpublish.cannot', { count: findings.length })}</h2>
              ${findingsList(visit, { findings, of: name, graph })}`
          : ''
      }`;
    const title = say('cms.review.unpublish.title', { title: isolated(titleText(visit, name, review.title)) });
    const button = say('cms.review.unpublish.button');
    return c.html(askingPage(visit, { name, title, does: 'unpublish', button, text, possible: findings.length === 0 }));
  };
