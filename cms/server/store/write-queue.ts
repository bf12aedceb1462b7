import { fileLock } from '../file-lock.ts';
import { asRefusal, GitFailed } from '../git/git.ts';
import { RefMoved } from '../git/refs.ts';
import { Refusal } from '../refusal.ts';

export interface WriteQueue {
  /** Does one write after the others, while no command beside the server writes. Its failure is a `Refusal`, or a fault of ours. */
  add<T>(write: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How often a write begins again because another process moved the ref meanwhile. */
const tries = 3;
/** More than this many in line, and waiting is no help to anybody. */
const longest = 500;

/** One writer at a time: with retries alone 50 people waited 58 seconds, in a queue one. The lock is for commands such as import and backup.
 * `clearLocks` takes away what a killed git left, and says whether there was anything: then the write is tried again. */
export function createWriteQueue(lockFile: string, clearLocks: () => Promise<boolean> = async () => false): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  async function alone<T>(write: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        const lock = await fileLock(lockFile);
        try {
          return await write().catch(async (problem: unknown) => {
            if (problem instanceof GitFailed && (await clearLocks())) return write();
            throw problem;
          });
        } finally {
          lock.release();
        }
      } catch (problem) {
        if (!(problem instanceof RefMoved)) throw asRefusal(problem);
        if (attempt === tries) throw new Refusal(503, 'cms.refused.busy', { cause: problem });
      }
    }
  }

  return {
    add(write) {
      if (closed || waiting >= longest) return Promise.reject(new Refusal(503, 'cms.refused.busy'));
      waiting++;
      const done = last.then(() => alone(write)).finally(() => waiting--);
      last = done.catch(() => undefined);
      return done;
    },
    async close() {
      closed = true;
      await last;
    },
  };
}
