import { memory, time, times } from './figures.ts';
import { timeOf, type Sample } from './samples.ts';

export interface GoalReport {
  what: string;
  goal: string;
  found: string;
  /** "met", or by how much it was missed. */
  verdict: string;
}
interface Goal {
  what: string;
  /** What was found, in the unit of the limit; undefined where it was not measured. */
  found: (medians: ReadonlyMap<string, Sample>) => number | undefined;
  limit: number;
  /** Whether more is better. */
  atLeast?: boolean;
  say: (value: number) => string;
}

/** The goals of the design for wall-clock times, at a size: those for 1,000 entries hold below 10,000, the others from there on. */
function goalsAt(entries: number): Goal[] {
  const large = entries >= 10_000;
  const ratio = (a: readonly [string, string?], b: readonly [string, string?]) => (medians: ReadonlyMap<string, Sample>) => {
    const [top, bottom] = [timeOf(medians, a), timeOf(medians, b)];
    return top === undefined || bottom === undefined ? undefined : top / bottom;
  };
  return [
    { what: 'clean build, beside Eleventy + Pagefind', found: ratio(['clean'], ['clean Eleventy']), limit: 1, say: times },
    { what: 'clean build, memory', found: (medians) => medians.get('clean')?.memory, limit: 1e9, say: memory },
    { what: 'one entry changed, pages are out', found: (medians) => timeOf(medians, ['warm', 'written']), limit: large ? 1000 : 500, say: time },
    { what: 'the same, Hugo + Pagefind beside it', found: ratio(['changed Hugo'], ['warm', 'written']), limit: 10, atLeast: true, say: times },
    { what: 'one entry changed, search finds it', found: (medians) => timeOf(medians, ['warm', 'searched']), limit: large ? 8000 : 3000, say: time },
    { what: 'preview of a draft', found: (medians) => timeOf(medians, ['preview', 'all']), limit: 20, say: time },
  ];
}

/** Each goal with what was found, and whether it was met or by how much it was missed. */
export function goalsOf(entries: number, medians: ReadonlyMap<string, Sample>): GoalReport[] {
  return goalsAt(entries).map(({ what, found, limit, atLeast = false, say }) => {
    const value = found(medians);
    const goal = `${atLeast ? '≥' : '≤'} ${say(limit)}`;
    if (value === undefined) return { what, goal, found: '–', verdict: 'not measured' };
    const met = atLeast ? value >= limit : value <= limit;
    const by = Math.round(100 * Math.abs(value / limit - 1));
    return { what, goal, found: say(value), verdict: met ? 'met' : `missed by ${by} %` };
  });
}
