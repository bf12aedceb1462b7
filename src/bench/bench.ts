import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { options } from '../cli/options.ts';
import { progressLine } from '../cli/progress.ts';
import { root } from '../release/root.ts';
import { hashCode } from '../release/compile.ts';
import { today } from '../release/today.ts';
import { makeCorpus } from './corpus/corpus.ts';
import { planCorpus } from './corpus/plan.ts';
import { readCity, writeContent, writeFiles } from './corpus/write-corpus.ts';
import { time, whole } from './figures.ts';
import { describeMachine, describeVersions } from './machine.ts';
import { measuresOf, type Measure } from './measures.ts';
import { eleventy } from './peers/eleventy.ts';
import { hugo } from './peers/hugo.ts';
import { report, withReport, type SizeRun } from './report.ts';
import type { Result } from './samples.ts';

// Measures builds of a made-up city of several sizes beside other generators, or with --lighthouse what readers get, and writes docs/performance.md.
const started = performance.now();
const { values } = options({
  entries: { type: 'string', default: '300,1000,10000' },
  skip: { type: 'string', default: '' },
  only: { type: 'string', default: '' },
  runs: { type: 'string' },
  out: { type: 'string', default: 'docs/performance.md' },
  lighthouse: { type: 'boolean' },
});
const line = progressLine();
const sizes = values.entries.split(',').map(Number);
const [skip, only] = [values.skip, values.only].map((list) => list.split(',').filter(Boolean)) as [string[], string[]];
const candidates = [hugo, eleventy].filter(({ name }) => !skip.includes(name.toLowerCase()));
const peers = await Promise.all((values.lighthouse ? [] : candidates).map(async (peer) => ({ ...peer, found: await peer.version() })));
const present = peers.filter(({ found }) => found !== undefined);
const missing = peers.filter(({ found }) => found === undefined).map(({ name }) => `${name} is not installed.`);

/** Rounds over all measures of one size; a measure that fails is reported and not tried again. */
async function measureSize(entries: number): Promise<SizeRun> {
  const rounds = Number(values.runs ?? (entries >= 10_000 ? 1 : 3));
  const folder = join(tmpdir(), 'doorstep-bench', `${entries}-${process.pid}`);
  line.step(`${whole(entries)} entries, writing the corpus`);
  const corpus = makeCorpus(entries, await readCity());
  await rm(folder, { recursive: true, force: true });
  try {
    await writeContent(join(folder, 'content'), corpus);
    for (const peer of present) await writeFiles(join(folder, peer.name), peer.files(corpus));
    const { warmUp, measures } = measuresOf({ folder, plan: planCorpus(entries), peers: present, astro: !skip.includes('astro') });
    line.step(`${whole(entries)} entries, warming up`);
    await warmUp();
    const chosen = only.length === 0 ? measures : measures.filter(({ id }) => only.includes(id) || id === 'clean');
    const results = chosen.map(({ id }): Result => ({ id, samples: [] }));
    for (let round = 1; round <= rounds; round++) {
      line.step(`${whole(entries)} entries, round ${round} of ${rounds}`);
      for (const [index, measure] of chosen.entries()) {
        await take(measure, results[index]!);
        line.progress(index + 1, chosen.length);
      }
    }
    const built: [string, string][] = [
      ['Doorstep', join(folder, 'out', 'site')],
      ...present.map(({ name }): [string, string] => [name, join(folder, name, 'public')]),
    ];
    const pages = await Promise.all(built.map(async ([name, site]) => ({ name, count: await countPages(site) })));
    const files = [...corpus.texts.keys()].filter((file) => file.endsWith('.mdx')).length;
    return { entries, files, words: corpus.words, pages, rounds, results, missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take({ prepare, run, id }: Measure, result: Result): Promise<void> {
  if (result.failure) return;
  try {
    await prepare?.();
    result.samples.push(await run());
  } catch (problem) {
    result.failure = problem instanceof Error ? problem.message : String(problem);
    console.error(`\n${id}: ${result.failure}`);
  }
}

async function countPages(site: string): Promise<number> {
  const files = await readdir(`${site}/`, { recursive: true }).catch(() => []);
  return files.filter((file) => file.endsWith('.html') && !file.startsWith('pagefind')).length;
}

if (values.lighthouse) {
  // Loaded only here: Lighthouse takes a second.
  const { measureReaders } = await import('./readers/readers.ts');
  await measureReaders({ out: values.out, only });
} else if (sizes.some((size) => !Number.isInteger(size) || size < 24)) {
  line.fail(`--entries ${values.entries}: wanted whole numbers from 24 on, divided by commas, such as 300,1000,10000.`);
} else {
  const measured: SizeRun[] = [];
  const code = await hashCode();
  for (const entries of sizes) measured.push(await measureSize(entries));
  // Other code is compiled again in the middle of a round: such figures mean nothing.
  const disturbed = (await hashCode()) !== code ? ['The code changed while it was measured: measure again.'] : [];
  const file = resolve(root, values.out);
  const command = [
    'npm run bench --',
    `--entries ${values.entries}`,
    ...(values.skip ? [`--skip ${values.skip}`] : []),
    ...(values.runs ? [`--runs ${values.runs}`] : []),
  ].join(' ');
  const versions = await describeVersions(peers.map(({ name, found }) => ({ name, version: found })));
  const generated = report({ day: today('UTC'), command, machine: await describeMachine(), versions, sizes: measured, disturbed });
  const before = await readFile(file, 'utf8').catch(() => '# Performance\n');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, withReport(before, generated));
  const failed = measured.flatMap(({ results }) => results.filter(({ failure }) => failure)).length;
  const clean = measured.map(({ entries, results }) => {
    const samples = results.find(({ id }) => id === 'clean')?.samples ?? [];
    return `${whole(entries)} entries in ${samples[0] ? time(samples[0].milliseconds) : 'no time'}`;
  });
  const closing = `Measured ${clean.join(', ')}${failed ? `; ${failed} measures failed` : ''}${disturbed.map((reason) => `. ${reason}`).join('')}: ${relative(root, file)}`;
  if (failed || disturbed.length > 0) line.fail(closing);
  else line.done(closing, started);
}
