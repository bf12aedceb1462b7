import type { ReleaseProblem } from './publishing.ts';

/** What the process is told once, before its first order. */
export interface Setup {
  repository: string;
  /** Where pictures of `main` lie as files. */
  media: string;
  /** Where releases go. */
  out: string;
  /** Made pictures, search indexes and sitemaps. */
  cache: string;
  /** Where compiled pages are kept. */
  compiled: string;
}

/** What the process is to publish: the content of one commit on one day, as pages with the search index there was, or with an index of its own. */
export interface Order {
  id: number;
  what: 'pages' | 'search';
  head: string;
  day: string;
  /** Files that were published: an error in one of them is a reason to refuse, since the entry would be left out without a word. */
  documents: readonly string[];
}

export type ToPublisher = { kind: 'setup'; setup: Setup } | { kind: 'order'; order: Order } | { kind: 'stop-search' };

export interface Done {
  kind: 'done';
  /** False where everything was published like this already. */
  changed: boolean;
  pages: number;
  written: number;
}

export type Answer =
  | Done
  | { kind: 'refused'; problems: readonly ReleaseProblem[] }
  /** A search index was not finished, because something else is more urgent. */
  | { kind: 'stopped' }
  /** It could not be done, and not because of the content: a full disk, a repository that cannot be read. */
  | { kind: 'failed'; reason: string };

export type FromPublisher =
  /** A sign of life, at every step; `page` is the page that is made next. */
  { kind: 'alive'; page?: string } | { kind: 'ready'; codeHash: string } | { kind: 'answer'; id: number; answer: Answer };
