import { html } from 'hono/html';
import type { Graph } from '../../../../src/graph/graph.ts';
import type { PublishingState } from '../../publishing/publishing.ts';
import type { Markup } from '../markup.ts';
import { moment } from '../moment.ts';
import { changeView, type Names } from '../release-view.ts';
import type { Visit } from '../visit.ts';
import { most } from './document-link.ts';

/** What readers do not see yet: who published what, and since when it waits. */
export function queueView({ visit, state, names, graph }: { visit: Visit; state: PublishingState; names: Names; graph: Graph | null }): Markup {
  const { say } = visit;
  const { waiting, working, upToDate, queue } = state;
  return html`<p><b>${say(upToDate ? 'cms.status.upToDate' : 'cms.status.behind')}</b></p>
    ${waiting > 0 || working ? html`<p>${say('cms.status.waiting', { count: waiting })} ${working ? say('cms.status.working') : ''}</p>` : ''}
    ${
      queue.length > 0
        ? html`<ul class="changes">
            ${queue
              .slice(0, most)
              .map(
                (change) =>
                  html`<li>
                    ${changeView({ visit, change, names, graph })} <span class="soft">${say('cms.going.since')} ${moment(visit, change.since)}</span>
                  </li>`,
              )}
            ${queue.length > most ? html`<li>${say('cms.change.more', { count: queue.length - most })}</li>` : ''}
          </ul>`
        : ''
    }`;
}
