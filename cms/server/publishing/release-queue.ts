/** Joins requests: what is asked for while a release is made goes into the next one. Pages before search, since readers wait for them. */
export interface ReleaseQueue {
  ask(): void;
  /** Search is to be brought up to the pages when nothing is more urgent. */
  askForSearch(): void;
  working(): boolean;
  /** Whether search is still to be brought up to the pages. */
  searchWaits(): boolean;
  settled(until: 'live' | 'search'): Promise<void>;
  /** Takes no more; resolves when what is under way has ended. */
  close(): Promise<void>;
}

export interface ReleaseQueueOptions {
  /** Makes one release of everything so far. `again` where it must be tried again before anything counts as done. */
  pages: () => Promise<'settled' | 'again'>;
  /** Brings search up to the pages; `stopped` where it was stopped for something urgent. */
  search: () => Promise<'settled' | 'stopped'>;
  stopSearch: () => void;
  /** For how long search may be put off, in milliseconds: where something is published every second it is made all the same. */
  searchPatience?: number;
}

type Doing = 'nothing' | 'pages' | 'search';

export function createReleaseQueue({ pages, search, stopSearch, searchPatience = 15_000 }: ReleaseQueueOptions): ReleaseQueue {
  let asked = 0;
  let answered = 0;
  let searchBehind: number | undefined;
  let doing: Doing = 'nothing';
  let last: Doing = 'nothing';
  let closed = false;
  let run = Promise.resolve();
  const waiting: { isDone: () => boolean; resolve: () => void }[] = [];

  const wake = () => {
    for (const one of waiting.splice(0)) {
      if (closed || one.isDone()) one.resolve();
      else waiting.push(one);
    }
  };
  const isUrgent = () => searchBehind !== undefined && performance.now() - searchBehind > searchPatience;

  const next = (): Doing => {
    if (isUrgent() && last === 'pages') return 'search';
    return asked > answered ? 'pages' : searchBehind === undefined ? 'nothing' : 'search';
  };

  async function work(): Promise<void> {
    while (!closed && (doing = next()) !== 'nothing') {
      const upTo = asked;
      if (doing === 'pages') {
        if ((await pages()) === 'settled') answered = upTo;
      } else if ((await search()) === 'settled') searchBehind = undefined;
      last = doing;
      wake();
    }
    doing = 'nothing';
  }
  const begin = () => {
    if (!closed && doing === 'nothing') run = work();
  };

  return {
    ask() {
      asked++;
      if (doing === 'search' && !isUrgent()) stopSearch();
      begin();
    },
    askForSearch() {
      searchBehind ??= performance.now();
      begin();
    },
    working: () => doing === 'pages' || asked > answered,
    searchWaits: () => searchBehind !== undefined,
    settled(until) {
      const upTo = asked;
      const isDone = () => answered >= upTo && (until === 'live' || searchBehind === undefined);
      return isDone() || closed ? Promise.resolve() : new Promise((resolve) => waiting.push({ isDone, resolve }));
    },
    async close() {
      closed = true;
      await run;
      wake();
    },
  };
}
