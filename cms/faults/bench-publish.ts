import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { time } from '../../src/bench/figures.ts';
import { describeMachine, describeVersions } from '../../src/bench/machine.ts';
import { withReport } from '../../src/bench/report.ts';
import { median } from '../../src/bench/samples.ts';
import { options } from '../../src/cli/options.ts';
import { progressLine } from '../../src/cli/progress.ts';
import { fixtureDay } from '../../src/fixture-city/fixture-city.ts';
import { root } from '../../src/release/root.ts';
import { today } from '../../src/release/today.ts';
import { cmsClient } from './harness/cms-client.ts';
import { writeCorpusCity } from './harness/corpus-city.ts';
import { startServer } from './harness/server-process.ts';
import { signInEditors } from './harness/sign-in-editors.ts';
import { siteClient } from './harness/site-client.ts';
import { measurePublish, settled, type Publication } from './publish/measure-publish.ts';
import { publishReport, type PublishRun } from './publish/publish-report.ts';
import { searchReader } from './publish/search-reader.ts';

// Measures from the click on Publish to what readers see and find, and writes its section of docs/performance.md.
const started = performance.now();
const { values } = options({
  entries: { type: 'string', default: '300,1000,10000' },
  publications: { type: 'string', default: '10' },
  out: { type: 'string', default: 'docs/performance.md' },
});
/** Milliseconds that the first release may take: ten thousand entries are some ten thousand pages. */
const firstRelease = 3_600_000;
const line = progressLine();

async function measured(work: string, entries: number): Promise<Publication[]> {
  line.step(`${entries} entries written`);
  const corpus = await writeCorpusCity(join(work, 'content'), entries);
  line.step(`${entries} entries, the first release`);
  const data = join(work, 'data');
  const server = await startServer({ data, content: corpus.content, day: fixtureDay, patience: firstRelease });
  const [client, site] = [cmsClient(server), siteClient(server.sitePort)];
  try {
    const [who, author] = await signInEditors(data, 2);
    await settled(client, who!);
    await using search = await searchReader({ origin: `http://localhost:${server.sitePort}`, lang: 'en' });
    line.step(`${entries} entries, ${values.publications} publications`);
    return await measurePublish({ client, who: who!, author: author!, site, search, corpus }, Number(values.publications));
  } finally {
    client.close();
    site.close();
    await server.stop();
  }
}

const runs: PublishRun[] = [];
for (const entries of values.entries.split(',').map(Number)) {
  const work = await mkdtemp(join(tmpdir(), 'doorstep-publish-'));
  try {
    runs.push({ entries, publications: await measured(work, entries) });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
const generated = publishReport({
  day: today('UTC'),
  command: `npm run bench:publish -- --entries ${values.entries} --publications ${values.publications}`,
  machine: await describeMachine(),
  versions: await describeVersions([]),
  runs,
});
const file = resolve(root, values.out);
await writeFile(file, withReport(await readFile(file, 'utf8').catch(() => '# Performance\n'), generated, 'publish'));
line.done(
  `From the click to live: ${runs.map(({ entries, publications }) => `${entries} entries in ${time(median(publications.map(({ live }) => live)))}`).join(', ')}: ${relative(root, file)}`,
  started,
);
