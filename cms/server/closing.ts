import { setTimeout as wait } from 'node:timers/promises';

/** What was opened, to be closed in the reverse order. */
export interface Closing {
  add: (close: () => unknown) => void;
  /** Closes everything once; a part that fails, or takes longer than `patience` milliseconds, keeps no other one open. */
  close: () => Promise<void>;
}

export function createClosing({ patience, failed }: { patience: number; failed: (problem: unknown) => void }): Closing {
  const closers: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      const ended = new AbortController();
      try {
        await Promise.race([close(), wait(patience, undefined, { ref: false, signal: ended.signal })]);
      } catch (problem) {
        failed(problem);
      } finally {
        ended.abort();
      }
    }
  };
  return { add: (close) => void closers.push(close), close: () => (closing ??= closeAll()) };
}
