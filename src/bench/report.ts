import { markdownTable, memory, time, times, whole } from './figures.ts';
import { goalsOf } from './goals.ts';
import { mediansOf, timeOf, type Result, type Sample } from './samples.ts';

/** What a run of the bench found. */
export interface Run {
  day: string;
  command: string;
  machine: string[];
  versions: string[];
  sizes: SizeRun[];
  /** Why the figures must not be believed, if so. */
  disturbed: string[];
}
export interface SizeRun {
  entries: number;
  files: number;
  words: number;
  pages: { name: string; count: number }[];
  rounds: number;
  results: Result[];
  /** Peers that were left out, with the reason. */
  missing: string[];
}

/** The rows of the table of one size: id of the measure, what it is called, and of a measure with parts which one is meant. */
const rows: { heading: string; base: [id: string, part?: string]; rows: [label: string, id: string, part?: string][] }[] = [
  {
    heading: 'Clean build, search included',
    base: ['clean'],
    rows: [
      ['**Doorstep**: pages compiled before, pictures kept', 'clean'],
      ['Hugo + Pagefind', 'clean Hugo'],
      ['Eleventy + Pagefind', 'clean Eleventy'],
      ['Plain `astro build` of Doorstep’s pages', 'astro'],
      ['Doorstep, pictures to be made', 'pictures'],
      ['Doorstep, from nothing: pages compiled, pictures made', 'cold'],
      ['Doorstep, one language of the three', 'language'],
    ],
  },
  {
    heading: 'One entry changed',
    base: ['warm', 'written'],
    rows: [
      ['**Doorstep**, running publisher: pages are out', 'warm', 'written'],
      ['Doorstep, running publisher: search finds it', 'warm', 'searched'],
      ['Doorstep, new process: pages and search', 'changed'],
      ['Hugo + Pagefind, built again', 'changed Hugo'],
      ['Eleventy + Pagefind, built again', 'changed Eleventy'],
      ['Doorstep, new process, nothing changed', 'nothing'],
    ],
  },
  { heading: 'Preview of a draft', base: ['preview', 'all'], rows: [['**Doorstep**, in a running server', 'preview', 'all']] },
];

/** The generated part of docs/performance.md. */
export function report(run: Run): string {
  const sizes = run.sizes.map(sizeReport).join('\n\n');
  return `${run.disturbed.map((reason) => `**${reason}**\n\n`).join('')}Measured on ${run.day} with

\`\`\`sh
${run.command}
\`\`\`

on ${run.machine.join(', ')}; ${run.versions.join(', ')}.

Every figure is the median of the runs named above its table, each in a process of its own. Within a round the candidates take turns, so that the ratios hold even where the
machine is busy. Memory is the most that a process and everything it started held at one moment.

${sizes}
`;
}

function sizeReport(size: SizeRun): string {
  const medians = mediansOf(size.results);
  const tables = rows.map(({ heading, base, rows: own }) => {
    const against = timeOf(medians, base);
    const lines = own.flatMap(([label, id, part]) => {
      const failure = size.results.find((result) => result.id === id)?.failure;
      const value = timeOf(medians, [id, part]);
      const held = medians.get(id)?.memory;
      if (failure && value === undefined) return [[label, 'failed', '', '']];
      return value === undefined ? [] : [[label, time(value), against ? times(value / against) : '', held ? memory(held) : '']];
    });
    return markdownTable([heading, 'time', 'ratio', 'memory'], lines);
  });
  const counts = size.pages.map(({ name, count }) => `${name} ${whole(count)}`).join(', ');
  const pagesWritten = medians.get('warm')?.details?.['pages'];
  const notes = [
    ...(pagesWritten === undefined ? [] : [`The change (a guide’s title and a sentence) wrote ${whole(pagesWritten)} pages again.`]),
    ...size.missing,
    ...size.results.flatMap(({ id, failure }) => (failure ? [`\`${id}\` failed: ${failure.split('\n')[0]}`] : [])),
  ];
  return `## ${whole(size.entries)} entries

${whole(size.files)} entry files, ${whole(size.words)} words; HTML pages: ${counts}. ${size.rounds === 1 ? 'One run' : `${size.rounds} runs`}.

${tables.join('\n\n')}

${notes.join(' ')}

${goals(size.entries, medians)}

${phases(medians)}`;
}

function goals(entries: number, medians: ReadonlyMap<string, Sample>): string {
  const lines = goalsOf(entries, medians).map(({ what, goal, found, verdict }) => [what, goal, found, verdict]);
  return markdownTable(['Goal', 'wanted', 'found', ''], lines);
}

/** Where the time of a clean build and of a preview goes. */
function phases(medians: ReadonlyMap<string, Sample>): string {
  const build = medians.get('phases');
  if (!build) return '';
  const lines = Object.entries(build.details ?? {}).map(([name, part]) => [name, time(part), `${Math.round((100 * part) / build.milliseconds)} %`]);
  const { all: _, ...parts } = medians.get('preview')?.details ?? {};
  const preview = Object.entries(parts).map(([name, part]) => `${name} ${time(part)}`);
  const warm = medians.get('warm')?.details?.['read'];
  return `${markdownTable(['Where a clean build spends its time', 'time', 'share'], lines)}

${preview.length > 0 ? `A preview: ${preview.join(', ')}. ` : ''}${warm === undefined ? '' : `Of a change in the running publisher, parsing and joining take ${time(warm)}.`}`;
}

/** The parts of docs/performance.md that are generated, each by its command. */
const parts = {
  builds: ['<!-- figures: written by npm run bench -->', '<!-- end of figures -->'],
  readers: ['<!-- readers: written by npm run bench -- --lighthouse -->', '<!-- end of readers -->'],
  store: ['<!-- store: written by npm run bench:store -->', '<!-- end of store -->'],
  publish: ['<!-- publish: written by npm run bench:publish -->', '<!-- end of publish -->'],
} as const;

/** The document with a generated part replaced; what people wrote around it, and the other parts, stay. */
export function withReport(document: string, generated: string, name: keyof typeof parts = 'builds'): string {
  const [begin, end] = parts[name];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  const part = `${begin}\n\n${generated.trim()}\n\n`;
  return from >= 0 && to > from ? document.slice(0, from) + part + document.slice(to) : `${document.trimEnd()}\n\n${part}${end}\n`;
}
