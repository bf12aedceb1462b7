import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { documentName } from '../document.ts';
import { entryAddress } from '../editor-address.ts';
import type { ReleaseProblem, ReleaseRecord } from '../publishing/publishing.ts';
import type { MainChange } from '../store/store.ts';
import { documentList, most, titleOf } from './going-on/document-link.ts';
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
  'still-right': 'cms.change.stillRight',
  'same-meaning': 'cms.change.sameMeaning',
};

const stateNames: Readonly<Record<ReleaseRecord['state'], StringKey>> = {
  live: 'cms.release.live',
  refused: 'cms.release.refused',
  failed: 'cms.release.failed',
};

/** Names of people by id, for whoever may know them. */
export type Names = ReadonlyMap<string, string>;

/** What was done, by whom, and with which documents: by title, each leading to its page. */
export function changeView({ visit, change, names, graph }: { visit: Visit; change: MainChange; names: Names; graph: Graph | null }): Markup {
  const { say } = visit;
  const { action, by, documents } = change;
  const who = by === 'server' ? say('cms.change.server') : (names.get(by) ?? say('cms.change.gone'));
  return html`${say('cms.change', { what: say(actionNames[action]), who: isolated(who) })}
  ${documentList(
    visit,
    documents.map((name) => ({ name, title: titleOf(graph, name) })),
  )}`;
}

/** Where it is: a file with its line, which leads to its page, else the page of the site. */
function problemView({ to }: Visit, { file, line, path, problem }: ReleaseProblem): Markup {
  const name = file === undefined ? undefined : documentName(file);
  const place = html`<code dir="ltr">${file ? `${file}${line ? `:${line}` : ''}` : path}</code>`;
  return html`<li>${name ? html`<a href="${to(entryAddress(name))}">${place}</a>` : place} <span lang="en" dir="ltr">${problem}</span></li>`;
}

/** What became of what a refused release brought; a text only where it is known. */
function outcomeView(visit: Visit, { state, takenBack }: ReleaseRecord, graph: Graph | null): Markup | '' {
  const { say } = visit;
  if (state === 'failed') return html`<p>${say('cms.going.failed.again')}</p>`;
  if (takenBack === undefined) return '';
  if (takenBack === null) return html`<p>${say('cms.going.failed.stuck')}</p>`;
  if (takenBack.length === 0) return html`<p>${say('cms.going.failed.whole')}</p>`;
  return html`<p>${say('cms.going.failed.drafts', { count: takenBack.length })}</p>
    ${documentList(
      visit,
      takenBack.map((name) => ({ name, title: titleOf(graph, name) })),
    )}`;
}

export interface ReleaseViewInput {
  visit: Visit;
  record: ReleaseRecord;
  names: Names;
  /** What is published, for titles. */
  graph: Graph | null;
}

/** A release, or an attempt at one: what it brought and who did it, or what was wrong with it, with file and line, and what became of it. */
export function releaseView({ visit, record, names, graph }: ReleaseViewInput): Markup {
  const { say } = visit;
  const { state, at, changes, pages, written, problems } = record;
  return html`<p>
      <b class="state ${state}">${say(stateNames[state])}</b> ${moment(visit, at)}
      ${state === 'live' ? html`<span class="soft">${say('cms.release.pages', { count: pages, written })}</span>` : ''}
    </p>
    ${
      changes.length > 0
        ? html`<ul class="changes">
            ${changes.slice(0, most).map((change) => html`<li>${changeView({ visit, change, names, graph })}</li>`)}
            ${changes.length > most ? html`<li>${say('cms.change.more', { count: changes.length - most })}</li>` : ''}
          </ul>`
        : html`<p class="soft">${say('cms.release.nothing')}</p>`
    }
    ${
      problems.length > 0
        ? html`<ul class="problems">
            ${problems.slice(0, most).map((problem) => problemView(visit, problem))}
            ${problems.length > most ? html`<li>${say('cms.release.problems.more', { count: problems.length - most })}</li>` : ''}
          </ul>`
        : ''
    }
    ${state === 'live' ? '' : outcomeView(visit, record, graph)}`;
}
