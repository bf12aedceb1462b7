import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { randomFrom, type Random } from '../../../src/release/random.ts';
import { cmsClient, type Visitor } from '../harness/cms-client.ts';
import { campaignGuide } from '../harness/document-text.ts';
import { editingBy } from '../harness/editing.ts';
import { emptyFolder, faultsAfterFirstStart, halfAFirstStart } from '../harness/first-start.ts';
import { Ledger } from '../harness/ledger.ts';
import { LivePages } from '../harness/live-pages.ts';
import { percentile } from '../harness/percentile.ts';
import { copyOf, preparedFixtureCity, type PreparedCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { launchServer, startServer, type ServerProcess } from '../harness/server-process.ts';
import { verify } from '../harness/verify.ts';
import { atPoint, points, type PointName } from '../harness/watch-points.ts';
import { createWriter } from '../harness/writer.ts';

const writers = 8;
const documentsEach = 3;
/** A new data folder after so many kills: a campaign that ran in one would spend its time in `git fsck`. */
const killsAFolder = 25;
const mix = { save: 80, status: 6, publish: 8, discard: 6 };
/** At most so many saves are acknowledged before a kill: counted, not timed, so that a slow machine tries the same. */
const savesAKill = 48;
/** How long a named point is waited for, in milliseconds. */
const patience = 6000;

type Moment = 'at random' | 'while starting' | PointName;
/** Every second kill is at a random moment; the others take the named points in turn. */
const momentOf = (round: number): Moment => {
  const named: Moment[] = ['while starting', ...(Object.keys(points) as PointName[])];
  return round % 2 === 0 ? 'at random' : named[((round - 1) / 2) % named.length]!;
};

/** Kills the whole process group, again and again, while people write. */
export const kill: Part = { name: 'kill', title: 'kill -9 of the whole process group under load', run };

async function run({ work, short, count, seed, say }: PartOptions): Promise<PartResult> {
  const result = emptyResult();
  const random = randomFrom(seed);
  const city = await preparedFixtureCity(work);
  say(`  prepared in ${Math.round(city.preparedIn / 1000)} s; a start takes ${Math.round(city.startedIn)} ms`);
  const kills = count ?? (short ? 8 : 500);
  const starts: number[] = [];
  const byMoment = new Map<string, number>();
  let missed = 0;
  let halves = 0;
  for (let done = 0; done < kills; done += killsAFolder) {
    const data = await copyOf(city, join(work, 'killed'));
    const ledger = new Ledger();
    const pages = new LivePages(ledger);
    let server = await startServer({ ...city.options, data });
    for (let round = done; round < Math.min(kills, done + killsAFolder); round++) {
      const moment = momentOf(round);
      if (moment === 'while starting') {
        await server.killAll();
        server = await launchServer({ ...city.options, data });
        await wait(random.between(0, Math.ceil(city.startedIn * 1.1)));
      } else {
        const reached = await killUnderLoad({ server, data, ledger, city, moment, random, result });
        if (!reached) missed++;
      }
      await server.killAll();
      byMoment.set(moment, (byMoment.get(moment) ?? 0) + 1);
      server = await startServer({ ...city.options, data });
      starts.push(await server.ready);
      const { lost, complaints } = await verify(data, ledger);
      const where = `kill ${round + 1} (${moment})`;
      result.lost.push(...lost.map((loss) => `${where}: ${loss}`));
      result.complaints.push(...[...complaints, ...(await pages.faults(server.sitePort))].map((complaint) => `${where}: ${complaint}`));
      if ((round + 1) % 25 === 0 || round + 1 === kills)
        say(`  ${round + 1} kills, ${result.acknowledged + ledger.saves} saves acknowledged, ${result.lost.length} lost`);
    }
    const client = cmsClient(server);
    result.complaints.push(...(await pages.faultsWhenSettled({ client, who: city.people[0]!, sitePort: server.sitePort })));
    client.close();
    await server.stop().catch((problem: Error) => result.complaints.push(problem.message));
    result.acknowledged += ledger.saves;
    halves += ledger.halves;
    await rm(data, { recursive: true, force: true });
  }
  const firstStarts = short ? 1 : 20;
  for (let start = 1; start <= firstStarts; start++) {
    const data = await emptyFolder(city, join(work, `first-${start}`));
    const server = await halfAFirstStart({ city, data, random });
    await server.killAll();
    result.complaints.push(...(await faultsAfterFirstStart({ city, data })).map((fault) => `kill ${start} in a first start: ${fault}`));
    await rm(data, { recursive: true, force: true });
  }
  say(
    `  killed in a first start ${firstStarts} ×, ${[...byMoment].map(([moment, times]) => `${moment} ${times} ×`).join(', ')}${missed ? `; ${missed} named points did not come in time, killed anyway` : ''}`,
  );
  result.figures = { kills, 'half-publications': halves, 'restart-p95-ms': Math.round(percentile(starts, 0.95)) };
  return result;
}

interface Load {
  server: ServerProcess;
  data: string;
  ledger: Ledger;
  city: PreparedCity;
  moment: Exclude<Moment, 'while starting'>;
  random: Random;
  result: PartResult;
}

/** Lets everybody write and kills at the moment. Returns whether that moment came. */
async function killUnderLoad({ server, data, ledger, city, moment, random, result }: Load): Promise<boolean> {
  const client = cmsClient(server);
  const everybody = city.people.slice(0, writers).map((person, index) => writeUntilKilled({ client, person, index, ledger, random, result }));
  await whenAcknowledged(ledger, ledger.saves + random.between(0, savesAKill));
  const reached = moment === 'at random' ? await wait(random.between(0, 40), true) : await pointOrPatience(data, moment, random);
  await server.killAll();
  await Promise.all(everybody);
  client.close();
  return reached;
}

async function whenAcknowledged(ledger: Ledger, saves: number): Promise<void> {
  for (const until = performance.now() + 5 * patience; ledger.saves < saves && performance.now() < until;) await wait(2);
}

async function pointOrPatience(data: string, moment: PointName, random: Random): Promise<boolean> {
  const ending = new AbortController();
  const reached = await new Promise<boolean>((resolve) => {
    const stop = atPoint(data, moment, () => resolve(true));
    wait(patience, undefined, { signal: ending.signal }).then(
      () => {
        stop();
        resolve(false);
      },
      () => undefined,
    );
  });
  ending.abort();
  if (random.chance(0.5)) await wait(random.between(0, 4));
  return reached;
}

async function writeUntilKilled({
  client,
  person,
  index,
  ledger,
  random,
  result,
}: {
  client: ReturnType<typeof cmsClient>;
  person: Visitor;
  index: number;
  ledger: Ledger;
  random: Random;
  result: PartResult;
}): Promise<void> {
  const names = Array.from({ length: documentsEach }, (_, number) => campaignGuide(`k${index}-${number}`));
  const writer = createWriter({ editing: editingBy(client, person), ledger, names, random, mix });
  for (;;) {
    try {
      const { step, answer } = await writer.step();
      if (answer.status === 200) continue;
      result.complaints.push(`${step} was answered ${answer.status}: ${answer.body.error}`);
      if (answer.status >= 500 || result.complaints.length > 50) return;
    } catch {
      return;
    }
  }
}
