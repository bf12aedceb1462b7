import { existsSync } from 'node:fs';
import { contentOf } from '../../../src/graph/content.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import type { Auth } from '../../server/auth/auth.ts';
import { createAuth } from '../../server/auth/create-auth.ts';
import { openDatabase } from '../../server/database.ts';
import { isHalfRestored } from '../../server/keep/restore.ts';
import { createMail } from '../../server/mail/create-mail.ts';
import { Refusal } from '../../server/refusal.ts';
import { keptSecret } from '../../server/secret.ts';
import { createStore } from '../../server/store/create-store.ts';
import type { Store } from '../../server/store/store.ts';
import { wordsIn } from '../../server/words.ts';
import type { House } from './command.ts';

/** Throws a sentence where no server has run on the data folder yet: a command must not make a folder that a first start would take for filled. */
export function needDataFolder({ data }: Pick<House, 'data'>): void {
  if (isHalfRestored(data)) throw new Error(`A restore into ${data.root} was cut off. Run it again: npm run cms -- restore <backup> --replace`);
  if (existsSync(data.repository) && existsSync(data.database)) return;
  throw new Error(`There is no CMS in ${data.root} yet: npm start makes it at its first start. DOORSTEP_CMS_DATA names another data folder.`);
}

/** The store, beside a server that may be running. */
export async function withStore<T>(house: House, work: (store: Store) => Promise<T>): Promise<T> {
  needDataFolder(house);
  const { repository, cache, writeLock } = house.data;
  const store = await createStore({ repository, cache, writeLock, owner: false });
  try {
    return await inSentences(() => work(store));
  } finally {
    await store.close();
  }
}

/** The settings and interface texts that are published. */
async function graphOf(store: Store): Promise<Graph> {
  const { files } = await store.snapshot();
  const named = [...files.keys()].filter((path) => path.startsWith('settings/') || path.startsWith('strings/'));
  const texts = new Map((await store.read(named)).map(({ path, text }) => [path, text]));
  const { graph } = contentOf({ texts, media: new Map() });
  if (!graph)
    throw new Error('The settings of the site cannot be read. npm run cms -- export writes them into content/, npm run check says what is wrong.');
  return graph;
}

export interface PeopleHouse {
  auth: Auth;
  /** Languages of the site and ids of its desks. */
  languages: readonly string[];
  desks: readonly string[];
  /** Where somebody signs in. */
  origin: string;
}

/** People and their sessions, beside a server that may be running: mails are put into the outbox, and it sends them. */
export async function withPeople<T>(house: House, work: (people: PeopleHouse) => Promise<T>): Promise<T> {
  return withStore(house, async (store) => {
    const { data, environment } = house;
    const { strings, settings } = await graphOf(store);
    const origin = environment.CMS_ORIGIN ?? `http://cms.localhost:${environment.CMS_PORT}`;
    const database = openDatabase(data.database);
    const mail = createMail({
      outbox: data.outbox,
      smtpUrl: environment.SMTP_URL,
      from: environment.MAIL_FROM ?? 'Doorstep',
      // The link that a letter would bring stands in the terminal already.
      print: () => undefined,
      delivers: false,
    });
    try {
      const auth = await createAuth({
        database,
        mail,
        origin,
        secret: environment.SECRET ?? (await keptSecret(data.secret)),
        siteName: () => settings.site.name,
        languages: () => strings,
      });
      return await inSentences(() => work({ auth, languages: [...strings.keys()], desks: settings.desks.map(({ id }) => id), origin }), strings);
    } finally {
      await mail.close();
      database.close();
    }
  });
}

/** A refusal is worded where it is answered: here, for a terminal, in English or the site's first language. */
async function inSentences<T>(work: () => Promise<T>, strings?: Graph['strings']): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    throw new Error(strings ? wordsIn(strings, 'en')(problem.key, problem.values) : `The repository refused: ${problem.message}.`, {
      cause: problem,
    });
  }
}

/** Somebody by their address, or a sentence that names who there is. */
export async function personBy(auth: Auth, email: string) {
  const all = await auth.people();
  const person = all.find((each) => each.email === email.trim().toLowerCase());
  if (person) return person;
  throw new Error(
    `Nobody here has the address ${email}. ${all.length > 0 ? `There are: ${all.map((each) => each.email).join(', ')}.` : 'Nobody has been invited yet.'}`,
  );
}
