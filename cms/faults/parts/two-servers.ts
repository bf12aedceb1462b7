import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { copyOf, preparedFixtureCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { launchServer, startServer, type ServerOptions, type ServerProcess } from '../harness/server-process.ts';
import { complaintsOfFsck } from '../harness/repository.ts';
import { dataFolderAt } from '../../server/data-folder.ts';

/** How long one that must refuse may take to do so, in milliseconds. */
const patience = 20_000;

/** Starts two servers on one data folder, one after the other and at once. */
export const twoServers: Part = { name: 'two', title: 'two servers on one data folder', run };

async function run({ work, short, count, say }: PartOptions): Promise<PartResult> {
  const result = emptyResult();
  const city = await preparedFixtureCity(work);
  const options = { ...city.options, data: await copyOf(city, join(work, 'shared')) };

  const first = await startServer(options);
  const sentence = await refusalOf(await launchServer(options));
  if ('complaint' in sentence) result.complaints.push(`A second server beside a running one ${sentence.complaint}`);
  else say(`  the second says: ${sentence.said}`);
  if (!first.alive()) result.complaints.push('The first server ended when a second one was started.');
  await first.killAll();

  const rounds = count ?? (short ? 2 : 20);
  for (let round = 1; round <= rounds; round++) {
    const complaint = await atOnce(options);
    if (complaint) result.complaints.push(`Two started at once, round ${round}: ${complaint}`);
  }
  result.complaints.push(...(await complaintsOfFsck(dataFolderAt(options.data).repository)));
  result.figures = { 'started-at-once': rounds };
  return result;
}

/** Exactly one of two must run, and the other refuse with a sentence. Nothing where it is so. */
async function atOnce(options: ServerOptions): Promise<string | undefined> {
  const both = await Promise.all([launchServer(options), launchServer(options)]);
  const outcomes = await Promise.all(
    both.map((server) =>
      server.ready.then(
        () => 'runs' as const,
        () => 'ended' as const,
      ),
    ),
  );
  // Who runs must go on running once the other has gone.
  await wait(200);
  const alive = both.filter((server) => server.alive());
  const refused = both.filter((server) => !server.alive());
  const complaint =
    alive.length !== 1
      ? `${alive.length} run (${outcomes.join(', ')}): ${both.map((server) => server.output().slice(-300)).join(' | ')}`
      : await refusalOf(refused[0]!).then((sentence) => ('complaint' in sentence ? sentence.complaint : undefined));
  await Promise.all(both.map((server) => server.killAll()));
  return complaint;
}

/** What a server says that must not run; a complaint where it runs, ends as if all were well, or says nothing a person understands. */
async function refusalOf(server: ServerProcess): Promise<{ said: string } | { complaint: string }> {
  const code = await Promise.race([server.ended, wait(patience, 'runs' as const, { ref: false })]);
  await server.killAll();
  const said = server.output().trim();
  if (code === 'runs') return { complaint: `was still running after ${patience / 1000} seconds` };
  if (code === 0) return { complaint: 'ended with status 0' };
  if (!/Another server .*running on this data folder/.test(said) || /\n\s+at /.test(said))
    return { complaint: `did not say why in a sentence: ${said.slice(-400)}` };
  return { said };
}
