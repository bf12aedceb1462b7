import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCity, type CityName } from '../../src/e2e/city-server.ts';
import { fixtureDay } from '../../src/fixture-city/fixture-city.ts';
import { dataFolder } from '../../src/release/folders.ts';
import { openSession } from '../server/auth/open-session.ts';
import { readCmsEnvironment } from '../server/environment.ts';
import { lenientLimits, type LimitTable } from '../server/http/limits.ts';
import { createLog } from '../server/http/request-log.ts';
import type { Letter } from '../server/mail/mail.ts';
import type { Person } from '../server/person.ts';
import { needsPasskey, type Role } from '../server/roles.ts';
import { startServer, type RunningServer } from '../server/server.ts';
import { ownHeaders, sendRequest, type Answer } from './cms-request.ts';

/** Somebody who is signed in to the city's editor. */
export interface SignedInPerson {
  person: Person;
  /** The value of their `Cookie` header. */
  cookie: string;
}

export interface ApiAnswer {
  status: number;
  headers: Answer['headers'];
  // Each action has a shape of its own, which its test knows.
  body: unknown;
}

/** A whole editor with its site, in this process: real repository, database, outbox, publisher and ports, in a folder of its own. */
export interface CmsCity extends Pick<RunningServer, 'origin' | 'cmsOrigin' | 'parts' | 'data'> {
  /** Where content and data are. */
  folder: string;
  /** Makes somebody with a role and a session of theirs: with a passkey where their role needs one, unless `strength` says otherwise. */
  signInAs: (
    role: Role,
    more?: { desks?: readonly string[]; lang?: string; name?: string; strength?: 'link' | 'passkey' },
  ) => Promise<SignedInPerson>;
  /** Another session of somebody. */
  session: (person: Person, strength: 'link' | 'passkey') => Promise<SignedInPerson>;
  /** One call of the protocol, as the editor's page makes it. */
  api: (
    by: SignedInPerson | undefined,
    action: string,
    params?: object,
    more?: { headers?: Record<string, string>; key?: string },
  ) => Promise<ApiAnswer>;
  /** One request to the editor's origin; `by` adds their session. */
  ask: (path: string, more?: { by?: SignedInPerson; method?: string; headers?: Record<string, string>; body?: string }) => Promise<Answer>;
  /** Letters in the outbox, oldest first. */
  letters: () => Promise<Letter[]>;
  /** What the server logged so far, as lines of JSON. */
  logged: () => string;
  /** Stops the server; the folder stays for another start. */
  stop: () => Promise<void>;
  /** Stops it and takes the folder away. */
  close: () => Promise<void>;
}

export interface CmsCityInput {
  city?: CityName;
  /** Variables of the environment beside those a test needs. */
  variables?: Record<string, string>;
  limits?: LimitTable;
  /** The folder of a city that was stopped: it is started again on it. */
  folder?: string;
}

/** Starts a city for the fixture day, on free ports, with limits that a test does not meet. */
export async function startCmsCity({ city = 'fixture', variables = {}, limits = lenientLimits, folder }: CmsCityInput = {}): Promise<CmsCity> {
  const temporary = folder ?? (await mkdtemp(join(tmpdir(), 'doorstep-cms-')));
  const content = folder ? join(folder, 'content') : await writeCity(city, join(temporary, 'content'));
  let logged = '';
  const server = await startServer({
    environment: readCmsEnvironment({
      PORT: '0',
      CMS_PORT: '0',
      DOORSTEP_CMS_DATA: join(temporary, 'data'),
      DOORSTEP_CONTENT: content,
      DOORSTEP_DAY: fixtureDay,
      ...variables,
    }),
    print: () => undefined,
    log: createLog('info', { write: (line) => (logged += line) }),
    limits,
    // Compiled once for all tests: it holds code and no content.
    compiled: join(dataFolder(), 'cache'),
  });
  await server.siteReady;
  const { cmsOrigin, parts, data } = server;
  const { auth, database, secret } = parts;
  let people = 0;

  const session: CmsCity['session'] = async (person, strength) => ({
    person,
    cookie: await openSession({ database, origin: cmsOrigin, secret, person: person.id, strength }),
  });
  const ask: CmsCity['ask'] = (path, { by, method = 'GET', headers = {}, body } = {}) =>
    sendRequest({
      origin: cmsOrigin,
      path,
      method,
      headers: { ...(method === 'GET' || method === 'HEAD' ? {} : ownHeaders(cmsOrigin)), ...(by ? { Cookie: by.cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
  return {
    ...server,
    folder: temporary,
    session,
    ask,
    async signInAs(role, { desks = [], lang = 'en', name = role, strength = needsPasskey(role) ? 'passkey' : 'link' } = {}) {
      const person = await auth.invite({ email: `${role}-${++people}@city.example`, name, role, desks, lang, unmailed: true });
      return session(person, strength);
    },
    async api(by, action, params = {}, { headers = {}, key } = {}) {
      const answer = await ask('/api/v1', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(by ? { Cookie: by.cookie } : {}), ...(key ? { 'Idempotency-Key': key } : {}), ...headers },
        body: JSON.stringify({ branch: 'main', action, params }),
      });
      return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body) as unknown };
    },
    async letters() {
      const names = (await readdir(data.outbox)).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(data.outbox, name), 'utf8')) as Letter));
    },
    logged: () => logged,
    stop: server.close,
    async close() {
      await server.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}
