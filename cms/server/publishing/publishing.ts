import type { MainChange } from '../store/store.ts';

/** One problem of a refused release, where it can be said: file and line of the content. */
export interface ReleaseProblem {
  /** The page or file: `/en/guides/register/`. */
  path: string;
  problem: string;
  file?: string;
  line?: number;
}

export interface ReleaseRecord {
  /** Number of the release folder, or of the attempt where it was refused: grows. */
  id: number;
  state: 'live' | 'refused' | 'failed';
  at: string;
  day: string;
  /** Name under which the store remembers it (`Store.markRelease`); null where it was refused. */
  release: string | null;
  /** What it brought, who did it. Empty where only the day changed. */
  changes: readonly MainChange[];
  pages: number;
  written: number;
  /** From the change to the end of the attempt. */
  milliseconds: number;
  /** From the change until search found it too; null as long as it does not. */
  searchMilliseconds: number | null;
  problems: readonly ReleaseProblem[];
}

export interface PublishingState {
  /** Changes that wait for a release or are in one now. */
  waiting: number;
  working: boolean;
  /** Whether what is served is what `main` says. */
  upToDate: boolean;
  last: ReleaseRecord | null;
  lastLive: ReleaseRecord | null;
}

/** Turns `main` into releases, one at a time, in a process of its own. */
export interface Publishing {
  state(): PublishingState;
  records(limit?: number): ReleaseRecord[];
  /** When everything that had been asked for before is live or refused; with `search`, when it can be found too. */
  settled(until?: 'live' | 'search'): Promise<void>;
  /** Commits what an earlier release had to `main`, and publishes that: consent and withdrawal still apply. */
  rollBack(input: { release: string; by: string }): Promise<{ changed: number }>;
  close(): Promise<void>;
}
