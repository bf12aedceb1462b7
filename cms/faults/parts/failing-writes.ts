import { join } from 'node:path';
import { copyOf, preparedFixtureCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { benchFor, type Trial } from './writes/bench.ts';
import { failingDisk } from './writes/failing-disk.ts';
import { failingGit } from './writes/failing-git.ts';
import { fullDisk } from './writes/full-disk.ts';
import { hangingMirror } from './writes/hanging-mirror.ts';
import { readOnlyRepository } from './writes/read-only-repository.ts';

const trials: readonly Trial[] = [failingDisk, failingGit, fullDisk, readOnlyRepository, hangingMirror];

/** Makes writes fail in every way this machine allows, and says which those were. */
export const failingWrites: Part = { name: 'writes', title: 'writes that fail, a full disk, git that fails, a mirror that hangs', run };

async function run({ work, short, trial: wanted, say }: PartOptions): Promise<PartResult> {
  const result = emptyResult();
  const city = await preparedFixtureCity(work);
  const left: string[] = [];
  for (const [index, trial] of trials.filter(({ name }) => name.includes(wanted)).entries()) {
    const missing = await trial.missing();
    say(`  ${trial.name}${missing ? `: LEFT OUT, ${missing}` : ''}`);
    if (missing) {
      left.push(trial.name);
      continue;
    }
    const data = await copyOf(city, join(work, `trial-${index}`, 'data'));
    const figures = await trial.run({
      options: { ...city.options, data },
      work: join(work, `trial-${index}`),
      short,
      say,
      bench: benchFor({ data, who: city.people[0]!, result, short }),
    });
    Object.assign(result.figures, figures);
  }
  if (left.length > 0) result.figures['left-out'] = left.length;
  return result;
}
