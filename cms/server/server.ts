import type { Logger } from 'pino';
import type { Bundle } from './bundle/build.ts';
import { createBundle } from './bundle/create-bundle.ts';
import { createClosing } from './closing.ts';
import { dataFolderAt, makeDataFolder, type DataFolder } from './data-folder.ts';
import type { CmsEnvironment } from './environment.ts';
import { createFigures } from './figures.ts';
import { ownDataFolder } from './file-lock.ts';
import { openFronts, stopPatience } from './fronts.ts';
import { createApp } from './http/app.ts';
import { createHealth } from './http/health.ts';
import type { LimitTable } from './http/limits.ts';
import { createLog, errorForLog } from './http/request-log.ts';
import { createDoor } from './http/stopping.ts';
import { spaceOf } from './keep/disk.ts';
import { isHalfRestored } from './keep/restore.ts';
import { createPages } from './pages/create-pages.ts';
import { openParts, type Parts } from './parts.ts';
import { loadRenderer } from './preview/load-renderer.ts';
import { createPreviewRoutes } from './preview/preview-routes.ts';
import { createPreviews } from './preview/previews.ts';
import { createApi } from './protocol/create-api.ts';
import { createRights } from './protocol/rights.ts';
import { reviewLetters } from './review/review-letters.ts';
import { createReminders } from './reminders/create-reminders.ts';
import { runningVersion } from './version.ts';

export interface StartInput {
  environment: CmsEnvironment;
  /** Shows a text to whoever runs the server: mails, where there is no mail server. Never the log. */
  print: (text: string) => void;
  /** By default lines of JSON on standard output, as LOG_LEVEL says. */
  log?: Logger;
  /** How often something may be done; tests are more lenient than the table. */
  limits?: LimitTable;
  /** Where compiled pages are kept, where several servers share them. */
  compiled?: string;
}

export interface RunningServer {
  /** Where the site is, without a slash at the end. */
  origin: string;
  /** Where the editor is. */
  cmsOrigin: string;
  data: DataFolder;
  parts: Parts;
  /** When there is a site to serve, or the first release was refused. */
  siteReady: Promise<void>;
  /** Makes what the editor of texts loads, where it is not there yet. */
  bundle: () => Promise<Bundle>;
  /** Refuses new requests, lets those under way finish (ten seconds at most), and closes everything. Done twice it is done. */
  close: () => Promise<void>;
}

/** Starts everything: sole ownership of the data folder, content, sign-in, publishing, and both addresses. Throws a sentence where it cannot, and leaves nothing open. */
export async function startServer({
  environment,
  print,
  limits,
  compiled,
  log = createLog(environment.LOG_LEVEL),
}: StartInput): Promise<RunningServer> {
  refuseOneHost(environment);
  const data = dataFolderAt(environment.DOORSTEP_CMS_DATA);
  const closing = createClosing({ patience: stopPatience, failed: (problem) => log.error({ error: errorForLog(problem) }, 'closing') });
  const door = createDoor();
  const close = async () => {
    await door.close(stopPatience);
    await closing.close();
  };
  try {
    await makeDataFolder(data);
    const owner = ownDataFolder(data.ownerLock);
    closing.add(() => owner.release());
    if (isHalfRestored(data))
      throw new Error(
        `A restore into ${data.root} was cut off, so what is there is half of one and half of another. Restore the backup again: npm run cms -- restore`,
      );

    const fronts = await openFronts({ environment, site: data.site, log, closing });
    const { origin, cmsOrigin } = fronts;
    const parts = await openParts({ data, environment, cmsOrigin, log, print, compiled, closing });
    const { store, auth, content, database, publishing, mail, mirror, known } = parts;
    const renderer = loadRenderer(compiled ?? data.cache);
    const previews = createPreviews({ store, mainContent: content, renderer, data, siteOrigin: origin });
    const { languages, siteName } = known;
    const told = { siteOrigin: origin, cmsOrigin, tell: (sentence: string) => log.warn(sentence) };
    const letters = reviewLetters({ auth, mail, languages, siteName, ...told });
    closing.add(() => letters.settled());
    const api = createApi({ store, mainContent: content, publishing, mirror, database, previews, people: auth, languages, letters });
    const reminders = createReminders({ database, content, mail, auth, languages, siteName, ...told });
    closing.add(() => reminders.close());
    const figures = createFigures({ data, mail, store, mirror, reminders, version: await runningVersion() });
    const bundle = createBundle(compiled ?? data.cache);
    const app = createApp({
      cmsOrigin,
      trustProxy: environment.TRUST_PROXY === '1',
      auth,
      pages: createPages({ auth, content, languages: known.languages, publishing, figures, siteOrigin: origin, api: api.answer, bundle }),
      api: api.answer,
      changes: api.changes,
      previews: createPreviewRoutes({ auth, previews, rights: createRights({ store, database }), languages: known.languages }),
      health: createHealth({
        store: () => store.snapshot(),
        hasRoom: async () => !(await spaceOf(data.root)).full,
        publisher: () => publishing.state().last?.state !== 'failed',
      }),
      languages: known.languages,
      log,
      door,
      limits,
    });
    fronts.open(app.fetch);
    return { origin, cmsOrigin, data, parts, close, bundle, siteReady: fronts.siteIsThere() ? Promise.resolve() : publishing.settled() };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** Cookies know no ports: on one host every page of the site could read and set those of the editor. */
function refuseOneHost({ ORIGIN, CMS_ORIGIN }: CmsEnvironment): void {
  if (ORIGIN && CMS_ORIGIN && new URL(ORIGIN).hostname === new URL(CMS_ORIGIN).hostname)
    throw new Error(
      `ORIGIN and CMS_ORIGIN are both on ${new URL(ORIGIN).hostname}, and cookies know no ports. Give the editor a host of its own, such as https://cms.city.example.`,
    );
}
