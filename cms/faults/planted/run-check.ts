import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../harness/run-program.ts';

/** What is to catch a planted fault: a file of unit tests, or a part of the fault campaign. */
export type Check = { tests: string } | { part: string; options?: readonly string[] };

export interface Outcome {
  passed: boolean;
  /** What failed: names of tests, or the first lines of the campaign that say so. */
  failed: string[];
  /** Why there is no outcome: the check itself did not run. */
  broken?: string;
  milliseconds: number;
}

export const nameOfCheck = (check: Check): string => ('tests' in check ? check.tests : `test:faults --only ${check.part}`);

/** Runs a check in a copy of the tree. A check that cannot even load is broken, which is no way of catching a fault. */
export async function runCheck(folder: string, check: Check): Promise<Outcome> {
  const started = performance.now();
  const outcome = 'tests' in check ? await runTests(folder, check.tests) : await runPart(folder, check);
  return { ...outcome, milliseconds: performance.now() - started };
}

async function runTests(folder: string, file: string): Promise<Omit<Outcome, 'milliseconds'>> {
  const report = join(folder, `planted-${file.replaceAll('/', '-')}.json`);
  await rm(report, { force: true });
  const parameters = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    '.ci/vitest.config.ts',
    '--project',
    'units',
    '--reporter=json',
    `--outputFile=${report}`,
    file,
  ];
  const { output } = await runProgram(process.execPath, parameters, { folder, well: false });
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: false, failed: [], broken: output.slice(-500) };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { assertionResults: { status: string; fullName: string }[]; message: string }[];
  };
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName.trim()),
  );
  if (numPassedTests + numFailedTests === 0)
    return {
      passed: false,
      failed,
      broken: testResults
        .map(({ message }) => message)
        .join(' ')
        .slice(0, 500),
    };
  return { passed: failed.length === 0, failed };
}

async function runPart(folder: string, { part, options = [] }: Exclude<Check, { tests: string }>): Promise<Omit<Outcome, 'milliseconds'>> {
  const parameters = ['cms/faults/faults.ts', '--short', '--only', part, ...options];
  const { code, output } = await runProgram(process.execPath, parameters, { folder, well: false });
  const lines = output.split('\n');
  const failed = lines.filter((line) => /^ {2}(LOST|WRONG) /.test(line)).map((line) => line.trim());
  const [skipped] = lines.filter((line) => line.startsWith('  SKIPPED: '));
  if (skipped) return { passed: false, failed: [], broken: skipped.trim() };
  if (failed.some((line) => line.startsWith('WRONG it broke off')) || (code !== 0 && failed.length === 0))
    return { passed: false, failed: [], broken: output.slice(-800) };
  return { passed: code === 0, failed };
}
