import { html } from 'hono/html';
import type { PublishingState } from '../../publishing/publishing.ts';
import type { Markup } from '../markup.ts';
import { duration, moment } from '../moment.ts';
import type { Visit } from '../visit.ts';

/** What is on the site: which release, how much it wrote, how long it took, whether search knows it. */
export function lastReleaseView(visit: Visit, { lastLive, searchUpToDate }: PublishingState): Markup {
  const { say, lang } = visit;
  if (!lastLive) return html`<p>${say('cms.home.notYet')}</p>`;
  const { id, at, pages, written, milliseconds, searchMilliseconds } = lastLive;
  const search = !searchUpToDate
    ? say('cms.going.search.behind')
    : searchMilliseconds === null
      ? say('cms.going.search.current')
      : say('cms.going.search.after', { time: duration(lang, searchMilliseconds) });
  return html`<p><b>${say('cms.release.number', { number: id })}</b> ${say('cms.release.live')} ${moment(visit, at)}</p>
    <p>${say('cms.release.pages', { count: pages, written })} ${say('cms.going.took', { time: duration(lang, milliseconds) })}</p>
    <p class="${searchUpToDate ? '' : 'late'}">${search}</p>`;
}
