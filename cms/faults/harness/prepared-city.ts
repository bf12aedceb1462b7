import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fixtureDay, writeFixtureCity } from '../../../src/fixture-city/fixture-city.ts';
import type { Visitor } from './cms-client.ts';
import { signInEditors } from './sign-in-editors.ts';
import { runProgram } from './run-program.ts';
import { startServer, type ServerOptions } from './server-process.ts';

/** A data folder as the first start leaves it, with people who are signed in: copied, it starts at once. */
export interface PreparedCity {
  data: string;
  options: Omit<ServerOptions, 'data'>;
  people: Visitor[];
  /** Milliseconds of the first start, the compiling and the first release. */
  preparedIn: number;
  /** Milliseconds that a later start takes. */
  startedIn: number;
}

/** As many as any part needs. */
const everybody = 50;
let fixture: Promise<PreparedCity> | undefined;

/** The fixture city, prepared once for all parts of a campaign. Each works on copies. */
export const preparedFixtureCity = (work: string): Promise<PreparedCity> =>
  (fixture ??= prepareCity({ work: join(work, '..', 'fixture'), people: everybody }));

/** Makes one with the real server; `content` is written by the caller, or it is the fixture city. */
export async function prepareCity({ work, people, content }: { work: string; people: number; content?: string }): Promise<PreparedCity> {
  const started = performance.now();
  const [data, folder] = [join(work, 'prepared'), content ?? join(work, 'content')];
  await mkdir(work, { recursive: true });
  if (!content) await writeFixtureCity(folder);
  const options = { content: folder, day: fixtureDay };
  const first = await startServer({ ...options, data, patience: 300_000 });
  const visitors = await signInEditors(data, people);
  await first.stop();
  const preparedIn = performance.now() - started;
  const second = await startServer({ ...options, data });
  const startedIn = await second.ready;
  await second.stop();
  return { data, options, people: visitors, preparedIn, startedIn };
}

/** A copy of its own in a folder, hard links among the releases kept as they are. */
export async function copyOf({ data }: PreparedCity, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, '..'), { recursive: true });
  if (process.platform === 'linux') await runProgram('cp', ['-a', data, folder]);
  else await cp(data, folder, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return folder;
}
