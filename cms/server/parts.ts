import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { defaultContentFolder } from '../../src/release/folders.ts';
import type { Auth } from './auth/auth.ts';
import { createAuth } from './auth/create-auth.ts';
import type { Closing } from './closing.ts';
import { createMainContent } from './content/create-main-content.ts';
import type { MainContent } from './content/main-content.ts';
import { createMainReader } from './content/read-main.ts';
import type { DataFolder } from './data-folder.ts';
import { openDatabase } from './database.ts';
import type { CmsEnvironment } from './environment.ts';
import { bringContent, firstAdministrator } from './first-start.ts';
import { createLastKnown, type LastKnown } from './http/last-known.ts';
import { errorForLog } from './http/request-log.ts';
import { createMail } from './mail/create-mail.ts';
import type { Mail } from './mail/mail.ts';
import { createPublishing } from './publishing/create-publishing.ts';
import type { Publishing } from './publishing/publishing.ts';
import { releaseLetters } from './release-letters.ts';
import { keptSecret } from './secret.ts';
import { createStore } from './store/create-store.ts';
import { createMirror, type Mirror } from './store/mirror.ts';
import type { Store } from './store/store.ts';

export interface PartsInput {
  data: DataFolder;
  environment: CmsEnvironment;
  cmsOrigin: string;
  log: Logger;
  /** Shows a text to whoever runs the server. */
  print: (text: string) => void;
  /** Where compiled pages are kept, where several servers share them. */
  compiled?: string | undefined;
  /** Gets what is to be closed, as soon as it is open. */
  closing: Closing;
}

/** What works behind the CMS's origin, open and at work. */
export interface Parts {
  store: Store;
  database: DatabaseSync;
  content: MainContent;
  known: LastKnown;
  mail: Mail;
  auth: Auth;
  secret: string;
  publishing: Publishing;
  mirror: Mirror;
  /** A link for the first administrator, as long as none has signed in. */
  signInLink: string | undefined;
  /** What to tell where the content of the checkout is not that of `main`. */
  difference: string | undefined;
}

/** How often to look whether the repository has become many small files, in milliseconds. */
const tidyEvery = 6 * 3_600_000;

/** Opens everything in the order in which it builds on each other. Only who owns the data folder may. */
export async function openParts({ data, environment, cmsOrigin, log, print, compiled, closing }: PartsInput): Promise<Parts> {
  const database = openDatabase(data.database);
  closing.add(() => database.close());
  const store = await createStore({ repository: data.repository, cache: data.cache, writeLock: data.writeLock, owner: true, apart: true });
  closing.add(() => store.close());
  const tidying = setInterval(
    () => void store.tidyUp().catch((problem: unknown) => log.warn({ error: errorForLog(problem) }, 'tidying up')),
    tidyEvery,
  );
  tidying.unref();
  closing.add(() => clearInterval(tidying));
  const difference = await bringContent({ store, folder: environment.DOORSTEP_CONTENT ?? defaultContentFolder });

  const reader = createMainReader({ repository: data.repository, media: data.media });
  closing.add(() => reader.close());
  const content = createMainContent({ store, reader, fixedDay: environment.DOORSTEP_DAY });
  const known = await createLastKnown({ content, shipped: join(defaultContentFolder, 'strings') });
  await known.renew();
  closing.add(store.onMain(() => void known.renew().catch(() => undefined)));

  const secret = environment.SECRET ?? (await keptSecret(data.secret));
  const from = environment.MAIL_FROM ?? `${known.siteName()} <doorstep@${new URL(cmsOrigin).hostname}>`;
  const mail = createMail({ outbox: data.outbox, smtpUrl: environment.SMTP_URL, from, print, tell: (sentence) => log.warn(sentence) });
  closing.add(() => mail.close());
  const { languages, siteName } = known;
  const auth = await createAuth({ database, mail, origin: cmsOrigin, secret, siteName, languages, tell: (sentence) => log.warn(sentence) });
  closing.add(() => auth.close());
  const signInLink = await firstAdministrator({ auth, email: environment.ADMIN_EMAIL, lang: known.defaultLanguage() });

  const publishing = await createPublishing({
    store,
    mainContent: content,
    data,
    database,
    day: () => content.day(),
    notices: releaseLetters({ auth, mail, languages, siteName, cmsOrigin }),
    onRecord: ({ state, pages, written, milliseconds }) => log.info({ release: state, pages, written, ms: milliseconds }, 'release'),
    log: (sentence) => log.warn(sentence),
    ...(compiled === undefined ? {} : { compiled }),
  });
  closing.add(() => publishing.close());
  const mirror = createMirror({
    store,
    repository: data.repository,
    remote: environment.CONTENT_REMOTE,
    log: (state) => log.info({ mirror: state }, 'mirror'),
  });
  closing.add(() => mirror.close());
  return { store, database, content, known, mail, auth, secret, publishing, mirror, signInLink, difference };
}
