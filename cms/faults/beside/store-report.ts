import { markdownTable, time, times, whole } from '../../../src/bench/figures.ts';
import type { StoreFigures } from './measure.ts';

export interface StoreRun {
  entries: number;
  doorstep: StoreFigures;
  decap: StoreFigures;
}

const rows: readonly [label: string, figure: keyof StoreFigures][] = [
  ['Every list, the first time', 'firstLists'],
  ['Every list, again', 'lists'],
  ['The longest list', 'longestList'],
  ['Open an entry', 'open'],
  ['Save an entry', 'save'],
  ['30 saves at once, until the last is answered', 'together'],
];

/** How many times faster lists are to be. */
const wantedRatio = 5;

/** The section of docs/performance.md about the store. */
export function storeReport({
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
  runs: readonly StoreRun[];
}): string {
  const tables = runs.map(({ entries, doorstep, decap }) => {
    const lines = rows.map(([label, figure]) => [label, time(doorstep[figure]), time(decap[figure]), times(decap[figure] / doorstep[figure])]);
    const failed = ['30 saves at once, how many failed', whole(doorstep.failed), whole(decap.failed), ''];
    return markdownTable([`${whole(entries)} entries`, 'Doorstep', 'decap-server', 'ratio'], [...lines, failed]);
  });
  const verdicts = runs.map(({ entries, doorstep, decap }) => {
    const ratio = decap.lists / doorstep.lists;
    return `${whole(entries)} entries: lists ${times(ratio)} as fast (wanted ${wantedRatio} ×: ${ratio >= wantedRatio ? 'met' : '**not met**'}), ${whole(doorstep.failed)} failed saves (wanted 0: ${doorstep.failed === 0 ? 'met' : '**not met**'}).`;
  });
  return `Measured on ${day} with

\`\`\`sh
${command}
\`\`\`

on ${machine.join(', ')}; ${versions.join(', ')}.

The same made-up city behind both servers, asked by the same program over HTTP in one run. A save of Doorstep checks the text, and is on the disk when it is answered; decap-server does neither. Every list is one request for each
collection in each language.

${tables.join('\n\n')}

${verdicts.join('\n')}
`;
}
