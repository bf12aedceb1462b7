import type { Story } from '../content-model/collections.ts';
import type { Written } from './quotation.ts';
import { date } from './site.ts';

/** A place of a story's line. */
export interface StopView {
  place: Written;
  when: string;
  note?: Written;
  /** From here on waiting or on the way: dashed. */
  waiting: boolean;
  /** Left out where there is no room for all. */
  minor: boolean;
}

/** How many stops fit on a phone, and in a row of a list. */
const few = 3;
const some = 4;
/** Letters of a word that fit into a quarter of a phone. */
const fits = 7;

/** The whole line; where it is long, which stops can be left out. `mark` says of a text which language it is in. */
export function stopsOf(line: Story['line'], lang: string, mark: (text: string) => Written): StopView[] {
  const kept = middle(line, few);
  return line.map(({ place, when, note, waiting }, index) => ({
    place: mark(place),
    when: date(lang, when),
    ...(note ? { note: mark(note) } : {}),
    waiting,
    minor: index > 0 && index < line.length - 1 && !kept.has(index),
  }));
}

/** Whether the stops have no room side by side on a phone: more than four, or four with a word that would break (the last has room). */
export function isCrowded(stops: readonly StopView[]): boolean {
  const words = stops.slice(0, -1).flatMap(({ place, when }) => `${place.text} ${when}`.split(/[\s,]+/));
  return stops.length > some || (stops.length === some && words.some((word) => [...word].length > fits));
}

/** The line in a row of a list: first and last, and of what lies between first of all the waiting; years only. */
export function shortLine(line: Story['line'], lang: string, mark: (text: string) => Written): StopView[] {
  const kept = middle(line, some);
  return stopsOf(line, lang, mark)
    .map((stop, index) => ({ ...stop, when: line[index]!.when.slice(0, 4) }))
    .filter((_, index) => index === 0 || index === line.length - 1 || kept.has(index));
}

/** Which stops between the first and the last are kept where only `room` stops fit. */
function middle(line: Story['line'], room: number): Set<number> {
  const between = line.map((stop, index) => ({ index, waiting: stop.waiting })).slice(1, -1);
  return new Set(
    [...between.filter(({ waiting }) => waiting), ...between.filter(({ waiting }) => !waiting)].slice(0, room - 2).map(({ index }) => index),
  );
}
