import { html } from 'hono/html';
import { withDigits } from '../../../src/views/site.ts';
import type { Markup } from './markup.ts';
import type { Visit } from './visit.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
function formatFor(lang: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(withDigits(lang), { dateStyle: 'medium', timeStyle: 'short', timeZone })));
  return format;
}

/** A moment (ISO 8601) by the clocks of the city. */
export const moment = ({ lang, face }: Visit, at: string): Markup =>
  html`<time datetime="${at}">${formatFor(lang, face.timeZone).format(new Date(at))}</time>`;

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes as a language writes it: "1.4 GB". */
export function size(lang: string, bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(withDigits(lang), { style: 'unit', unit: units[step]!, maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}

/** A duration in milliseconds as a language writes seconds: "1.4 s". */
export function duration(lang: string, milliseconds: number): string {
  const options = { style: 'unit', unit: 'second', unitDisplay: 'narrow', maximumFractionDigits: milliseconds < 10_000 ? 1 : 0 } as const;
  return new Intl.NumberFormat(withDigits(lang), options).format(milliseconds / 1000);
}

/** A day with an hour, by the clocks of the city: "Monday 23 November 2026, 07:00". */
export const cityClock = (lang: string, day: string, hour: number): string =>
  new Intl.DateTimeFormat(withDigits(lang), { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(Date.parse(day) + hour * 3_600_000);
