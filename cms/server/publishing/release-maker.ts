import type { Manifest } from '../../../src/release/releases.ts';
import { documentFile } from '../document.ts';
import type { MainChange } from '../store/store.ts';
import { without } from './culprits.ts';
import type { PublishingOptions } from './create-publishing.ts';
import type { Done } from './messages.ts';
import type { QueuedChange, ReleaseProblem, ReleaseRecord } from './publishing.ts';
import { entryOfPage, located } from './release-problems.ts';
import type { ReleaseRecords } from './release-records.ts';
import { undo } from './undo.ts';
import type { Outcome, WarmPublisher } from './warm-publisher.ts';

export interface ReleaseMakerOptions extends Pick<PublishingOptions, 'store' | 'mainContent' | 'database' | 'day' | 'notices' | 'onRecord'> {
  records: ReleaseRecords;
  publisher: WarmPublisher;
  now: () => Date;
  log: (message: string) => void;
  /** What was served when the server started. */
  served: Manifest | undefined;
  /** The release that is remembered last, to put things back to. */
  marked: string | undefined;
  askForSearch: () => void;
}

export interface ReleaseMaker {
  /** A change of `main` for the next release. */
  take(change: MainChange): void;
  /** Publishes the pages of `main` as it is now, and deals with what comes of it. */
  pages(): Promise<'settled' | 'again'>;
  /** Brings search up to the pages. */
  search(): Promise<'settled' | 'stopped'>;
  /** Changes that are not live yet, oldest first. */
  queue(): readonly QueuedChange[];
  /** The day for which was published last, or tried to; undefined before the first time. */
  day(): string | undefined;
  /** Whether the last attempt came to its end with `main` on the site. */
  isServed(): boolean;
  /** Whether the last attempt failed for a reason that may have gone by itself. */
  mustTryAgain(): boolean;
  /** Whether search could not be brought up to the pages. */
  searchIsBehind(): boolean;
  /** What does not come to its end now is no failure: the next start makes it. */
  close(): void;
}

interface Attempt {
  head: string;
  day: string;
  batch: readonly QueuedChange[];
  began: number;
}

const reasonOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

export function createReleaseMaker(options: ReleaseMakerOptions): ReleaseMaker {
  const { store, mainContent, records, publisher, notices, now, log } = options;
  let pending: QueuedChange[] = [];
  let began: number | undefined;
  /** What the code and the day were when a release was live last: where both are the same, only content can be the reason of a refusal. */
  let live = options.served && { codeHash: options.served.codeHash, day: options.served.day };
  let shown: { head: string; day: string; record: ReleaseRecord | undefined; began: number } | undefined;
  let { marked } = options;
  let tried: string | undefined;
  /** `stuck`: refused, and nothing could be put back. */
  let last: 'live' | 'refused' | 'stuck' | 'failed' | undefined;
  /** What is in the attempt under way. */
  let underWay: readonly QueuedChange[] = [];
  let searchFailed = false;
  let closed = false;

  const keep = (record: ReleaseRecord) => {
    try {
      records.write(record);
    } catch (problem) {
      // A full disk: what is live is live without its record.
      log(`Release ${record.id} could not be recorded: ${reasonOf(problem)}`);
    }
  };
  const write = (record: ReleaseRecord) => {
    keep(record);
    options.onRecord?.(record);
  };
  const recordOf = (attempt: Attempt, more: Partial<ReleaseRecord> & Pick<ReleaseRecord, 'state'>): ReleaseRecord => ({
    id: records.next(),
    at: now().toISOString(),
    day: attempt.day,
    release: null,
    changes: attempt.batch.map(({ action, by, documents }) => ({ action, by, documents })),
    pages: 0,
    written: 0,
    milliseconds: Math.round(performance.now() - attempt.began),
    searchMilliseconds: null,
    problems: [],
    ...more,
  });
  const tell = (notice: Promise<void>) => void notice.catch((problem: unknown) => log(`A notice could not be sent: ${reasonOf(problem)}`));

  async function isLive(attempt: Attempt, { changed, pages, written }: Done): Promise<void> {
    const { head, day, batch } = attempt;
    live = { codeHash: publisher.codeHash() ?? '', day };
    const isNew = changed || batch.length > 0;
    const record = isNew ? recordOf(attempt, { state: 'live', pages, written }) : undefined;
    shown = { head, day, record, began: attempt.began };
    last = 'live';
    options.askForSearch();
    if (!record) return;
    await store.markRelease(String(record.id), head).then(
      () => {
        marked = record.release = String(record.id);
      },
      () => log(`Release ${record.id} is live, but could not be remembered to go back to.`),
    );
    write(record);
  }

  async function isRefused(attempt: Attempt, found: readonly ReleaseProblem[]): Promise<'settled' | 'again'> {
    const { graph } = await mainContent.current();
    const problems = found.map((problem) => located(problem, graph));
    const record = recordOf(attempt, { state: 'refused', problems });
    write(record);
    const wasStuck = last === 'stuck';
    const ofContent = live !== undefined && live.codeHash === publisher.codeHash();
    // Where nothing could be published before either, what has come since is not to blame for all of it.
    const onlyContent = live?.day === attempt.day && !wasStuck;
    const { batch } = attempt;
    const undone = ofContent && marked ? await undo({ ...options, problems, batch, newer: pending, onlyContent, lastLive: marked }) : undefined;
    last = undone ? 'refused' : 'stuck';
    keep({ ...record, takenBack: undone ? undone.drafts : null });
    if (!undone) {
      pending = [...batch, ...pending];
      if (!wasStuck) tell(notices.failed({ problems }));
      return 'settled';
    }
    pending = [...without(batch, undone.suspects), ...pending];
    for (const notice of undone.notices) tell(notices.refused(notice));
    return 'again';
  }

  function hasFailed(attempt: Attempt, reason: string): 'settled' {
    const record = recordOf(attempt, { state: 'failed', problems: [{ path: '', problem: reason }] });
    // Tried again and again, it is one failure, told once.
    const before = last === 'failed' ? records.last() : null;
    write(before?.state === 'failed' ? { ...record, id: before.id } : record);
    if (last !== 'failed') tell(notices.failed({ problems: record.problems }));
    last = 'failed';
    pending = [...attempt.batch, ...pending];
    return 'settled';
  }

  function judged(attempt: Attempt, outcome: Outcome): Promise<'settled' | 'again'> | 'settled' | 'again' {
    if (closed && outcome.kind !== 'done') return 'settled';
    if (outcome.kind === 'done') return isLive(attempt, outcome).then(() => 'settled');
    if (outcome.kind === 'refused') return isRefused(attempt, outcome.problems);
    if (outcome.kind === 'stopped') return 'again';
    if (outcome.kind === 'lost' && outcome.page !== undefined && entryOfPage(outcome.page))
      return isRefused(attempt, [{ path: outcome.page, problem: `could not be made: ${outcome.reason}` }]);
    return hasFailed(attempt, outcome.reason);
  }

  return {
    take(change) {
      began ??= performance.now();
      pending.push({ ...change, since: now().toISOString() });
    },
    async pages() {
      const attempt: Attempt = { head: '', day: '', batch: pending, began: began ?? performance.now() };
      pending = [];
      began = undefined;
      underWay = attempt.batch;
      try {
        Object.assign(attempt, { head: await store.head(), day: await options.day() });
        const published = attempt.batch.filter(({ action }) => action === 'publish').flatMap(({ documents }) => documents.map(documentFile));
        const { head, day } = attempt;
        tried = day;
        return await judged(attempt, await publisher.carryOut({ what: 'pages', head, day, documents: published }));
      } catch (problem) {
        return hasFailed(attempt, reasonOf(problem));
      } finally {
        underWay = [];
      }
    },
    async search() {
      if (!shown) return 'settled';
      const { head, day, record, began: from } = shown;
      const outcome = await publisher.carryOut({ what: 'search', head, day, documents: [] });
      if (outcome.kind === 'stopped') return 'stopped';
      searchFailed = outcome.kind !== 'done';
      if (searchFailed && !closed) log('Search could not be brought up to the pages; it is tried again.');
      if (outcome.kind === 'done' && record) write({ ...record, searchMilliseconds: Math.round(performance.now() - from) });
      return 'settled';
    },
    queue: () => [...underWay, ...pending],
    day: () => tried,
    isServed: () => last === 'live',
    searchIsBehind: () => searchFailed,
    mustTryAgain: () => last === 'failed',
    close: () => {
      closed = true;
    },
  };
}
