import { html } from 'hono/html';
import type { EntryReview } from '../../review/entry-review.ts';
import { statuses } from '../../store/store.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

const stops = [...statuses, 'live'] as const;

/** How far a text is on its way to the readers, as a line with its stops, which ends at the door. */
export function wayOfEntry({ say }: Visit, { draft, isLive }: EntryReview): Markup {
  const here = draft ? stops.indexOf(draft.status) : isLive ? stops.length - 1 : -1;
  return html`<ol class="way long" aria-label="${say('cms.review.way')}">
    ${stops.map(
      (stop, at) =>
        html`<li class="${at < here ? 'past' : at > here ? 'ahead' : 'here'}" ${at === here ? html` aria-current="step"` : ''}>
          ${say(`cms.review.status.${stop}`)}
        </li>`,
    )}
  </ol>`;
}
