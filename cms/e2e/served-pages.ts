import { mkdtemp } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { fixtureDay } from '../../src/fixture-city/fixture-city.ts';
import { readContent } from '../../src/graph/read.ts';
import { defaultContentFolder } from '../../src/release/folders.ts';
import { pagesInFolder, type PagesInFolder } from '../server/pages/pages-in-folder.ts';
import { createApiCity, type ApiCity } from '../server/protocol/api-city.ts';

export interface ServedPages extends PagesInFolder {
  server: Server;
  /** The store and the protocol behind the pages. */
  city: ApiCity;
}

/** The pages of the CMS with the sample city's five languages on a port of their own, for a browser: what publishing says is said by the test, so that every state can be looked at. */
export async function servePages(): Promise<ServedPages> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const source = await readContent(defaultContentFolder);
  const store = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-pages-')), { files: source.texts, day: fixtureDay });
  const city = await pagesInFolder({ source, origin: `http://cms.localhost:${port}`, api: store.answer });
  server.on('request', getRequestListener(city.fetch));
  return {
    ...city,
    city: store,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await city[Symbol.asyncDispose]();
      await store.close();
    },
  };
}
