import type { DocumentName } from '../document.ts';
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
  /**
   * What became of what a refused release brought: these are drafts again. None of them where the content was taken back without a draft of each file;
   * null where nothing could be taken back, and nothing can be published until somebody helps.
   */
  takenBack?: readonly DocumentName[] | null;
}

/** A change of `main` that readers do not see yet. */
export interface QueuedChange extends MainChange {
  /** When it came, ISO 8601. */
  since: string;
}

/** A document that going back would change, by the title it had or has. */
export interface ReturningDocument {
  name: DocumentName;
  title: string | undefined;
}

/** What going back to a release would do to the documents on the site. */
export interface RollBackChanges {
  /** They were there and come back. */
  back: readonly ReturningDocument[];
  /** They are there now and go. */
  gone: readonly ReturningDocument[];
  /** They get their earlier text. */
  earlier: readonly ReturningDocument[];
  /** They stay as they are, since their tellers have decided about them. */
  kept: readonly ReturningDocument[];
}

export interface PublishingState {
  /** Changes that wait for a release or are in one now. */
  waiting: number;
  /** Those changes, oldest first. */
  queue: readonly QueuedChange[];
  working: boolean;
  /** Whether what is served is what `main` says. */
  upToDate: boolean;
  /** Whether search finds what the pages show. */
  searchUpToDate: boolean;
  last: ReleaseRecord | null;
  lastLive: ReleaseRecord | null;
}

/** Turns `main` into releases, one at a time, in a process of its own. */
export interface Publishing {
  state(): PublishingState;
  records(limit?: number): ReleaseRecord[];
  /** When everything that had been asked for before is live or refused; with `search`, when it can be found too. */
  settled(until?: 'live' | 'search'): Promise<void>;
  /** What `rollBack` would change, were it done now. 404 where the release is not remembered. */
  rollBackChanges(release: string): Promise<RollBackChanges>;
  /** Commits what an earlier release had to `main`, and publishes that: consent and withdrawal still apply. */
  rollBack(input: { release: string; by: string }): Promise<{ changed: number }>;
  close(): Promise<void>;
}
