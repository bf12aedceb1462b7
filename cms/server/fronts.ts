import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { createSiteServer } from '../../src/release/serve.ts';
import { headersFor } from '../../src/release/site-headers.ts';
import type { Closing } from './closing.ts';
import type { CmsEnvironment } from './environment.ts';
import { answerBarely, answerBrokenRequests, bareResponse } from './http/bare-answers.ts';
import { listen } from './http/listen.ts';
import { errorForLog } from './http/request-log.ts';
import { securityHeaders, strictTransport } from './http/security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Milliseconds for the head of a request; its body may take minutes over a slow line. */
const headersTimeout = 20_000;
/** Milliseconds that a request may go on after the server was asked to stop. */
export const stopPatience = 10_000;

/** The two doors to the street: the site's address and the editor's. */
export interface Fronts {
  /** Without a slash at the end. */
  origin: string;
  cmsOrigin: string;
  /** From now on requests to the editor's address are answered by this. */
  open: (cms: (request: Request, bindings: object) => Response | Promise<Response>) => void;
  /** Whether a release is there to be served. */
  siteIsThere: () => boolean;
}

/** What is asked for while it is not there yet is told so. */
const switchable = (unavailable: Handler): { handler: Handler; to: (handler: Handler) => void } => {
  let current = unavailable;
  return { handler: (request, response) => current(request, response), to: (handler) => (current = handler) };
};

function makeServer(handler: Handler, headers: Parameters<typeof answerBrokenRequests>[1]): Server {
  const server = createServer({ headersTimeout }, handler);
  answerBrokenRequests(server, headers);
  return server;
}

/** Listens on both ports. Until `open` is called, and while no release is there, requests are answered with 503. */
export async function openFronts({
  environment: { HOST, PORT, CMS_PORT, ORIGIN, CMS_ORIGIN },
  site,
  log,
  closing,
}: {
  environment: CmsEnvironment;
  /** The folder of the releases. */
  site: string;
  log: Logger;
  closing: Closing;
}): Promise<Fronts> {
  const served = join(site, 'site');
  const server = createSiteServer({
    root: served,
    log: ({ method, status, milliseconds, error }) => {
      if (error !== undefined) log.error({ method, status, ms: Math.round(milliseconds), error: errorForLog(error) }, 'site');
    },
  });
  let there = false;
  const siteIsThere = () => (there ||= existsSync(served));
  const siteHeaders = headersFor('/');
  const siteIsSecure = ORIGIN?.startsWith('https:') ?? false;
  const answerSite: Handler = (request, response) => {
    // Not in the table of the site's headers, which also serves hosts that decide this themselves.
    if (siteIsSecure) response.setHeader(...strictTransport);
    if (siteIsThere()) server.emit('request', request, response);
    else answerBarely(response, 503, siteHeaders);
  };

  const headers = securityHeaders({ https: CMS_ORIGIN?.startsWith('https:') ?? false });
  const cms = switchable((_, response) => answerBarely(response, 503, headers));
  const cmsFront = await listen({ make: () => makeServer(cms.handler, headers), host: HOST, port: CMS_PORT, variable: 'CMS_PORT' });
  closing.add(() => cmsFront.close(stopPatience));
  const siteFront = await listen({ make: () => makeServer(answerSite, siteHeaders), host: HOST, port: PORT, variable: 'PORT' });
  closing.add(() => siteFront.close(stopPatience));

  const origin = ORIGIN ?? `http://localhost:${siteFront.port}`;
  const cmsOrigin = CMS_ORIGIN ?? `http://cms.localhost:${cmsFront.port}`;
  return {
    origin,
    cmsOrigin,
    siteIsThere,
    open: (fetch) => {
      // What is no request for a host at all never reaches the app.
      const listener = getRequestListener(fetch, { hostname: 'none.invalid', errorHandler: () => bareResponse(400, headers) });
      cms.to((request, response) => void listener(request, response));
    },
  };
}
