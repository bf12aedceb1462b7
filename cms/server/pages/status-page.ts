import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Auth } from '../auth/auth.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Publishing, ReleaseRecord } from '../publishing/publishing.ts';
import { may } from '../roles.ts';
import { doneNotice } from './done.ts';
import type { Figures } from './figures.ts';
import { isEarlier } from './going-on/go-back-page.ts';
import { lastReleaseView } from './going-on/last-release.ts';
import { diskView, mailsView, mirrorView, versionView } from './going-on/machine-view.ts';
import { queueView } from './going-on/queue-view.ts';
import { weeklyView } from './going-on/weekly-view.ts';
import type { Markup } from './markup.ts';
import { moment } from './moment.ts';
import { releaseView, type Names } from './release-view.ts';
import { shell } from './shell.ts';
import { personOf, type PagesEnv, type Visit } from './visit.ts';

interface StatusInput {
  auth: Pick<Auth, 'people'>;
  content: Pick<MainContent, 'current'>;
  publishing: Pick<Publishing, 'state' | 'records'>;
  figures: Figures;
}

/** How many releases the page lists. */
const shown = 20;
/** Milliseconds for which a failed publication stands at the top; afterwards it is one of the list. */
const fresh = 14 * 86_400_000;

interface ReleasesInput {
  visit: Visit;
  records: readonly ReleaseRecord[];
  names: Names;
  graph: Graph | null;
}

const failures = ({ records, ...input }: ReleasesInput): Markup =>
  html`<ul class="failures">
    ${records.map((record) => html`<li>${releaseView({ ...input, record })}</li>`)}
  </ul>`;

function releases({ visit, records, live, ...input }: ReleasesInput & { live: ReleaseRecord | null }): Markup {
  const { say, to } = visit;
  if (records.length === 0) return html`<p>${say('cms.home.notYet')}</p>`;
  return html`<ol class="releases">
    ${records.map(
      (record) =>
        html`<li>
          <h3>${say('cms.release.number', { number: record.id })}</h3>
          ${releaseView({ ...input, visit, record })}
          ${
            isEarlier(record, live) && may(personOf(visit).role, 'roll-back')
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

/** How things are: what could not be published, what is on the site and what waits, the releases before it, and the machine below. */
export const showStatus =
  ({ auth, content, publishing, figures }: StatusInput): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const [people, { graph }, mirror, disk, mails, weekly] = await Promise.all([
      auth.people(),
      content.current(),
      figures.mirror(),
      figures.disk(),
      figures.mails(),
      figures.reminders(),
    ]);
    const names = new Map(people.map(({ id, name, email }) => [id, name || email]));
    const state = publishing.state();
    const now = new Date();
    const records = publishing.records(shown);
    const failed = records.filter((record) => record.state !== 'live' && now.getTime() - Date.parse(record.at) < fresh);
    const section = (id: string, heading: StringKey, view: Markup) =>
      html`<section aria-labelledby="${id}" class="stack">
        <h2 id="${id}">${say(heading)}</h2>
        ${view}
      </section>`;
    const title = say('cms.nav.status');
    return c.html(
      shell({
        visit,
        title,
        main: html`${doneNotice(visit)}
          <h1>${title}</h1>
          <p class="looked">
            <span>${say('cms.going.asOf')} ${moment(visit, now.toISOString())}</span> <a href="${to('/status')}">${say('cms.going.again')}</a>
          </p>
          <div class="split">
            <div class="stack">
              ${failed.length > 0 ? section('failed', 'cms.going.failed', failures({ visit, names, graph, records: failed })) : ''}
              ${section('queue', 'cms.status.queue', queueView({ visit, state, names, graph }))}
              ${section('last', 'cms.going.last', lastReleaseView(visit, state))}
              ${section(
                'releases',
                'cms.status.releases',
                releases({ visit, names, graph, records: records.filter((record) => !failed.includes(record)), live: state.lastLive }),
              )}
            </div>
            <div class="aside stack">
              ${section('weekly', 'cms.going.weekly', weeklyView(visit, weekly))} ${section('mails', 'cms.status.mails', mailsView(visit, mails))}
              ${section('mirror', 'cms.status.mirror', mirrorView(visit, mirror))} ${section('disk', 'cms.status.disk', diskView(visit, disk))}
              ${section('version', 'cms.going.version', versionView(visit, figures.version()))}
            </div>
          </div>`,
      }),
    );
  };
