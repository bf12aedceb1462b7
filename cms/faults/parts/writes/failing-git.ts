import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../harness/run-program.ts';
import { startServer } from '../../harness/server-process.ts';
import type { Trial } from './bench.ts';
import { attempts, tryUnder, type Attempt, type Fault } from './trial.ts';

/** What the k-th git does: ends with an error at once, does its work and then ends with an error, is killed, or never ends. */
const ways = { fail: 'exit 128', late: '"$real" "$@"; exit 128', killed: 'kill -9 $$', hangs: 'exec sleep 1000' } as const;
type Way = keyof typeof ways;
/** No request needs more gits than this. */
const most = 60;

/** A `git` first in PATH that is the real one, but for the call that the plan names. Calls are counted by folders, since making one is atomic. */
async function createFailingGit(work: string) {
  const [programs, calls] = [join(work, 'git-programs'), join(work, 'git-calls')];
  await mkdir(programs, { recursive: true });
  const real = (await runProgram('sh', ['-c', 'command -v git'])).output.trim();
  const cases = Object.entries(ways).map(([way, does]) => `    ${way}) ${does};;`);
  const script = `#!/bin/sh
real='${real}'
if [ -d '${calls}' ]; then
  read -r way at < '${calls}/plan'
  call=1
  while ! mkdir "${calls}/$call" 2>/dev/null; do call=$((call + 1)); [ $call -gt 1000 ] && break; done
  [ "$call" = "$at" ] && case $way in
${cases.join('\n')}
  esac
fi
exec "$real" "$@"
`;
  await writeFile(join(programs, 'git'), script);
  await chmod(join(programs, 'git'), 0o755);
  return {
    programs,
    async arm(way: Way, at: number) {
      await mkdir(`${calls}.next`, { recursive: true });
      await writeFile(join(`${calls}.next`, 'plan'), `${way} ${at}\n`);
      await runProgram('mv', ['-T', `${calls}.next`, calls]);
    },
    /** Returns how many gits ran since. */
    async disarm(): Promise<number> {
      const count = (await readdir(calls)).length - 1;
      await rm(calls, { recursive: true });
      return count;
    },
  };
}

/** The k-th git of a request fails, for every k. */
export const failingGit: Trial = {
  name: 'a git that fails, fails after its work, is killed, hangs (program in PATH)',
  missing: () => Promise.resolve(process.platform === 'linux' ? undefined : 'it needs Linux'),
  async run({ options, work, short, say, bench }) {
    const git = await createFailingGit(work);
    const server = await startServer({ ...options, programs: git.programs });
    let injected = 0;
    try {
      const own = bench(server);
      const everyCall = async (attempt: Attempt, way: Way, stride = 1) => {
        for (let at = 1; at <= most; at += stride) {
          const fault: Fault = {
            name: `git number ${at} that ${{ fail: 'fails', late: 'fails after its work', killed: 'is killed', hangs: 'hangs' }[way]}`,
            begin: () => git.arm(way, at),
            end: async () => (await git.disarm()) >= at,
            statuses: [503],
          };
          if (!(await tryUnder(own.bench, attempt, fault))) return;
          injected++;
        }
      };
      for (const attempt of short ? (['a later save'] as const) : attempts)
        for (const way of short ? (['fail', 'late'] as const) : (['fail', 'late', 'killed'] as const)) await everyCall(attempt, way);
      if (!short) await everyCall('a later save', 'hangs', 2);
      await own.end();
      say(`    ${injected} failures injected; answers ${own.told()}`);
    } finally {
      await server.killAll();
    }
    return { 'failing-git': injected };
  },
};
