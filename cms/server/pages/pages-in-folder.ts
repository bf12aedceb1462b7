import { join } from 'node:path';
import { dataFolder } from '../../../src/release/folders.ts';
import { createBundle } from '../bundle/create-bundle.ts';
import { Hono } from 'hono';
import type { ContentSource } from '../../../src/graph/content-source.ts';
import { contentOf } from '../../../src/graph/content.ts';
import { authInFolder, type AuthInFolder } from '../auth/auth-in-folder.ts';
import type { Strength } from '../auth/engine.ts';
import { createApp } from '../http/app.ts';
import type { HttpEnv } from '../http/http-env.ts';
import { lenientLimits } from '../http/limits.ts';
import { createLog } from '../http/request-log.ts';
import { createDoor } from '../http/stopping.ts';
import type { MailQueue } from '../mail/mail.ts';
import type { PublishingState, ReleaseRecord, RollBackChanges } from '../publishing/publishing.ts';
import type { ReminderPreview } from '../reminders/reminders.ts';
import type { Api } from '../protocol/create-api.ts';
import { createPages } from './create-pages.ts';
import type { Figures } from './figures.ts';

/** What the server would tell the pages: tests set it. */
export interface Told {
  records: ReleaseRecord[];
  state: Partial<PublishingState>;
  mirror: Awaited<ReturnType<Figures['mirror']>>;
  free: number;
  mails: number;
  /** What is said of the outbox, beside how many mails wait. */
  outbox: Partial<MailQueue>;
  weekly: ReminderPreview;
  goingBack: RollBackChanges;
  wentBack: { release: string; by: string }[];
}

/** Nothing waits and nothing is due. */
export const quiet = (): Pick<Told, 'outbox' | 'weekly' | 'goingBack'> => ({
  outbox: {},
  weekly: { monday: '2026-11-23', owners: 0, guides: 0, facts: 0, unreachable: 0, last: undefined },
  goingBack: { back: [], gone: [], earlier: [], kept: [] },
});

export interface PagesInFolder extends AuthInFolder {
  origin: string;
  told: Told;
  /** The whole CMS's origin: what a browser would be answered. */
  fetch: (request: Request) => Response | Promise<Response>;
  get: (path: string, headers?: Headers) => Promise<Response>;
  post: (path: string, fields: Readonly<Record<string, string | readonly string[]>>, headers?: Headers) => Promise<Response>;
}

/** Signing in and all pages behind the real front of the server, for tests; what publishing and the disk say is said by the test. */
export async function pagesInFolder({
  source,
  origin = 'http://cms.localhost:4322',
  api = async () => null,
}: {
  source: ContentSource;
  origin?: string;
  /** The protocol, where pages need it. */
  api?: Api['answer'];
}): Promise<PagesInFolder> {
  const city = await authInFolder(origin);
  const content = contentOf(source);
  const told: Told = { records: [], state: {}, mirror: null, free: 50e9, mails: 0, ...quiet(), wentBack: [] };
  const languages = () => content.graph!.strings;
  const pages = createPages({
    auth: city.auth,
    content: { current: async () => content },
    languages,
    siteOrigin: 'http://localhost:4321',
    bundle: createBundle(join(dataFolder(), 'cache')),
    api,
    publishing: {
      state: () => ({
        waiting: 0,
        queue: [],
        working: false,
        upToDate: true,
        searchUpToDate: true,
        last: told.records[0] ?? null,
        lastLive: told.records.find(({ state }) => state === 'live') ?? null,
        ...told.state,
      }),
      records: (limit) => told.records.slice(0, limit),
      rollBackChanges: async () => told.goingBack,
      rollBack: async (input) => {
        told.wentBack.push(input);
        return { changed: 1 };
      },
    },
    figures: {
      mirror: async () => told.mirror,
      disk: async () => ({ used: 1.4e9, free: told.free, total: 100e9 }),
      mailsWaiting: async () => told.mails,
      mails: async () => ({ waiting: told.mails, oldest: undefined, failing: 0, reason: undefined, givenUp: 0, sends: true, ...told.outbox }),
      reminders: async () => told.weekly,
      version: () => ({ doorstep: '0.1.0', commit: '5a8c39b', node: '24.21.0', since: '2026-11-20T06:00:00.000Z' }),
    },
  });
  const app = createApp({
    cmsOrigin: origin,
    trustProxy: false,
    auth: city.auth,
    pages,
    previews: new Hono<HttpEnv>(),
    api: async () => null,
    changes: () => false,
    health: async () => ({ ok: true, store: true, disk: true, publisher: true }),
    languages,
    log: createLog('silent'),
    door: createDoor(),
    limits: lenientLimits,
  });
  const own = { host: new URL(origin).host, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  return {
    ...city,
    origin,
    told,
    fetch: app.fetch,
    get: async (path, headers = new Headers()) => {
      headers.set('host', own.host);
      return app.request(origin + path, { headers });
    },
    post: async (path, fields, headers = new Headers()) => {
      const pairs = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value as string]));
      return app.request(origin + path, { method: 'POST', headers: { ...Object.fromEntries(headers), ...own }, body: new URLSearchParams(pairs) });
    },
  };
}

/** The request headers of somebody of a role who is signed in, after they were invited. */
export async function signedInAs(city: PagesInFolder, role: Parameters<AuthInFolder['invite']>[0], strength?: Strength) {
  const id = await city.invite(role);
  const strong = role === 'editor' || role === 'administrator' ? 'passkey' : 'link';
  return { id, headers: await city.as(id, strength ?? strong) };
}
