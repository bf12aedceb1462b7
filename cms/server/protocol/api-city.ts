import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Languages } from '../words.ts';
import type { SignedIn } from '../auth/auth.ts';
import { createMainContent } from '../content/create-main-content.ts';
import { createMainReader } from '../content/read-main.ts';
import { dataFolderAt, makeDataFolder } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { createApp } from '../http/app.ts';
import { lenientLimits } from '../http/limits.ts';
import { createLog } from '../http/request-log.ts';
import { createDoor } from '../http/stopping.ts';
import type { Person } from '../person.ts';
import { createReleaseRecords } from '../publishing/release-records.ts';
import { rollBack } from '../publishing/roll-back.ts';
import type { Role } from '../roles.ts';
import { createMirror } from '../store/mirror.ts';
import { createStore } from '../store/create-store.ts';
import type { ActionName } from './actions.ts';
import { createApi, type Api } from './create-api.ts';
import type { ReviewLetters } from '../review/review-letters.ts';
import { createRights } from './rights.ts';
import { createPreviewRoutes } from '../preview/preview-routes.ts';
import { createPreviews } from '../preview/previews.ts';
import { compileRenderer, type Renderer } from '../../../src/release/compile.ts';
import { dataFolder } from '../../../src/release/folders.ts';

export interface ApiAnswer {
  status: number;
  // Each action has a shape of its own, which its test knows.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

export interface ApiCity extends Awaited<ReturnType<typeof openCity>> {
  /** Makes somebody who is signed in. */
  person(role: Role, more?: Partial<Person>): Person;
  /** One call of the protocol, through everything that HTTP puts before it. */
  api(by: Person, action: ActionName | (string & {}), params?: unknown, more?: { key?: string; lang?: string }): Promise<ApiAnswer>;
  /** The protocol without HTTP, as pages ask it. */
  answer: Api['answer'];
  /** A page of the editor’s origin, for somebody who is signed in, or for nobody. */
  get(by: Person | undefined, path: string): Promise<Response>;
  /** Everything that git and the database remember: the same before and after means that nothing was written. */
  written(): string;
  /** The commit of a ref. */
  ref(name: string): string;
  close(): Promise<void>;
}

const origin = 'http://cms.localhost:4322';

async function openCity(folder: string, { files, day }: { files: ReadonlyMap<string, string | Buffer>; day: string }) {
  const data = dataFolderAt(folder);
  await makeDataFolder(data);
  const store = await createStore({ repository: data.repository, cache: data.cache, writeLock: data.writeLock, owner: true });
  await store.replaceAll({ files: new Map(files), by: 'server', action: 'import' });
  const database = openDatabase(data.database);
  const reader = createMainReader({ repository: data.repository, media: data.media });
  const mainContent = createMainContent({ store, reader, fixedDay: day });
  return { data, store, database, reader, mainContent };
}

/** A real store, database and protocol behind the real HTTP, for tests; only the publisher's process is not there, so `main` moves and no site is made of it. */
export async function createApiCity(
  folder: string,
  input: { files: ReadonlyMap<string, string | Buffer>; day: string; letters?: Pick<ReviewLetters, 'tell'> },
): Promise<ApiCity> {
  const city = await openCity(folder, input);
  const { data, store, database, mainContent } = city;
  const sessions = new Map<string, SignedIn>();
  const records = createReleaseRecords(database);
  const mirror = createMirror({ store, repository: data.repository, remote: undefined });
  let compiled: Promise<Renderer> | undefined;
  const renderer = () => (compiled ??= compileRenderer(join(dataFolder(), 'cache')));
  const previews = createPreviews({ store, mainContent, renderer, data, siteOrigin: 'https://city.example' });
  const languages: Languages = (await mainContent.current()).graph!.strings;
  const api = createApi({
    ...(input.letters && { letters: input.letters }),
    previews,
    languages: () => languages,
    store,
    mainContent,
    database,
    mirror,
    people: { person: async (id) => sessions.get(id)?.person },
    publishing: {
      state: () => ({
        waiting: 0,
        queue: [],
        working: false,
        upToDate: true,
        searchUpToDate: true,
        last: records.last(),
        lastLive: records.lastLive(),
      }),
      records: records.list,
      rollBack: (asked) => rollBack({ store, mainContent, ...asked }),
    },
  });
  const auth = { whoIs: async (headers: Headers) => sessions.get(headers.get('cookie') ?? ''), handlePasskey: async () => new Response() };
  const app = createApp({
    cmsOrigin: origin,
    trustProxy: false,
    auth,
    previews: createPreviewRoutes({ auth, previews, rights: createRights({ store, database }), languages: () => languages }),
    pages: { app: new Hono(), refusalPage: async ({ sentence }) => sentence },
    api: (call) => api.answer(call),
    changes: (body) => api.changes(body),
    health: async () => ({ ok: true, store: true, disk: true, publisher: true }),
    languages: () => languages,
    log: createLog('silent'),
    door: createDoor(),
    limits: lenientLimits,
  });
  return {
    ...city,
    answer: api.answer,
    person(role, more = {}) {
      const id = more.id ?? `u_${role.replaceAll('-', '')}${sessions.size}`;
      const person: Person = { id, name: `${role} ${sessions.size}`, email: `${id}@city.example`, role, desks: [], lang: 'en', ...more };
      sessions.set(id, { person, session: id, needs: 'nothing' });
      return person;
    },
    async api(by, action, params = {}, { key, lang } = {}) {
      sessions.set(by.id, { person: by, session: by.id, needs: 'nothing' });
      const answer = await app.request(`${origin}/api/v1${lang ? `?lang=${lang}` : ''}`, {
        method: 'POST',
        headers: {
          Host: 'cms.localhost:4322',
          Origin: origin,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/json',
          Cookie: by.id,
          ...(key ? { 'Idempotency-Key': key } : {}),
        },
        body: JSON.stringify({ branch: 'main', action, params }),
      });
      return { status: answer.status, body: await answer.json() };
    },
    get: async (by, path) => app.request(origin + path, { headers: { Host: 'cms.localhost:4322', ...(by ? { Cookie: by.id } : {}) } }),
    written: () => JSON.stringify([refsIn(data.repository), database.prepare('SELECT * FROM owned_documents ORDER BY collection, slug').all()]),
    ref: (name) => readFileSync(join(data.repository, name), 'utf8').trim(),
    async close() {
      await mirror.close();
      city.reader.close();
      await store.close();
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Every ref with its commit, read from the files that git keeps them in: a process for each look would take most of a test's time. */
function refsIn(repository: string): string[] {
  const folder = join(repository, 'refs');
  const packed = join(repository, 'packed-refs');
  const loose = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return [...(existsSync(packed) ? [packed] : []), ...loose.sort()].map((file) => `${file} ${readFileSync(file, 'utf8')}`);
}
