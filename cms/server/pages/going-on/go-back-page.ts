import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import type { Publishing, ReleaseRecord, RollBackChanges } from '../../publishing/publishing.ts';
import { Refusal } from '../../refusal.ts';
import { afterwards } from '../done.ts';
import { readForm } from '../form.ts';
import type { Markup } from '../markup.ts';
import { moment } from '../moment.ts';
import { shell } from '../shell.ts';
import { personOf, type PagesEnv, type Visit } from '../visit.ts';
import { documentList } from './document-link.ts';

type PageHandler = Handler<PagesEnv>;
interface GoBackInput {
  publishing: Pick<Publishing, 'state' | 'records' | 'rollBack' | 'rollBackChanges'>;
}

/** Whether one can go back to it: it was live, and something has come after. */
export const isEarlier = (record: ReleaseRecord, live: ReleaseRecord | null): record is ReleaseRecord & { release: string } =>
  record.release !== null && record.id !== live?.id;

/** The release in question, among those one can go back to. Refuses with 404 where it is none of them. */
function earlierRelease({ publishing }: GoBackInput, release: string): ReleaseRecord & { release: string } {
  const { lastLive } = publishing.state();
  const record = publishing.records().find((one) => one.release === release && isEarlier(one, lastLive));
  if (!record || !isEarlier(record, lastLive)) throw new Refusal(404, 'cms.refused.missing');
  return record;
}

const headings: readonly (readonly [keyof RollBackChanges, StringKey])[] = [
  ['gone', 'cms.going.back.gone'],
  ['back', 'cms.going.back.back'],
  ['earlier', 'cms.going.back.earlier'],
  ['kept', 'cms.going.back.kept'],
];

/** More of a kind than this are counted: who goes back looks at each of them. */
const shown = 40;

function changesView(visit: Visit, changes: RollBackChanges): Markup {
  const { say } = visit;
  return html`${headings
    .filter(([kind]) => changes[kind].length > 0)
    .map(
      ([kind, key]) =>
        html`<section aria-labelledby="${kind}" class="stack">
          <h2 id="${kind}">${say(key, { count: changes[kind].length })}</h2>
          ${documentList(visit, changes[kind], shown)}
        </section>`,
    )}`;
}

/** Says what would change, and asks once more before the whole site goes back. */
export const askToGoBack =
  (input: GoBackInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const { id, at, release } = earlierRelease(input, c.req.query('release') ?? '');
    const changes = await input.publishing.rollBackChanges(release);
    const isNothing = changes.back.length + changes.gone.length + changes.earlier.length === 0;
    const title = say('cms.goBack.title', { number: id });
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack going-back">
          <h1>${title}</h1>
          <p class="lede">${say('cms.goBack.what')} ${moment(visit, at)}.</p>
          ${isNothing ? html`<p>${say('cms.going.back.nothing')}</p>` : ''} ${changesView(visit, changes)}
          <p>${say('cms.goBack.but')}</p>
          <form method="post" action="${to('/status/go-back')}" class="both">
            <input type="hidden" name="release" value="${release}" />
            <button class="danger">${say('cms.goBack.button')}</button>
            <a href="${to('/status')}">${say('cms.form.cancel')}</a>
          </form>
        </div>`,
      }),
    );
  };

export const goBack =
  (input: GoBackInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { release } = earlierRelease(input, (await readForm(c)).text('release'));
    await input.publishing.rollBack({ release, by: personOf(visit).id });
    return c.redirect(afterwards(visit, '/status', 'gone-back'), 303);
  };
