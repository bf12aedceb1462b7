import { html } from 'hono/html';
import type { ReminderPreview } from '../../reminders/reminders.ts';
import { sendingHour } from '../../reminders/week.ts';
import { listed, type Markup } from '../markup.ts';
import { cityClock, moment } from '../moment.ts';
import type { Visit } from '../visit.ts';

/** What the next weekly mail would be, and what became of the last. */
export function weeklyView(visit: Visit, { monday, owners, guides, facts, unreachable, last }: ReminderPreview): Markup {
  const { say, lang } = visit;
  const what = [
    ...(guides > 0 ? [say('cms.going.weekly.guides', { count: guides })] : []),
    ...(facts > 0 ? [say('cms.going.weekly.facts', { count: facts })] : []),
  ];
  return html`<p>
      ${monday === null ? say('cms.going.weekly.now') : say('cms.going.weekly.next', { when: cityClock(lang, monday, sendingHour) })}
      ${owners > 0 ? say('cms.going.weekly.to', { count: owners, what: listed(lang, what) }) : say('cms.going.weekly.none')}
    </p>
    ${unreachable > 0 ? html`<p class="late">${say('cms.going.weekly.unreachable', { count: unreachable })}</p>` : ''}
    ${last && last.mails > 0 ? html`<p class="soft">${say('cms.going.weekly.last', { count: last.mails })} ${moment(visit, last.at)}</p>` : ''}`;
}
