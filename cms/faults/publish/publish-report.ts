import { markdownTable, time, whole } from '../../../src/bench/figures.ts';
import { median } from '../../../src/bench/samples.ts';
import type { Publication } from './measure-publish.ts';

export interface PublishRun {
  entries: number;
  publications: readonly Publication[];
}

/** The goals of the design, in milliseconds: those for 1,000 entries hold below 10,000, the others from there on. */
const goalsAt = (entries: number) => (entries >= 10_000 ? { live: 2000, found: 8000 } : { live: 1000, found: 3000 });

/** The section of docs/performance.md about publishing. */
export function publishReport({
  day,
  command,
  machine,
  versions,
  runs,
}: {
  day: string;
  command: string;
  machine: readonly string[];
  versions: readonly string[];
  runs: readonly PublishRun[];
}): string {
  const rows = runs.flatMap(({ entries, publications }) => {
    const of = (figure: keyof Publication) => publications.map((one) => one[figure]);
    const goals = goalsAt(entries);
    const row = (label: string, figure: 'answered' | 'live' | 'found', goal?: number) => [
      `${whole(entries)} entries: ${label}`,
      time(median(of(figure))),
      time(Math.max(...of(figure))),
      goal === undefined ? '' : `≤ ${time(goal)}`,
      goal === undefined ? '' : median(of(figure)) <= goal ? 'met' : `missed by ${Math.round(100 * (median(of(figure)) / goal - 1))} %`,
    ];
    return [row('the click is answered', 'answered'), row('readers see it', 'live', goals.live), row('search finds it', 'found', goals.found)];
  });
  const counted = runs.map(
    ({ entries, publications }) =>
      `${whole(publications.length)} publications at ${whole(entries)} entries, which wrote ${whole(median(publications.map(({ written }) => written)))} pages each`,
  );
  return `Measured on ${day} with

\`\`\`sh
${command}
\`\`\`

on ${machine.join(', ')}; ${versions.join(', ')}.

The real server (\`npm start\`) on a made-up city, asked over HTTP: another title for a guide, saved and declared ready before; the clock starts with the click on Publish. *Readers see it* when its page, asked for again and again, has the new title. *Search finds it* when
Pagefind, as the site serves it, finds the page by that title. Each publication waits until the one before can be found. Median and slowest of ${counted.join('; ')}.

${markdownTable(['From the click on Publish until', 'median', 'slowest', 'wanted', ''], rows)}
`;
}
