import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../../src/release/random.ts';
import { dataFolderAt } from '../../server/data-folder.ts';
import type { PreparedCity } from './prepared-city.ts';
import { complaintsOfFsck } from './repository.ts';
import { runProgram } from './run-program.ts';
import { launchServer, startServer, type ServerProcess } from './server-process.ts';
import { siteClient } from './site-client.ts';
import { faultsOfRelease } from './whole-release.ts';

/** How long a first start is waited for until it has content, in milliseconds. */
const patience = 30_000;

/** An empty data folder, but for the compiled pages: so that a first start takes a second or two. */
export async function emptyFolder({ data }: PreparedCity, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await runProgram('cp', ['-a', dataFolderAt(data).cache, join(folder, 'cache')]);
  return folder;
}

/** Begins a first start, and stops waiting at a random moment of it: of the making of the repository, of the import, of the first release. */
export async function halfAFirstStart({ city, data, random }: { city: PreparedCity; data: string; random: Random }): Promise<ServerProcess> {
  const server = await launchServer({ ...city.options, data });
  const main = join(dataFolderAt(data).repository, random.pick(['HEAD', 'config', 'refs/heads/main']));
  for (const until = performance.now() + patience; !existsSync(main) && server.alive() && performance.now() < until;) await wait(1);
  await wait(random.chance(0.5) ? random.between(0, 20) : random.between(0, Math.ceil(city.startedIn)));
  return server;
}

/** What is wrong after the start that follows: it must come up by itself, with sound content and a whole site. */
export async function faultsAfterFirstStart({ city, data }: { city: PreparedCity; data: string }): Promise<string[]> {
  let server: ServerProcess;
  try {
    server = await startServer({ ...city.options, data });
  } catch (problem) {
    return [`the next start failed: ${(problem as Error).message.slice(0, 500)}`];
  }
  const site = siteClient(server.sitePort);
  const { status } = await site.get('/en/guides/bicycle/');
  site.close();
  await server.killAll();
  const { repository, site: releases } = dataFolderAt(data);
  return [
    ...(status === 200 ? [] : [`a page of the content answers ${status}`]),
    ...(await complaintsOfFsck(repository)).map((line) => `git fsck: ${line}`),
    ...(await faultsOfRelease(releases)),
  ];
}
