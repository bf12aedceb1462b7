import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixtureDay, fixtureFiles } from '../fixture-city/fixture-city.ts';
import { buildSite } from '../release/build.ts';
import { defaultContentFolder } from '../release/folders.ts';
import { createSiteServer } from '../release/serve.ts';
import { allPages, type PageRef } from '../views/routes.ts';
import { siteOn, type Site } from '../views/site.ts';

/** `sample` is content/, `fixture` the city for tests, `bare` the same without a single entry, and `crowded` with so many that every list has a second page. */
export type CityName = 'fixture' | 'sample' | 'bare' | 'crowded';

/** Entries of which the crowded city has many. */
const multiplied = /^(stories\/en\/k1d4|guides\/en\/bicycle|practices\/en\/harbour-table)\.mdx$/;
const many = 80;

export interface City {
  name: CityName;
  /** Where it is served, without a slash at the end. */
  origin: string;
  site: Site;
  pages: PageRef[];
  /** The built files. */
  folder: string;
  close: () => Promise<void>;
}

/** Writes a city's content into a folder; the sample city stays where it is. Returns where it is. */
export async function writeCity(name: CityName, folder: string): Promise<string> {
  if (name === 'sample') return defaultContentFolder;
  const files = await fixtureFiles();
  const chosen = [...files].filter(([path]) => name !== 'bare' || /^(settings|strings)\//.test(path));
  const copies =
    name === 'crowded' ? [...files].filter(([path]) => multiplied.test(path)).flatMap(([path, text]) => copiesOf(path, String(text))) : [];
  for (const [path, content] of [...chosen, ...copies]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** An entry many times over, each with an address and a house number of its own. */
const copiesOf = (path: string, text: string) =>
  Array.from({ length: many }, (_, index): [string, string] => [
    path.replace('.mdx', `-${index}.mdx`),
    text.replace(/^number: .*$/m, `number: ${1000 + index}`),
  ]);

/** Builds a city for the fixture day into a folder of its own, and serves it on a free port until it is closed. */
export async function startCity(name: CityName): Promise<City> {
  const temporary = await mkdtemp(join(tmpdir(), `doorstep-${name}-`));
  const content = await writeCity(name, join(temporary, 'content'));
  const { published, content: read } = await buildSite({ content, out: join(temporary, 'out'), day: fixtureDay });
  if (!published || !read.graph) throw new Error(`The ${name} city was not built: ${JSON.stringify(read.findings, undefined, 2)}`);
  const site = siteOn(read.graph, fixtureDay);
  const folder = join(temporary, 'out', 'site');
  const server = createSiteServer({ root: folder });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    name,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    site,
    pages: [...allPages(site)],
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
