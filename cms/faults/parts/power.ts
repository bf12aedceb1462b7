import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, type Random } from '../../../src/release/random.ts';
import { dataFolderAt } from '../../server/data-folder.ts';
import { emptyFolder, faultsAfterFirstStart, halfAFirstStart } from '../harness/first-start.ts';
import { Ledger } from '../harness/ledger.ts';
import { LivePages } from '../harness/live-pages.ts';
import { copyOf, preparedFixtureCity, type PreparedCity } from '../harness/prepared-city.ts';
import { emptyResult, type Part, type PartOptions, type PartResult } from '../harness/report.ts';
import { runProgram } from '../harness/run-program.ts';
import { startServer, type ServerOptions } from '../harness/server-process.ts';
import { verify } from '../harness/verify.ts';
import { createLoopDevice, loopDeviceIsMissing, type LoopDevice } from '../machine/loop-device.ts';
import { carelessGit, unreadable } from './power/careless-git.ts';
import { cutWhileWriting } from './power/cut-while-writing.ts';

const writers = 4;
/** A new file system after so many cuts. */
const cutsADevice = 20;

/** Cuts the power while saves are being acknowledged. */
export const power: Part = { name: 'power', title: 'power cut on a file system of its own (ext4 on a loop device)', run };

async function run({ work, short, count, seed, say }: PartOptions): Promise<PartResult> {
  const missing = await loopDeviceIsMissing();
  if (missing) return { ...emptyResult(), skipped: `power cuts cannot be tried here: ${missing}` };
  const result = emptyResult();
  const around: Around = { work, city: await preparedFixtureCity(work), random: randomFrom(seed), result };

  const carelessCuts = short ? 1 : 5;
  const careless = await cutWithoutFlushes(around, carelessCuts);
  say(`  with core.fsync off ${careless.lost} of ${careless.acknowledged} acknowledged saves were lost in ${carelessCuts} cuts: the method can fail`);
  if (careless.lost === 0) result.complaints.push('With core.fsync off nothing was lost either: this way of cutting the power proves nothing.');

  const cuts = count ?? (short ? 3 : 100);
  for (let done = 0; done < cuts; done += cutsADevice) {
    const first = done + 1;
    const last = Math.min(cuts, done + cutsADevice);
    await cutAgainAndAgain(around, { first, last });
    say(`  ${last} cuts, ${result.acknowledged} saves acknowledged, ${result.lost.length} lost`);
  }
  const firstStarts = short ? 1 : 20;
  for (let start = 1; start <= firstStarts; start++)
    result.complaints.push(...(await cutInFirstStart(around)).map((fault) => `power cut ${start} in a first start: ${fault}`));
  say(`  the power cut in a first start ${firstStarts} ×`);
  result.figures = { cuts, 'careless-lost': `${careless.lost}/${careless.acknowledged}` };
  return result;
}

interface Around {
  work: string;
  city: PreparedCity;
  random: Random;
  result: PartResult;
}

/** The power goes while the data folder is being made: what is left of it must not keep the next start from coming up. */
async function cutInFirstStart({ work, city, random }: Around): Promise<string[]> {
  const device = await createLoopDevice({ work, name: 'first', megabytes: 300 });
  try {
    const data = await emptyFolder(city, join(device.folder, 'data'));
    await runProgram('sync', ['-f', device.folder]);
    const server = await halfAFirstStart({ city, data, random });
    await device.cut();
    await server.killAll();
    await device.unmount();
    await device.mount();
    return await faultsAfterFirstStart({ city, data });
  } finally {
    await device.unmount().catch(() => undefined);
    await rm(join(work, 'first.img'), { force: true });
  }
}

/** Does something on a file system of its own that holds a copy of the city. */
async function onDevice({ work, city }: Around, use: (device: LoopDevice, options: ServerOptions) => Promise<void>): Promise<void> {
  const device = await createLoopDevice({ work, name: 'device', megabytes: 400 });
  try {
    const data = await copyOf(city, join(device.folder, 'data'));
    await runProgram('sync', ['-f', device.folder]);
    await use(device, { ...city.options, data });
  } finally {
    await device.unmount().catch(() => undefined);
    await rm(join(work, 'device.img'), { force: true });
  }
}

/** Two of three cuts come under load, the third in a quiet moment. */
async function cutAgainAndAgain(around: Around, { first, last }: { first: number; last: number }): Promise<void> {
  const { city, random, result } = around;
  await onDevice(around, async (device, options) => {
    const ledger = new Ledger();
    const pages = new LivePages(ledger);
    let server = await startServer(options);
    try {
      for (let cut = first; cut <= last; cut++) {
        const moment = cut % 3 === 0 ? 'quiet' : 'load';
        const answered = await cutWhileWriting({ server, device, ledger, people: city.people.slice(0, writers), random, moment });
        const where = `cut ${cut} (${moment}): `;
        const next = await startServer(options).catch((problem: unknown) => String(problem));
        if (typeof next === 'string') {
          result.complaints.push(`${where}the server does not start: ${next.replaceAll('\n', ' ')}`);
          return;
        }
        server = next;
        const { lost, complaints } = await verify(options.data, ledger);
        result.lost.push(...lost.map((line) => where + line));
        result.complaints.push(...[...answered, ...complaints, ...(await pages.faults(server.sitePort))].map((line) => where + line));
      }
    } finally {
      await server.killAll();
      result.acknowledged += ledger.saves;
    }
  });
}

/** The same with a git that flushes nothing: what is lost then shows that this way of cutting the power finds losses. */
async function cutWithoutFlushes(around: Around, cuts: number): Promise<{ acknowledged: number; lost: number }> {
  const sum = { acknowledged: 0, lost: 0 };
  const programs = await carelessGit(around.work);
  for (let cut = 0; cut < cuts; cut++)
    await onDevice(around, async (device, options) => {
      const ledger = new Ledger();
      const server = await startServer({ ...options, programs });
      await cutWhileWriting({ server, device, ledger, people: around.city.people.slice(0, writers), random: around.random, moment: 'quiet' });
      sum.acknowledged += ledger.saves;
      sum.lost += (await unreadable(dataFolderAt(options.data).repository, ledger.kept)).length;
    });
  return sum;
}
