import { readCmsEnvironment } from '../server/environment.ts';
import type { LimitTable } from '../server/http/limits.ts';
import { createLog, errorForLog } from '../server/http/request-log.ts';
import { startServer, type RunningServer } from '../server/server.ts';

const print = (text: string) => void process.stdout.write(`${text}\n`);
/** A sentence for whoever runs the server, and the end. */
function end(problem: unknown): never {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exit(1);
}

/** What is told once everything runs. */
function telling({ origin, cmsOrigin, parts: { signInLink, difference, publishing } }: RunningServer): string {
  const { last, lastLive } = publishing.state();
  return [
    lastLive === null && last !== null
      ? `There is no site to show yet. The first release was refused:\n${last.problems.map(({ path, problem }) => `  ${path} ${problem}`).join('\n')}`
      : `The site is at ${origin}/`,
    `The editor is at ${cmsOrigin}/`,
    ...(signInLink ? [`Sign in as the first administrator, once and within ten minutes; start again for another link:\n  ${signInLink}`] : []),
    ...(difference ? [difference] : []),
  ].join('\n');
}

/** Runs the server as a process of its own, set up by the environment, until it is asked to stop. */
export async function runServer({ limits }: { limits?: LimitTable } = {}): Promise<void> {
  // Whoever reads along may leave; the server stays.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let stopping = false;
  let starting: Promise<RunningServer> | undefined;
  const stop = () => {
    // Asked twice, it ends at once: what was acknowledged is on the disk.
    if (stopping) process.exit(130);
    stopping = true;
    const closed = starting?.then((server) => server.close()) ?? Promise.resolve();
    void closed.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const environment = readCmsEnvironment();
    const log = createLog(environment.LOG_LEVEL);
    // One promise that nobody waited for must not end the work of fifty people; after an exception that nobody caught nothing can be relied on.
    process.on('unhandledRejection', (problem) => log.error({ error: errorForLog(problem) }, 'unhandled'));
    process.on('uncaughtException', (problem) => {
      log.fatal({ error: errorForLog(problem) }, 'uncaught');
      process.exit(1);
    });
    starting = startServer({ environment, print, log, ...(limits && { limits }) });
    const server = await starting;
    await server.siteReady;
    if (!stopping) print(telling(server));
    // After the site, so that both do not wait for each other; whoever opens the editor before it is there waits a few seconds.
    await server.bundle().catch((problem: unknown) => log.error({ error: errorForLog(problem) }, 'editor'));
  } catch (problem) {
    end(problem);
  }
}
