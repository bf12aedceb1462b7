import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { options } from '../../src/cli/options.ts';
import { duration } from '../../src/cli/progress.ts';
import { copyOfTree, plant } from './planted/copy-of-tree.ts';
import { editorFaults } from './planted/editor-faults.ts';
import { plantedFaults, type PlantedFault } from './planted/planted-faults.ts';
import { nameOfCheck, runCheck, type Check, type Outcome } from './planted/run-check.ts';

// Plants faults in copies of the code, one at a time, and looks whether the tests that are there to catch them do. Ends with status 1 where one is not caught.
const started = performance.now();
const { values } = options({ only: { type: 'string', default: '' }, keep: { type: 'boolean', default: false } });
const words = values.only.split(',').filter(Boolean);
const chosen = [...plantedFaults, ...editorFaults].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const work = await mkdtemp(join(tmpdir(), 'doorstep-planted-'));
/** Two cores: two at a time, each in a copy of its own. */
const atOnce = 2;
const folders = await Promise.all(
  Array.from({ length: atOnce }, async (_, number) => {
    const folder = join(work, `copy-${number}`);
    await copyOfTree(folder);
    return folder;
  }),
);

/** Does all of it, each piece in whichever copy is free. */
async function inCopies<T, Result>(items: readonly T[], work: (item: T, folder: string) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  await Promise.all(
    folders.map(async (folder) => {
      for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!, folder);
    }),
  );
  return results;
}

console.log(`${chosen.length} faults to plant, in ${work}`);
const checks = [...new Map(chosen.map(({ check }) => [nameOfCheck(check), check])).values()];
const healthy = new Map<string, Outcome>();
await inCopies(checks, async (check: Check, folder) => {
  const outcome = await runCheck(folder, check);
  healthy.set(nameOfCheck(check), outcome);
  if (!outcome.passed) console.log(`  without any fault ${nameOfCheck(check)} fails: ${outcome.broken ?? outcome.failed.slice(0, 3).join(' | ')}`);
});

interface Verdict {
  fault: PlantedFault;
  caught: boolean;
  told: string;
}
const verdicts = await inCopies(chosen, async (fault, folder): Promise<Verdict> => {
  const verdict = await tryFault(fault, folder);
  console.log(`  ${verdict.caught ? 'caught' : 'NOT CAUGHT'}: ${fault.name}\n      ${nameOfCheck(fault.check)}: ${verdict.told}`);
  return verdict;
});

async function tryFault(fault: PlantedFault, folder: string): Promise<Verdict> {
  if (!healthy.get(nameOfCheck(fault.check))?.passed) return { fault, caught: false, told: 'the check fails without the fault too' };
  const planted = [];
  try {
    for (const patch of fault.patches) planted.push(await plant(folder, patch));
    const { passed, failed, broken, milliseconds } = await runCheck(folder, fault.check);
    if (broken) return { fault, caught: false, told: `the check did not run: ${broken}` };
    return {
      fault,
      caught: !passed,
      told: passed ? 'everything passed' : `${failed[0]}${failed.length > 1 ? ` (and ${failed.length - 1} more)` : ''} (${duration(milliseconds)})`,
    };
  } catch (problem) {
    return { fault, caught: false, told: (problem as Error).message };
  } finally {
    for (const patch of planted) await patch.remove();
  }
}

if (!values.keep) await rm(work, { recursive: true, force: true });
const caught = verdicts.filter((verdict) => verdict.caught).length;
if (caught < chosen.length || chosen.length === 0) process.exitCode = 1;
console.log(`\nplanted: faults=${chosen.length} caught=${caught} uncaught=${chosen.length - caught} (${duration(performance.now() - started)})`);
