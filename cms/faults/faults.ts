import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { options } from '../../src/cli/options.ts';
import { duration } from '../../src/cli/progress.ts';
import { firstOf, type Part, type PartResult } from './harness/report.ts';
import { failingWrites } from './parts/failing-writes.ts';
import { kill } from './parts/kill.ts';
import { people } from './parts/people.ts';
import { power } from './parts/power.ts';
import { publications } from './parts/publications.ts';
import { twoServers } from './parts/two-servers.ts';

// Breaks the server in every way it may break, and looks whether anything was lost. Ends with status 1 where anything was.
const parts: readonly Part[] = [twoServers, failingWrites, kill, power, people, publications];
const started = performance.now();
const { values } = options({
  short: { type: 'boolean', default: false },
  only: { type: 'string', default: '' },
  count: { type: 'string' },
  seed: { type: 'string' },
  trial: { type: 'string', default: '' },
  keep: { type: 'boolean', default: false },
});
const only = values.only.split(',').filter(Boolean);
const unknown = only.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. Parts: ${parts.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const count = values.count === undefined ? undefined : Number(values.count);
const work = await mkdtemp(join(tmpdir(), 'doorstep-faults-'));
console.log(`Faults ${values.short ? 'in short' : 'in whole'}, seed ${seed}, in ${work}`);

const chosen = parts.filter(({ name }) => only.length === 0 || only.includes(name));
const results: { part: Part; result: PartResult }[] = [];
for (const part of chosen) {
  const began = performance.now();
  console.log(`\n— ${part.name}: ${part.title}`);
  const result = await runPart(part);
  results.push({ part, result });
  for (const line of firstOf(result.lost)) console.log(`  LOST ${line}`);
  for (const line of firstOf(result.complaints)) console.log(`  WRONG ${line}`);
  const figures = Object.entries(result.figures).map(([name, value]) => `${name} ${value}`);
  console.log(
    result.skipped
      ? `  SKIPPED: ${result.skipped}`
      : `  ${[`${result.acknowledged} saves acknowledged, ${result.lost.length} lost`, ...figures].join(', ')}`,
  );
  console.log(
    `— ${part.name}: ${result.lost.length + result.complaints.length > 0 ? 'failed' : result.skipped ? 'skipped' : 'well'} in ${duration(performance.now() - began)}`,
  );
}
if (!values.keep) await rm(work, { recursive: true, force: true });

/** A part that breaks off is a complaint, and the next one still runs. */
async function runPart(part: Part): Promise<PartResult> {
  const folder = join(work, part.name);
  try {
    return await part.run({ work: folder, short: values.short, count, seed, trial: values.trial, say: console.log });
  } catch (problem) {
    return {
      acknowledged: 0,
      lost: [],
      complaints: [`it broke off: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`],
      figures: {},
    };
  } finally {
    if (!values.keep) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

const sum = (of: (result: PartResult) => number) => results.reduce((total, { result }) => total + of(result), 0);
const [lost, wrong] = [sum((result) => result.lost.length), sum((result) => result.complaints.length)];
const skipped = results.filter(({ result }) => result.skipped).map(({ part }) => part.name);
const figures = results.flatMap(({ result }) => Object.entries(result.figures).map(([name, value]) => `${name}=${value}`));
if (lost + wrong > 0) process.exitCode = 1;
console.log(
  `\nfaults: acknowledged=${sum((result) => result.acknowledged)} lost=${lost} wrong=${wrong} ${figures.join(' ')} skipped=${skipped.join(',') || 'none'} (${duration(performance.now() - started)})`,
);
