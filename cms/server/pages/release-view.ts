import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { documentKey } from '../document.ts';
import type { ReleaseProblem, ReleaseRecord } from '../publishing/publishing.ts';
import type { MainChange } from '../store/store.ts';
import { isolated, type Markup } from './markup.ts';
import { moment } from './moment.ts';
import type { Visit } from './visit.ts';

const actionNames: Readonly<Record<MainChange['action'], StringKey>> = {
  publish: 'cms.change.publish',
  unpublish: 'cms.change.unpublish',
  'put-back': 'cms.change.putBack',
  'roll-back': 'cms.change.rollBack',
  import: 'cms.change.import',
  media: 'cms.change.media',
};

const stateNames: Readonly<Record<ReleaseRecord['state'], StringKey>> = {
  live: 'cms.release.live',
  refused: 'cms.release.refused',
  failed: 'cms.release.failed',
};

/** Names of people by id, for whoever may know them. */
export type Names = ReadonlyMap<string, string>;

/** More of a kind than this are counted instead of named. */
const most = 12;

function change({ say }: Visit, { action, by, documents }: MainChange, names: Names): Markup {
  const who = by === 'server' ? say('cms.change.server') : (names.get(by) ?? say('cms.change.gone'));
  return html`<li>
    ${say('cms.change', { what: say(actionNames[action]), who: isolated(who) })}
    ${documents.slice(0, most).map((name) => html`<code dir="ltr">${documentKey(name)}</code> `)}
    ${documents.length > most ? say('cms.change.more', { count: documents.length - most }) : ''}
  </li>`;
}

/** Where it is: a file with its line, else the page. */
const problem = ({ file, line, path, problem }: ReleaseProblem): Markup =>
  html`<li><code dir="ltr">${file ? `${file}${line ? `:${line}` : ''}` : path}</code> <span lang="en" dir="ltr">${problem}</span></li>`;

/** A release, or an attempt at one: what it brought and who did it, or what was wrong with it, with file and line. */
export function releaseView({ visit, record, names }: { visit: Visit; record: ReleaseRecord; names: Names }): Markup {
  const { say } = visit;
  const { state, at, changes, pages, written, problems } = record;
  return html`<p>
      <b class="state ${state}">${say(stateNames[state])}</b> ${moment(visit, at)}
      ${state === 'live' ? html`<span class="soft">${say('cms.release.pages', { count: pages, written })}</span>` : ''}
    </p>
    ${
      changes.length > 0
        ? html`<ul class="changes">
            ${changes.slice(0, most).map((one) => change(visit, one, names))}
            ${changes.length > most ? html`<li>${say('cms.change.more', { count: changes.length - most })}</li>` : ''}
          </ul>`
        : html`<p class="soft">${say('cms.release.nothing')}</p>`
    }
    ${
      problems.length > 0
        ? html`<ul class="problems">
            ${problems.slice(0, most).map(problem)}
            ${problems.length > most ? html`<li>${say('cms.release.problems.more', { count: problems.length - most })}</li>` : ''}
          </ul>`
        : ''
    }`;
}
