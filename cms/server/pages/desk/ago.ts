import { html } from 'hono/html';
import { withDigits } from '../../../../src/views/site.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

const steps = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
  ['week', 604_800],
  ['month', 2_629_800],
  ['year', 31_557_600],
] as const;
const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago a moment was (ISO 8601), as a language says it: "3 days ago". */
export function ago({ lang }: Pick<Visit, 'lang'>, at: string, now = Date.now()): Markup {
  let format = formats.get(lang);
  if (!format) formats.set(lang, (format = new Intl.RelativeTimeFormat(withDigits(lang), { numeric: 'auto' })));
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  const [unit, length] = steps.findLast(([, of]) => seconds >= of) ?? steps[0];
  return html`<time datetime="${at}">${format.format(-Math.floor(seconds / length), unit)}</time>`;
}
