import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../../src/release/root.ts';
import { campaignSecret } from './sign-in-editors.ts';

export interface ServerOptions {
  /** The data folder. */
  data: string;
  /** The content folder of a first start. */
  content: string;
  day: string;
  /** Variables beside those of the campaign's own process. */
  variables?: Readonly<Record<string, string>>;
  /** Put before PATH: programs found there stand in for the real ones. */
  programs?: string;
  /** Milliseconds until it must answer. */
  patience?: number;
}

/** The real server, started by its command as a process group of its own, so that everything it started dies with it. */
export interface ServerProcess {
  pid: number;
  port: number;
  sitePort: number;
  /** Kept once both its origins answer: milliseconds from the command to the first answer. Broken where it ended before, or took too long. */
  ready: Promise<number>;
  /** Its exit status; null where a signal ended it. */
  ended: Promise<number | null>;
  output: () => string;
  alive: () => boolean;
  /** kill -9 of the whole group; kept when nothing of it runs any more. */
  killAll: () => Promise<void>;
  /** SIGTERM, as a service manager stops it. Throws where it does not end within 20 seconds. */
  stop: () => Promise<void>;
}

/** Ports nobody listens on now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** The beginning says why a server ended, the end what it did last. */
const withoutMiddle = (text: string): string => (text.length < 40_000 ? text : `${text.slice(0, 10_000)}\n…\n${text.slice(-10_000)}`);

const running = new Set<number>();
process.on('exit', () => {
  for (const pid of running) endGroup(pid);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}

const groupRuns = (pid: number) => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Starts a server without waiting for it. */
export async function launchServer(options: ServerOptions): Promise<ServerProcess> {
  const [sitePort = 0, port = 0] = await freePorts(2);
  const variables = {
    DOORSTEP_CMS_DATA: options.data,
    DOORSTEP_CONTENT: options.content,
    DOORSTEP_DAY: options.day,
    PORT: String(sitePort),
    CMS_PORT: String(port),
    HOST: '127.0.0.1',
    ORIGIN: `http://localhost:${sitePort}`,
    CMS_ORIGIN: `http://cms.localhost:${port}`,
    LOG_LEVEL: 'warn',
    SECRET: campaignSecret,
    ...options.variables,
  };
  const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const command = [process.execPath, join(root, 'cms/cli/start.ts')];
  const [program, parameters] = options.programs
    ? ['sh', ['-c', 'PATH="$1:$PATH"; export PATH; shift; exec env "$@"', 'sh', options.programs, ...set, ...command]]
    : ['env', [...set, ...command]];
  const started = performance.now();
  const child = spawn(program, parameters, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const pid = child.pid!;
  running.add(pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output = withoutMiddle(output + text)));
  const server: Omit<ServerProcess, 'ready'> = {
    pid,
    port,
    sitePort,
    ended,
    output: () => output,
    alive: () => child.exitCode === null && child.signalCode === null,
    async killAll() {
      endGroup(pid);
      await ended;
      while (groupRuns(pid)) await wait(1);
      running.delete(pid);
    },
    async stop() {
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), wait(20_000, false, { ref: false })]);
      endGroup(pid);
      running.delete(pid);
      if (!inTime) throw new Error(`The server did not stop within 20 seconds of SIGTERM:\n${output.slice(-2000)}`);
    },
  };
  const ready = answersBy(server, started, options.patience ?? 60_000);
  ready.catch(() => undefined);
  return { ...server, ready };
}

/** Starts a server and waits until both its origins answer. Throws with what it said where it does not. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const server = await launchServer(options);
  try {
    await server.ready;
    return server;
  } catch (problem) {
    await server.killAll();
    throw problem;
  }
}

async function answersBy(server: Omit<ServerProcess, 'ready'>, started: number, patience: number): Promise<number> {
  for (;;) {
    if (!server.alive()) throw new Error(`The server ended before it answered:\n${server.output().slice(0, 3000)}`);
    const [cms, site] = await Promise.all([
      answers(server.port, `cms.localhost:${server.port}`),
      answers(server.sitePort, `localhost:${server.sitePort}`),
    ]);
    if (cms && site) return performance.now() - started;
    if (performance.now() - started > patience)
      throw new Error(`The server did not answer within ${patience / 1000} seconds:\n${server.output().slice(-3000)}`);
    await wait(15);
  }
}

const answers = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/', headers: { host }, agent: false, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode !== undefined && response.statusCode < 500);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
