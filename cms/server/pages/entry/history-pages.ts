import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import type { DocumentName } from '../../document.ts';
import { entryAddress } from '../../editor-address.ts';
import { Refusal } from '../../refusal.ts';
import { describeChange, isChange } from '../../review/describe-change.ts';
import type { EntryReview } from '../../review/entry-review.ts';
import { isolated } from '../markup.ts';
import { moment } from '../moment.ts';
import { shell } from '../shell.ts';
import type { PagesEnv } from '../visit.ts';
import { differenceView } from './difference-view.ts';
import { nameAt, type EntryPagesInput } from './entry-actions.ts';
import { changeWords, titleText } from './entry-words.ts';
import { reviewApi, type ReviewApi } from './review-api.ts';

type PageHandler = Handler<PagesEnv>;

/** What the history of the site calls what was done. */
const actionNames: Readonly<Record<string, StringKey>> = {
  publish: 'cms.change.publish',
  unpublish: 'cms.change.unpublish',
  'put-back': 'cms.change.putBack',
  'roll-back': 'cms.change.rollBack',
  import: 'cms.change.import',
  'still-right': 'cms.change.stillRight',
  'same-meaning': 'cms.change.sameMeaning',
};

/** Where the document stands; nowhere where it was taken off the site and its draft deleted, which leaves its history. */
const reviewOf = (api: ReviewApi, name: DocumentName): Promise<EntryReview | undefined> =>
  api.review(name).catch((problem: unknown) => {
    if (problem instanceof Refusal && problem.status === 404) return undefined;
    throw problem;
  });

/** The versions of an entry on the site: who published what when. */
export const showHistory =
  ({ answer }: EntryPagesInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const api = reviewApi(answer, visit);
    const name = nameAt(c);
    const [versions, review] = await Promise.all([api.history(name), reviewOf(api, name)]);
    if (!review && versions.length === 0) throw new Refusal(404, 'cms.refused.missing');
    const at = entryAddress(name);
    const title = titleText(visit, name, review?.title);
    return c.html(
      shell({
        visit,
        title: `${say('cms.review.do.history')}: ${title}`,
        main: html`<div class="narrow stack">
          ${review ? html`<p><a href="${to(at)}">${say('cms.review.back')}</a></p>` : ''}
          <h1 class="entry-title">${say('cms.review.do.history')}: <bdi>${title}</bdi></h1>
          <p class="lede">${say('cms.review.history.what')}</p>
          ${
            versions.length === 0
              ? html`<p>${say('cms.review.history.none')}</p>`
              : html`<ol class="versions">
                  ${versions.map(
                    ({ revision, by, byServer, at: when, action }, index) =>
                      html`<li>
                        <p>
                          <b>${moment(visit, when)}</b>
                          ${index === 0 && revision !== null && revision === review?.published?.revision ? html`<span class="state">${say('cms.review.history.now')}</span>` : ''}
                        </p>
                        <p>
                          ${say('cms.change', {
                            what: say(Object.hasOwn(actionNames, action) ? actionNames[action]! : 'cms.review.change.other'),
                            who: isolated(by ?? say(byServer ? 'cms.change.server' : 'cms.change.gone')),
                          })}
                        </p>
                        ${
                          revision === null
                            ? ''
                            : html`<p>
                                <a href="${to(`${at}/history/${revision}`)}"
                                  >${say('cms.review.history.see')}<span class="vh"> (${moment(visit, when)})</span></a
                                >
                              </p>`
                        }
                      </li>`,
                  )}
                </ol>`
          }
        </div>`,
      }),
    );
  };

/** An earlier version: what is different now, and the way back to it. */
export const showVersion =
  ({ answer, content }: EntryPagesInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const api = reviewApi(answer, visit);
    const name = nameAt(c);
    const revision = c.req.param('revision') ?? '';
    const [before, review, { graph }] = await Promise.all([api.version(name, revision), reviewOf(api, name), content.current()]);
    const after = review?.draft?.text ?? review?.published?.text ?? before;
    const change = describeChange({ name, before, after, words: changeWords(visit, graph) });
    const title = say('cms.review.history.version', { title: isolated(titleText(visit, name, review?.title)) });
    const at = entryAddress(name);
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack">
          <p><a href="${to(`${at}/history`)}">${say('cms.review.do.history')}</a></p>
          <h1 class="entry-title">${title}</h1>
          ${
            !review || review.may.write
              ? html`<form method="post" action="${to(`${at}/history/${revision}/restore`)}">
                    <button class="less">${say('cms.review.history.restore')}</button>
                  </form>
                  <p class="hint">${say(review?.draft ? 'cms.review.history.restore.draft' : 'cms.review.history.restore.what')}</p>`
              : ''
          }
          <h2>${say('cms.review.history.compared')}</h2>
          ${isChange(change) ? differenceView({ visit, name, change, whole: false }) : html`<p>${say('cms.review.history.same')}</p>`}
        </div>`,
      }),
    );
  };
