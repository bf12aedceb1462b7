import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Auth } from '../auth/auth.ts';
import type { Publishing, ReleaseRecord } from '../publishing/publishing.ts';
import { Refusal } from '../refusal.ts';
import { may } from '../roles.ts';
import { afterwards, doneNotice } from './done.ts';
import type { Figures, MirrorFigures } from './figures.ts';
import { readForm } from './form.ts';
import type { Markup } from './markup.ts';
import { moment, size } from './moment.ts';
import { releaseView, type Names } from './release-view.ts';
import { shell } from './shell.ts';
import { personOf, type PagesEnv, type Visit } from './visit.ts';
import { commandToRun } from './warnings.ts';

type PageHandler = Handler<PagesEnv>;

interface StatusInput {
  auth: Pick<Auth, 'people'>;
  publishing: Pick<Publishing, 'state' | 'records' | 'rollBack'>;
  figures: Figures;
}

/** How many releases the page lists. */
const shown = 20;

/** Whether one can go back to it: it was live, and something has come after. */
const isEarlier = (record: ReleaseRecord, live: ReleaseRecord | null): record is ReleaseRecord & { release: string } =>
  record.release !== null && record.id !== live?.id;

function queue({ say }: Visit, { state }: Pick<Publishing, 'state'>): Markup {
  const { waiting, working, upToDate } = state();
  return html`<p><b>${say(upToDate ? 'cms.status.upToDate' : 'cms.status.behind')}</b></p>
    <p>${say('cms.status.waiting', { count: waiting })} ${working ? say('cms.status.working') : ''}</p>`;
}

function releases(visit: Visit, { publishing, names }: { publishing: StatusInput['publishing']; names: Names }): Markup {
  const { say, to } = visit;
  const { lastLive } = publishing.state();
  const records = publishing.records(shown);
  if (records.length === 0) return html`<p>${say('cms.home.notYet')}</p>`;
  return html`<ol class="releases">
    ${records.map(
      (record) =>
        html`<li>
          <h3>${say('cms.release.number', { number: record.id })}</h3>
          ${releaseView({ visit, record, names })}
          ${
            isEarlier(record, lastLive) && may(personOf(visit).role, 'roll-back')
              ? html`<form action="${to('/status/go-back')}">
                  <input type="hidden" name="release" value="${record.release}" />
                  ${visit.url.searchParams.has('lang') ? html`<input type="hidden" name="lang" value="${visit.lang}" />` : ''}
                  <button class="less">${say('cms.release.goBack', { number: record.id })}</button>
                </form>`
              : ''
          }
        </li>`,
    )}
  </ol>`;
}

function mirrorView(visit: Visit, mirror: MirrorFigures | null): Markup {
  const { say } = visit;
  if (!mirror) return html`<p>${say('cms.status.mirror.none')}</p>`;
  if (mirror.state === 'refused') return html`<p>${say('cms.warn.mirror', { count: mirror.waiting })} ${commandToRun(visit, mirror.command)}</p>`;
  return html`<p>${mirror.state === 'current' ? say('cms.status.mirror.current') : say('cms.status.mirror.behind', { count: mirror.waiting })}</p>`;
}

/** How the server is: publishing, releases with who and what, the copy elsewhere, disk, mails. */
export const showStatus =
  ({ auth, publishing, figures }: StatusInput): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, lang } = visit;
    const [people, mirror, disk, mails] = await Promise.all([auth.people(), figures.mirror(), figures.disk(), figures.mailsWaiting()]);
    const names = new Map(people.map(({ id, name, email }) => [id, name || email]));
    const title = say('cms.nav.status');
    return c.html(
      shell({
        visit,
        title,
        main: html`${doneNotice(visit)}
          <h1>${title}</h1>
          <div class="split">
            <section aria-labelledby="releases" class="stack">
              <h2 id="releases">${say('cms.status.releases')}</h2>
              ${releases(visit, { publishing, names })}
            </section>
            <div class="aside stack">
              <section aria-labelledby="queue" class="stack">
                <h2 id="queue">${say('cms.status.queue')}</h2>
                ${queue(visit, publishing)}
              </section>
              <section aria-labelledby="mirror" class="stack">
                <h2 id="mirror">${say('cms.status.mirror')}</h2>
                ${mirrorView(visit, mirror)}
              </section>
              <section aria-labelledby="disk" class="stack">
                <h2 id="disk">${say('cms.status.disk')}</h2>
                <p>${say('cms.status.disk.what', { used: size(lang, disk.used), free: size(lang, disk.free), total: size(lang, disk.total) })}</p>
              </section>
              <section aria-labelledby="mails" class="stack">
                <h2 id="mails">${say('cms.status.mails')}</h2>
                <p>${mails > 0 ? say('cms.warn.mails', { count: mails }) : say('cms.status.mails.none')}</p>
              </section>
            </div>
          </div>`,
      }),
    );
  };

/** The release in question, among those one can go back to. Refuses with 404 where it is none of them. */
function earlierRelease(publishing: StatusInput['publishing'], release: string): ReleaseRecord {
  const { lastLive } = publishing.state();
  const record = publishing.records().find((one) => one.release === release && isEarlier(one, lastLive));
  if (!record) throw new Refusal(404, 'cms.refused.missing');
  return record;
}

/** Asks once more before the whole site goes back. */
export const askToGoBack =
  ({ publishing }: Pick<StatusInput, 'publishing'>): PageHandler =>
  (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const { id, at, release } = earlierRelease(publishing, c.req.query('release') ?? '');
    const title = say('cms.goBack.title', { number: id });
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack">
          <h1>${title}</h1>
          <p class="lede">${say('cms.goBack.what')} ${moment(visit, at)}.</p>
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
  ({ publishing }: Pick<StatusInput, 'publishing'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { release } = earlierRelease(publishing, (await readForm(c)).text('release'));
    await publishing.rollBack({ release: release!, by: personOf(visit).id });
    return c.redirect(afterwards(visit, '/status', 'gone-back'), 303);
  };
