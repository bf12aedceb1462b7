import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findChromium } from '../e2e/chromium.ts';
import { root } from '../release/root.ts';
import { duration, progressLine } from './progress.ts';

interface Part {
  script: string;
  /** Whether its tests are counted; the others count as one. */
  counted: boolean;
  options?: readonly string[];
}

/**
 * All that CI runs, in the order in which a mistake is found soonest. Parts in one row run side by side: each of them mostly waits for a browser, a disk or one
 * thread, and two cores are there.
 */
const rows: readonly (readonly Part[])[] = [
  [
    { script: 'types', counted: false },
    { script: 'lint', counted: false },
  ],
  [{ script: 'test:units', counted: true }],
  [
    { script: 'test:journeys', counted: true },
    { script: 'test:journeys:cms', counted: true },
  ],
  [
    { script: 'test:equality', counted: true },
    { script: 'test:faults', counted: false, options: ['--short'] },
  ],
];

const started = performance.now();
const reports = join(root, '.doorstep', 'tests');
const screen = progressLine();

/** Runs a script of package.json, in this terminal or, where another has it, with what it said told at its end; whether it ended well. */
function run(script: string, { options, aside }: { options: readonly string[]; aside: boolean }): Promise<boolean> {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32';
    const child = spawn('npm', ['run', '--silent', script, ...(options.length ? ['--', ...options] : [])], {
      cwd: root,
      stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: windows,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', (error) => {
      console.error(`npm cannot be started: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      if (aside) console.log(`\n— ${script}, which ran beside\n${said}`);
      resolve(code === 0);
    });
  });
}

/** How many tests a part had, from vitest's report; nothing if it ended before writing one. */
async function counts(report: string): Promise<{ passed: number; failed: number } | undefined> {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as Record<string, number>;
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
  } catch {
    return undefined;
  }
}

await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });
try {
  console.log(`Browser for the journeys: ${await findChromium()}`);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
}

const total = { passed: 0, failed: 0 };
const failing: string[] = [];
async function carryOut({ script, counted, options = [] }: Part, aside: boolean): Promise<void> {
  const began = performance.now();
  const report = join(reports, `${script.replaceAll(':', '-')}.json`);
  const well = await run(script, { aside, options: counted ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : options });
  const { passed, failed } = (counted && (await counts(report))) || { passed: well ? 1 : 0, failed: 0 };
  total.passed += passed;
  // A part can fail without a failing test: a file that does not load, a compiler's complaint.
  total.failed += well ? failed : Math.max(1, failed);
  if (!well) failing.push(script);
  console.log(`— ${script}: ${well ? 'well' : 'failed'} in ${duration(performance.now() - began)}`);
}

for (const row of rows) {
  console.log(`\n— ${row.map(({ script }) => script).join(' and ')}`);
  await Promise.all(row.map((part, at) => carryOut(part, at > 0)));
}

const sum = `doorstep: ${total.passed} passed, ${total.failed} failed`;
if (failing.length === 0) screen.done(sum, started);
else screen.fail(`${sum}; to mend: ${failing.map((script) => `npm run ${script}`).join(', ')} (${duration(performance.now() - started)})`);
