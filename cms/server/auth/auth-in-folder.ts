import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parse } from 'yaml';
import type { Strings } from '../../../src/content-model/strings.ts';
import { openDatabase } from '../database.ts';
import { createMail } from '../mail/create-mail.ts';
import type { Letter } from '../mail/mail.ts';
import type { Role } from '../roles.ts';
import { createAuth } from './create-auth.ts';
import { openSession } from './open-session.ts';
import type { Strength } from './engine.ts';
import type { Auth } from './auth.ts';

const secret = 'a secret that only the tests know, 40 ch';

/** Signing in on a real database and a real outbox in a folder of its own, for tests. */
export interface AuthInFolder {
  folder: string;
  auth: Auth;
  database: DatabaseSync;
  /** The letters in the outbox, oldest first, after those under way. */
  letters(): Promise<Letter[]>;
  /** A request's headers with a session of somebody. */
  as(person: string, strength: Strength): Promise<Headers>;
  /** Invites somebody called as their role. */
  invite(role: Role, email?: string): Promise<string>;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function authInFolder(origin = 'http://cms.localhost:4322', reuse?: string): Promise<AuthInFolder> {
  const folder = reuse ?? (await mkdtemp(join(tmpdir(), 'doorstep-auth-')));
  const languages = new Map<string, Strings>();
  for (const lang of ['en', 'nl', 'de', 'uk', 'ar'])
    languages.set(lang, parse(await readFile(join(import.meta.dirname, '../../../content/strings', `${lang}.yml`), 'utf8')) as Strings);
  const database = openDatabase(join(folder, 'private.sqlite'));
  const outbox = join(folder, 'outbox');
  const mail = createMail({ outbox, from: 'Doorstep <welcome@city.example>', print: () => {} });
  const auth = await createAuth({ database, mail, origin, secret, siteName: (lang) => `Newtown (${lang})`, languages: () => languages });
  return {
    folder,
    auth,
    database,
    async letters() {
      await auth.close();
      const names = (await readdir(outbox)).toSorted();
      return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(outbox, name), 'utf8')) as Letter));
    },
    as: async (person, strength) => new Headers({ cookie: await openSession({ database, origin, secret, person, strength }) }),
    invite: async (role, email = `${role}@city.example`) => (await auth.invite({ email, name: role, role, desks: [], lang: 'en' })).id,
    async [Symbol.asyncDispose]() {
      await auth.close();
      await mail.close();
      database.close();
      if (!reuse) await rm(folder, { recursive: true });
    },
  };
}

/** The token in a letter or address of a link. */
export const tokenIn = (text: string): string => /[?&]token=([A-Za-z]+)/.exec(text)![1]!;
/** A request's headers with the cookies that an answer set. */
export const withCookies = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]!).join('; ') });
