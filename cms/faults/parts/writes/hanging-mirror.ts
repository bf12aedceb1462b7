import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolderAt } from '../../../server/data-folder.ts';
import { percentile } from '../../harness/percentile.ts';
import { hasProgram, runProgram } from '../../harness/run-program.ts';
import { freePorts, startServer } from '../../harness/server-process.ts';
import type { Trial } from './bench.ts';
import { tryUnder, type Fault } from './trial.ts';

/** How long the backlog may take once the mirror answers again, in milliseconds. */
const patience = 120_000;

/** A port that takes connections and says nothing, until it is opened: then it leads to a real git server. */
async function createGate(port: number, behind: number) {
  let open = false;
  const held = new Set<Socket>();
  const gate = createServer((socket) => {
    held.add(socket);
    socket.on('error', () => undefined).on('close', () => held.delete(socket));
    if (!open) return;
    const onward = connect(behind, '127.0.0.1');
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    socket.pipe(onward).pipe(socket);
  }).listen(port, '127.0.0.1');
  await once(gate, 'listening');
  return {
    held: () => held.size,
    open() {
      open = true;
      for (const socket of held) socket.destroy();
    },
    close: () => gate.close(),
  };
}

/** The mirror takes the connection and never answers; later it does. */
export const hangingMirror: Trial = {
  name: 'a mirror that hangs, and comes back (git daemon behind a silent port)',
  missing: async () =>
    (await hasProgram('git', ['daemon', '--help'])) || (await hasProgram('sh', ['-c', 'test -x "$(git --exec-path)/git-daemon"']))
      ? undefined
      : 'there is no git daemon',
  async run({ options, work, short, say, bench }) {
    const [port = 0, behind = 0] = await freePorts(2);
    const [base, mirror] = [join(work, 'mirrors'), join(work, 'mirrors', 'content.git')];
    await mkdir(base, { recursive: true });
    await runProgram('git', ['init', '--bare', '--quiet', '--initial-branch=main', mirror]);
    const daemon = spawn(
      'git',
      ['daemon', '--reuseaddr', '--listen=127.0.0.1', `--port=${behind}`, '--export-all', '--enable=receive-pack', `--base-path=${base}`],
      { stdio: 'ignore', detached: true },
    );
    const gate = await createGate(port, behind);
    const server = await startServer({ ...options, variables: { ...options.variables, CONTENT_REMOTE: `git://127.0.0.1:${port}/content.git` } });
    const nothingFails: Fault = { name: 'a mirror that hangs', begin: () => undefined, end: () => true, statuses: [] };
    try {
      const own = bench(server);
      const times: number[] = [];
      for (let number = 0; number < (short ? 3 : 10); number++) {
        const began = performance.now();
        await tryUnder(own.bench, 'a publication', nothingFails);
        await tryUnder(own.bench, 'a later save', nothingFails);
        times.push(performance.now() - began);
      }
      if (gate.held() === 0) own.bench.result.complaints.push('The server never spoke to its mirror.');
      await own.end();
      gate.open();
      const drained = await whenEqual(dataFolderAt(options.data).repository, mirror);
      if (drained === undefined) own.bench.result.complaints.push(`The mirror did not have main ${patience / 1000} seconds after it answered again.`);
      say(`    a publication and a save with a hanging mirror take ${Math.round(percentile(times, 0.5))} ms; the backlog drained in ${drained} ms`);
      return { 'mirror-drained-ms': drained ?? 'never' };
    } finally {
      await server.killAll();
      gate.close();
      process.kill(-daemon.pid!, 'SIGKILL');
    }
  },
};

const headOf = async (repository: string) =>
  (await runProgram('git', [`--git-dir=${repository}`, 'rev-parse', 'refs/heads/main'], { well: false })).output;

/** Milliseconds until both have the same `main`. */
async function whenEqual(repository: string, mirror: string): Promise<number | undefined> {
  const began = performance.now();
  while ((await headOf(repository)) !== (await headOf(mirror))) {
    if (performance.now() - began > patience) return undefined;
    await wait(100);
  }
  return Math.round(performance.now() - began);
}
