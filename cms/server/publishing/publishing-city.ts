import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Releases } from '../../../src/release/releases.ts';
import { createMainContent } from '../content/create-main-content.ts';
import { createMainReader } from '../content/read-main.ts';
import { dataFolderAt, makeDataFolder } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { createStore } from '../store/create-store.ts';
import { createPublishing, type PublishingOptions, type ReleaseNotices } from './create-publishing.ts';

export interface PublishingCityOptions extends Pick<PublishingOptions, 'mayComeBack' | 'patience'> {
  files: ReadonlyMap<string, string | Buffer>;
  day: string;
  /** Where compiled pages and made pictures are shared by tests. */
  cache: string;
}

export type PublishingCity = Awaited<ReturnType<typeof createPublishingCity>>;

/** A real store with a city's content and a real publisher of it in a folder of their own, for tests: the clock stands, and what people would be told is kept. */
export async function createPublishingCity(folder: string, { files, day, cache, ...options }: PublishingCityOptions) {
  const data = { ...dataFolderAt(folder), cache };
  await makeDataFolder(data);
  const store = await createStore({ repository: data.repository, cache: join(folder, 'cache'), writeLock: data.writeLock, owner: true });
  if ((await store.snapshot()).files.size === 0) await store.replaceAll({ files: new Map(files), by: 'server', action: 'import' });
  const database = openDatabase(data.database);
  const reader = createMainReader({ repository: data.repository, media: data.media });
  const mainContent = createMainContent({ store, reader, fixedDay: day });
  const refusals: Parameters<ReleaseNotices['refused']>[0][] = [];
  const failures: Parameters<ReleaseNotices['failed']>[0][] = [];
  const said: string[] = [];
  const notices: ReleaseNotices = {
    refused: async (input) => void refusals.push(input),
    failed: async (input) => void failures.push(input),
  };
  let today = day;
  let ticking = () => undefined as void;
  let pid: number | undefined;
  const start = () =>
    createPublishing({
      ...{ store, mainContent, data, database, notices, ...options },
      day: () => today,
      log: (message) => void said.push(message),
      onProcess: (number) => (pid = number),
      every: (tick) => {
        ticking = tick;
        return () => undefined;
      },
    });
  let publishing = await start();
  const served = Object.assign((file: string) => readFile(join(data.site, 'site', file), 'utf8'), { folder: join(data.site, 'site') });

  return {
    publishing,
    store,
    data,
    refusals,
    failures,
    said,
    served,
    pid: () => pid,
    tick: () => ticking(),
    setDay: (next: string) => (today = next),
    /** The files of search in a language, with their hashes, as they are served. */
    async searchFiles(lang: string): Promise<string[]> {
      const { manifest } = (await new Releases(data.site).served())!;
      return Object.entries(manifest.files).flatMap(([path, { hash }]) => (path.startsWith(`pagefind/${lang}/`) ? [`${path} ${hash}`] : []));
    },
    /** Writes a draft of a document, from what is published where it is, and publishes it, without asking whether it is right. */
    async publish(name: DocumentName, change: (text: string) => string, by = 'u_editor'): Promise<void> {
      const [now] = await store.read([documentFile(name)]);
      const { revision } = await store.save({ name, text: change(now?.text ?? ''), seen: now?.revision ?? null, by, status: 'pending_publish' });
      await store.publish({ name, by, seen: revision });
    },
    /** As after a new start of the server on the same folder. */
    async restart() {
      await publishing.close();
      publishing = await start();
      return publishing;
    },
    async close(): Promise<void> {
      await publishing.close();
      reader.close();
      await store.close();
      database.close();
    },
  };
}
