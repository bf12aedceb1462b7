import { createFailingIo, failingIoIsMissing, failures, type Failure, type FailurePlan } from '../../machine/failing-io.ts';
import { startServer, type ServerOptions } from '../../harness/server-process.ts';
import { attempts, tryUnder, type Attempt, type Fault } from './trial.ts';
import type { BenchMaker, Trial } from './bench.ts';

const kinds = Object.keys(failures) as Failure[];
/** No save needs more of one kind; where more are counted, something runs away. */
const most = 400;

/** Every k-th write, flush, rename, new file and removal below the data folder, in the server and in its git, fails: once, or from then on. */
export const failingDisk: Trial = {
  name: 'writes, flushes, renames, new files and removals that fail (preloaded library)',
  missing: failingIoIsMissing,
  async run({ options, work, short, say, bench }) {
    const io = await createFailingIo({ folder: options.data, work });
    const server = await startServer({
      ...options,
      programs: io.programs,
      variables: { ...options.variables, ...io.variables },
    } satisfies ServerOptions);
    let injected = 0;
    try {
      const own = bench(server);
      for (const { attempt, error, sticky } of combinations(short))
        for (const kind of kinds) {
          const times = await everyOne({ own, io, attempt, stride: short ? 5 : 1, plan: { kind, error, sticky } });
          injected += times;
        }
      await own.end();
      say(`    ${injected} failures injected; answers ${own.told()}`);
    } finally {
      io.disarm();
      await server.killAll();
      io.close();
    }
    return { 'failing-writes': injected };
  },
};

function combinations(short: boolean): { attempt: Attempt; error: FailurePlan['error']; sticky: boolean }[] {
  if (short)
    return [
      { attempt: 'a later save', error: 'EIO', sticky: false },
      { attempt: 'a later save', error: 'killed', sticky: false },
      { attempt: 'a publication', error: 'ENOSPC', sticky: true },
    ];
  return attempts.flatMap((attempt) => (['EIO', 'ENOSPC'] as const).flatMap((error) => [false, true].map((sticky) => ({ attempt, error, sticky }))));
}

/** Lets the first fail, then the second, and so on, until there is none left to fail. */
async function everyOne({
  own,
  io,
  attempt,
  stride,
  plan,
}: {
  own: ReturnType<BenchMaker>;
  io: Awaited<ReturnType<typeof createFailingIo>>;
  attempt: Attempt;
  stride: number;
  plan: Omit<FailurePlan, 'after'>;
}): Promise<number> {
  let times = 0;
  for (let after = 0; after < most; after += stride) {
    const fault: Fault = {
      name:
        plan.error === 'killed'
          ? `git killed at its ${plan.kind} ${after + 1}`
          : `${plan.kind} ${after + 1}${plan.sticky ? ' and all later ones' : ''} failing with ${plan.error}`,
      begin: () => io.arm({ ...plan, after }),
      end: () => io.disarm().fired > 0,
      statuses: plan.error === 'ENOSPC' ? [503, 507] : [503],
    };
    if (!(await tryUnder(own.bench, attempt, fault))) return times;
    times++;
  }
  own.bench.result.complaints.push(`${attempt} needs more than ${most} of the kind ${plan.kind}`);
  return times;
}
