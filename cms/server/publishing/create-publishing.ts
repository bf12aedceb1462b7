import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Releases } from '../../../src/release/releases.ts';
import type { MainContent } from '../content/main-content.ts';
import type { DataFolder } from '../data-folder.ts';
import type { DocumentName } from '../document.ts';
import type { MainChange, Store } from '../store/store.ts';
import { changesSince } from './changes-since.ts';
import { createReleaseMaker } from './release-maker.ts';
import type { Publishing, ReleaseProblem, ReleaseRecord } from './publishing.ts';
import { createReleaseQueue } from './release-queue.ts';
import { createReleaseRecords } from './release-records.ts';
import { rollBack, rollBackChanges } from './roll-back.ts';
import { createWarmPublisher } from './warm-publisher.ts';

/** Who is told what went wrong. Neither is waited for. */
export interface ReleaseNotices {
  /** Their publication was put back: somebody who published, or whose text it is. */
  refused(input: { person: string; documents: readonly DocumentName[]; problems: readonly ReleaseProblem[] }): Promise<void>;
  /** Nothing can be published until somebody who runs the server helps. */
  failed(input: { problems: readonly ReleaseProblem[] }): Promise<void>;
}

export interface PublishingOptions {
  store: Omit<Store, 'close'>;
  mainContent: Pick<MainContent, 'current'>;
  data: Pick<DataFolder, 'repository' | 'media' | 'site' | 'cache'>;
  database: DatabaseSync;
  /** The day in the city's time zone. */
  day: () => string | Promise<string>;
  notices: ReleaseNotices;
  /** Whether a document may come back when somebody goes back to an earlier release: not where its teller took it back. */
  mayComeBack?: (name: DocumentName) => boolean;
  onRecord?: (record: ReleaseRecord) => void;
  /** For the server's log: nothing that people wrote. */
  log?: (message: string) => void;
  /** Told the number of the publisher's process, whenever one is started. */
  onProcess?: (pid: number | undefined) => void;
  /** Where compiled pages are kept; by default in the cache of the data folder. */
  compiled?: string;
  /** Milliseconds without a sign of life after which the process counts as hanging. */
  patience?: number;
  /** Calls back now and then, to see whether a new day has begun; returns what ends it. */
  every?: (tick: () => void) => () => void;
  now?: () => Date;
}

/** How long a release under way may take to come to its end when the server is stopped, in milliseconds: the next start makes it. */
const closePatience = 4000;

const halfAMinute = (tick: () => void) => {
  const timer = setInterval(tick, 30_000);
  return () => clearInterval(timer);
};

/** Starts the publisher's process, brings what is served up to `main`, and publishes every change from then on. */
export async function createPublishing(options: PublishingOptions): Promise<Publishing> {
  const { store, data, database, day, log = () => undefined, patience = 120_000, every = halfAMinute, now = () => new Date() } = options;
  const { repository, media, site, cache } = data;
  const marked = await store.releases();
  const records = createReleaseRecords(database, Math.max(0, ...marked.map(({ release }) => Number(release))));
  const last = records.lastLive()?.release ?? marked[0]?.release;
  const served = await new Releases(site).served();
  const setup = { repository, media, out: site, cache, compiled: options.compiled ?? cache };
  const publisher = createWarmPublisher({ setup, patience, log, onProcess: options.onProcess });
  const maker = createReleaseMaker({
    ...options,
    records,
    publisher,
    now,
    log,
    served: served?.manifest,
    marked: last,
    askForSearch: () => queue.askForSearch(),
  });
  const queue = createReleaseQueue({ pages: maker.pages, search: maker.search, stopSearch: publisher.stopSearch });
  const take = (change: MainChange) => {
    maker.take(change);
    queue.ask();
  };
  const endListening = store.onMain(take);

  const before = last ? await store.releaseSnapshot(last) : undefined;
  for (const change of before ? await changesSince(store, before) : []) maker.take(change);
  if ((await store.snapshot()).files.size > 0) queue.ask();

  let asking = false;
  const tick = async () => {
    if (asking || queue.working()) return;
    asking = true;
    try {
      if (maker.searchIsBehind()) queue.askForSearch();
      if (maker.mustTryAgain() || (await day()) !== maker.day()) queue.ask();
    } catch (problem) {
      log(`What day it is in the city could not be told: ${problem instanceof Error ? problem.message : String(problem)}`);
    } finally {
      asking = false;
    }
  };
  const endTicking = every(() => void tick());

  return {
    state: () => ({
      waiting: maker.queue().length,
      queue: maker.queue(),
      working: queue.working(),
      upToDate: !queue.working() && maker.queue().length === 0 && maker.isServed(),
      searchUpToDate: !queue.searchWaits() && !maker.searchIsBehind(),
      last: records.last(),
      lastLive: records.lastLive(),
    }),
    records: records.list,
    settled: (until = 'live') => queue.settled(until),
    rollBackChanges: (release) => rollBackChanges({ ...options, release }),
    rollBack: (input) => rollBack({ ...options, ...input }),
    async close() {
      endTicking();
      endListening();
      maker.close();
      publisher.stopSearch();
      const ended = queue.close();
      await Promise.race([ended, wait(closePatience, undefined, { ref: false })]);
      await publisher.close();
      await ended;
    },
  };
}
