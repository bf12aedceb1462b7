import type { EntryGroup } from '../graph/graph.ts';
import { written, type Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { date, inLanguage, number, say, withDigits } from './site.ts';
import { sourceView, type SourceView } from './source-view.ts';

/** A fact as a page shows it: the figure, and where it comes from. */
export interface FactView {
  slug: string;
  /** "18 months", "24.7%", "€ 75". */
  text: Written;
  /** The figure and what it counts apart, for large type. */
  value: string;
  unit: Written;
  title: Written;
  source: SourceView;
  /** "as of 31 December 2021". */
  asOf: string;
  /** Said where it had to be checked again before the page's day. */
  expired?: string;
}

const ofFormats = new Map<string, Intl.NumberFormat>();
/** A figure with its sign: percent and euro stand where the language puts them, with Western digits everywhere. */
function signed(lang: string, value: number, options: Intl.NumberFormatOptions): string {
  const key = `${lang} ${options.style}`;
  const format = ofFormats.get(key) ?? new Intl.NumberFormat(withDigits(lang), { maximumFractionDigits: 2, ...options });
  ofFormats.set(key, format);
  return format.format(value);
}

/** The figure itself: percent and euro belong to it, other units follow it. */
function figure(lang: string, value: number | string, unit: string | undefined): { value: string; unit: string } {
  if (typeof value === 'string') return { value, unit: unit ?? '' };
  if (unit === '%') return { value: signed(lang, value / 100, { style: 'percent' }), unit: '' };
  if (unit === '€' || unit === 'EUR') {
    const digits = Number.isInteger(value) ? 0 : 2;
    return { value: signed(lang, value, { style: 'currency', currency: 'EUR', minimumFractionDigits: digits }), unit: '' };
  }
  return { value: number(lang, value), unit: unit ?? '' };
}

/** A fact for readers of a language. It is written as its own language writes numbers, so that figure and unit agree. */
export function factView(group: EntryGroup<'facts'>, reading: Reading): FactView {
  const { site, around } = reading;
  const { lang: of, data } = inLanguage(group, around);
  const { value, unit } = figure(unitless(data.unit) ? around : of, data.value, data.unit);
  const language = unit === '' && typeof data.value === 'number' ? around : of;
  return {
    slug: group.slug,
    text: written(unit ? `${value}\u00a0${unit}` : value, language, around),
    value,
    unit: written(unit, of, around),
    title: written(data.title, of, around),
    source: sourceView(data.source, reading),
    asOf: say(site, around, 'source.asOf', { date: date(around, data.asOf) }),
    ...(data.expires !== undefined && data.expires < site.day
      ? { expired: say(site, around, 'fact.expired', { date: date(around, data.expires) }) }
      : {}),
  };
}

const unitless = (unit: string | undefined) => unit === undefined || unit === '%' || unit === '€' || unit === 'EUR';
