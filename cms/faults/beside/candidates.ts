import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cmsClient, type CmsClient, type Visitor } from '../harness/cms-client.ts';
import { prepareCity } from '../harness/prepared-city.ts';
import { runProgram } from '../harness/run-program.ts';
import { freePorts, startServer } from '../harness/server-process.ts';

/** A server that speaks Decap's proxy protocol, on content of its own. */
export interface Candidate {
  name: string;
  client: CmsClient;
  who: Visitor;
  stop: () => Promise<void>;
}

/** Our store, as `npm start` runs it. */
export async function startDoorstep({ work, content }: { work: string; content: string }): Promise<Candidate> {
  const city = await prepareCity({ work, people: 1, content });
  const server = await startServer({ ...city.options, data: city.data });
  return { name: 'Doorstep', client: cmsClient(server), who: city.people[0]!, stop: () => server.stop() };
}

/** decap-server with git, as its documentation says: a checkout, one branch a draft. Nobody signs in there. */
export async function startDecapServer({ work, content }: { work: string; content: string }): Promise<Candidate> {
  const checkout = join(work, 'checkout');
  await mkdir(checkout, { recursive: true });
  await cp(content, join(checkout, 'content'), { recursive: true });
  const git = (...parameters: string[]) =>
    runProgram('git', ['-C', checkout, '-c', 'user.name=Bench', '-c', 'user.email=bench@campaign.example', ...parameters]);
  await git('init', '--quiet', '--initial-branch=main');
  await git('config', 'user.name', 'Bench');
  await git('config', 'user.email', 'bench@campaign.example');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Content');
  const [port = 0] = await freePorts(1);
  const program = createRequire(import.meta.url).resolve('decap-server/dist/index.js');
  const variables = [`PORT=${port}`, 'BIND_HOST=127.0.0.1', 'MODE=git', `GIT_REPO_DIRECTORY=${checkout}`, 'LOG_LEVEL=error'];
  const child = spawn('env', [...variables, process.execPath, program], { cwd: work, stdio: 'ignore' });
  const client = cmsClient({ port });
  const who = { id: '', cookie: '' };
  const until = performance.now() + 30_000;
  while ((await client.call(who, 'info', {}).catch(() => ({ status: 0 }))).status !== 200) {
    if (performance.now() > until) throw new Error('decap-server did not answer within 30 seconds.');
    await wait(50);
  }
  return {
    name: 'decap-server',
    client,
    who,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
