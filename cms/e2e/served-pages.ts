import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { readContent } from '../../src/graph/read.ts';
import { defaultContentFolder } from '../../src/release/folders.ts';
import { pagesInFolder, type PagesInFolder } from '../server/pages/pages-in-folder.ts';

export interface ServedPages extends PagesInFolder {
  server: Server;
}

/** The pages of the CMS with the sample city's five languages on a port of their own, for a browser: what publishing says is said by the test, so that every state can be looked at. */
export async function servePages(): Promise<ServedPages> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const city = await pagesInFolder({ source: await readContent(defaultContentFolder), origin: `http://cms.localhost:${port}` });
  server.on('request', getRequestListener(city.fetch));
  return {
    ...city,
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await city[Symbol.asyncDispose]();
    },
  };
}
