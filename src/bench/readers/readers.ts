import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { relative, resolve } from 'node:path';
import { progressLine } from '../../cli/progress.ts';
import { launch } from '../../e2e/chromium.ts';
import { startCity } from '../../e2e/city-server.ts';
import { root } from '../../release/root.ts';
import { today } from '../../release/today.ts';
import { describeMachine, describeVersions } from '../machine.ts';
import { withReport } from '../report.ts';
import { pagesToMeasure } from './kinds.ts';
import { measurePage } from './lighthouse.ts';
import { faultsOf, meetsGoals, readersReport, readersTable, type ReadersRun } from './readers-report.ts';
import { measureSearches } from './search-cost.ts';

/**
 * Measures every kind of page of the sample city, and a search in each language, as readers get them; prints the tables and writes them into `out`.
 * `only`: kinds of pages, by the names of their routes. Misses of the goals are told, and are no failure: machines are noisy.
 */
export async function measureReaders({ out, only }: { out: string; only: readonly string[] }): Promise<void> {
  const started = performance.now();
  const line = progressLine();
  line.step('Building the sample city');
  const city = await startCity('sample');
  const port = await freePort();
  const browser = await launch({ port });
  try {
    const wanted = (await pagesToMeasure(city)).filter(({ kind }) => only.length === 0 || only.includes(kind));
    line.step('Measuring pages');
    const pages: ReadersRun['pages'] = [];
    for (const page of wanted) {
      pages.push({ page, measured: await measurePage(city.origin + page.path, { port, runs: page.runs }) });
      line.progress(pages.length, wanted.length);
    }
    line.step('Searching');
    const { searches, missing } = await measureSearches(browser, city);
    const run: ReadersRun = {
      day: today('UTC'),
      command: ['npm run bench -- --lighthouse', ...(only.length > 0 ? [`--only ${only.join(',')}`] : [])].join(' '),
      machine: await describeMachine(),
      versions: [...(await describeVersions([])), `Lighthouse ${await lighthouseVersion()}`, `Chromium ${browser.version()}`],
      pages,
      searches,
      missing,
    };
    const file = resolve(root, out);
    await writeFile(file, withReport(await readFile(file, 'utf8').catch(() => '# Performance\n'), readersReport(run), 'readers'));
    const met = pages.filter(({ page, measured }) => meetsGoals(page, measured)).length;
    line.done(['', readersTable(pages), '', ...faultsOf(pages), ...missing, ''].join('\n'));
    for (const { lang, query, bytes, requests } of searches) console.log(`A search in ${lang} (${query}): ${bytes} bytes, ${requests} requests`);
    line.done(`${met} of ${pages.length} pages meet the goals: ${relative(root, file)}`, started);
  } finally {
    await browser.close();
    await city.close();
  }
}

/** Lighthouse drives the browser from outside, by a port. */
const freePort = () =>
  new Promise<number>((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function lighthouseVersion(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  return devDependencies['lighthouse'] ?? '';
}
