import { Hono, type Context } from 'hono';
import type { Logger } from 'pino';
import type { Auth } from '../auth/auth.ts';
import type { Pages } from '../pages/create-pages.ts';
import type { Api } from '../protocol/create-api.ts';
import { ReadyJson } from '../protocol/ready-json.ts';
import { Refusal } from '../refusal.ts';
import type { Languages } from '../words.ts';
import { createRefusalAnswers } from './answer-refusal.ts';
import { mostOfForm, readBody, readJson, requireType } from './body.ts';
import { clientAddress } from './client-address.ts';
import type { Health } from './health.ts';
import type { HttpEnv } from './http-env.ts';
import { createLimits, type LimitName, type LimitTable } from './limits.ts';
import { isOpen } from './open-paths.ts';
import { logRequests } from './request-log.ts';
import { refuseOtherHosts, refuseOtherOrigins } from './same-origin.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import type { Door } from './stopping.ts';

export interface AppInput {
  /** `https://cms.city.example`: the only origin whose pages may send something, and the only host that is answered. */
  cmsOrigin: string;
  trustProxy: boolean;
  auth: Pick<Auth, 'whoIs' | 'handlePasskey'>;
  /** The pages, with the files they load, and the one that says why something was not done. */
  pages: Pages;
  /** Answers a call of the protocol with what becomes JSON. */
  api: Api['answer'];
  /** Whether a call changes something, and is counted as such. */
  changes: Api['changes'];
  /** Previews of texts, and what they load. */
  previews: Hono<HttpEnv>;
  health: () => Promise<Health>;
  languages: () => Languages;
  log: Logger;
  door: Door;
  limits?: LimitTable | undefined;
}

/** Everything that the CMS's origin answers, and in what order a request is looked at: where it is from before what it says. */
export function createApp(input: AppInput): Hono<HttpEnv> {
  const { cmsOrigin, trustProxy, auth, log } = input;
  const limit = createLimits(input.limits);
  const answerRefusal = createRefusalAnswers({
    whoIs: (headers) => auth.whoIs(headers),
    languages: input.languages,
    page: input.pages.refusalPage,
    log,
  });
  const client = (c: Context<HttpEnv>) =>
    clientAddress({ socket: c.env?.incoming?.socket.remoteAddress, forwardedFor: c.req.header('x-forwarded-for'), trustProxy });
  const limitClient = (name: LimitName, c: Context<HttpEnv>) => limit(name, client(c));

  const app = new Hono<HttpEnv>();
  app.onError(answerRefusal);
  app.notFound((c) => answerRefusal(new Refusal(404, 'cms.refused.missing'), c));
  app.use(logRequests(log));
  app.use(sendSecurityHeaders({ https: cmsOrigin.startsWith('https:') }));
  app.use(refuseOtherHosts(cmsOrigin));

  app.get('/health', async (c) => {
    await limitClient('request for a client', c);
    const health = input.door.isClosed() ? { ok: false } : await input.health();
    return c.json(health, health.ok ? 200 : 503);
  });

  app.use(input.door.pass);
  app.use(refuseOtherOrigins(cmsOrigin));

  app.post('/api/v1', async (c) => {
    await limitClient('request of the protocol for a client', c);
    requireType(c.req.raw, 'application/json');
    const signedIn = await auth.whoIs(c.req.raw.headers);
    if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
    if (signedIn.needs !== 'nothing') throw new Refusal(403, 'cms.refused.passkey');
    const body = await readJson(c.req.raw);
    if (input.changes(body)) await limit('change by a person', signedIn.person.id);
    const answer = await input.api({ signedIn, body, key: c.req.header('idempotency-key'), lang: c.req.query('lang') });
    if (answer instanceof ReadyJson) return c.body(answer.bytes, 200, { 'Content-Type': 'application/json' });
    return c.json((answer ?? null) as object);
  });

  app.all('/api/auth/passkey/*', async (c) => {
    await limitClient('passkey for a client', c);
    if (c.req.method === 'GET') return auth.handlePasskey(c.req.raw);
    requireType(c.req.raw, 'application/json');
    return auth.handlePasskey(await withWholeBody(c.req.raw));
  });
  app.all('/api/*', (c) => c.notFound());

  app.use(async (c, next) => {
    await limitClient('request for a client', c);
    if (c.req.method === 'POST') {
      requireType(c.req.raw, 'application/x-www-form-urlencoded');
      c.req.raw = await withWholeBody(c.req.raw);
    }
    if (!isOpen(c.req.path)) {
      const signedIn = await auth.whoIs(c.req.raw.headers);
      if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
      if (signedIn.needs !== 'nothing') throw new Refusal(403, 'cms.refused.passkey');
      // Forms of pages do what the protocol does, and count the same.
      if (c.req.method === 'POST') await limit('change by a person', signedIn.person.id);
    }
    await next();
  });
  app.post('/sign-in', async (c, next) => {
    await limitClient('link for a client', c);
    const { email } = await c.req.parseBody();
    if (typeof email === 'string') await limit('link for an address', email.trim().toLowerCase().slice(0, 320));
    await next();
  });
  app.post('/sign-in/redeem', async (c, next) => {
    await limitClient('redemption for a client', c);
    await next();
  });
  app.route('/', input.previews);
  app.route('/', input.pages.app);
  return app;
}

/** The request with its body read and counted, for those behind who read it again. */
async function withWholeBody(request: Request): Promise<Request> {
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: new Uint8Array(await readBody(request, mostOfForm)) });
}
