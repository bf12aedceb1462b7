import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { time } from '../../src/bench/figures.ts';
import { describeMachine } from '../../src/bench/machine.ts';
import { withReport } from '../../src/bench/report.ts';
import { options } from '../../src/cli/options.ts';
import { progressLine } from '../../src/cli/progress.ts';
import { root } from '../../src/release/root.ts';
import { today } from '../../src/release/today.ts';
import { startDecapServer, startDoorstep, type Candidate } from './beside/candidates.ts';
import { measureStore } from './beside/measure.ts';
import { storeReport, type StoreRun } from './beside/store-report.ts';
import { writeCorpusCity } from './harness/corpus-city.ts';

// Measures the store beside decap-server on the same content, and writes the section of docs/performance.md.
const started = performance.now();
const { values } = options({ entries: { type: 'string', default: '1000,5000' }, out: { type: 'string', default: 'docs/performance.md' } });
const line = progressLine();
const runs: StoreRun[] = [];
for (const entries of values.entries.split(',').map(Number)) {
  const work = await mkdtemp(join(tmpdir(), 'doorstep-store-'));
  try {
    line.step(`${entries} entries written`);
    const corpus = await writeCorpusCity(join(work, 'content'), entries);
    const measured = async (name: string, start: () => Promise<Candidate>) => {
      line.step(`${entries} entries, ${name}`);
      const candidate = await start();
      try {
        return await measureStore(candidate, corpus, entries);
      } finally {
        candidate.client.close();
        await candidate.stop();
      }
    };
    const doorstep = await measured('Doorstep', () => startDoorstep({ work: join(work, 'doorstep'), content: corpus.content }));
    const decap = await measured('decap-server', () => startDecapServer({ work: join(work, 'decap'), content: corpus.content }));
    runs.push({ entries, doorstep, decap });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
const { version } = createRequire(import.meta.url)('decap-server/package.json') as { version: string };
const generated = storeReport({
  day: today('UTC'),
  command: `npm run bench:store -- --entries ${values.entries}`,
  machine: await describeMachine(),
  versions: [`Node ${process.versions.node}`, `decap-server ${version}`],
  runs,
});
const file = resolve(root, values.out);
await writeFile(file, withReport(await readFile(file, 'utf8').catch(() => '# Performance\n'), generated, 'store'));
line.done(
  `Lists: ${runs.map(({ entries, doorstep, decap }) => `${entries} entries in ${time(doorstep.lists)} beside ${time(decap.lists)}`).join(', ')}: ${relative(root, file)}`,
  started,
);
