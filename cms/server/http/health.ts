import { setTimeout as wait } from 'node:timers/promises';

/** What whoever watches the server is told: whether each part works, and nothing more. */
export interface Health {
  ok: boolean;
  /** Content can be read. */
  store: boolean;
  /** There is room to write. */
  disk: boolean;
  /** The process that makes releases lives. */
  publisher: boolean;
}

/** Milliseconds: a part that has not answered by then does not work. */
const patience = 3000;
/** Milliseconds for which an answer holds, so that asking often costs nothing. */
const fresh = 1000;

export interface HealthParts {
  store: () => Promise<unknown>;
  /** Whether there is still room for the next saves and release. */
  hasRoom: () => Promise<boolean>;
  publisher: () => boolean;
}

const succeeds = async (work: () => Promise<boolean>): Promise<boolean> => {
  const ending = new AbortController();
  try {
    return await Promise.race([work(), wait(patience, false, { ref: false, signal: ending.signal })]);
  } catch {
    return false;
  } finally {
    ending.abort();
  }
};

export function createHealth({ store, hasRoom, publisher }: HealthParts): () => Promise<Health> {
  const look = async (): Promise<Health> => {
    const [storeWorks, diskHasRoom] = await Promise.all([
      succeeds(async () => {
        await store();
        return true;
      }),
      succeeds(hasRoom),
    ]);
    const parts = { store: storeWorks, disk: diskHasRoom, publisher: publisher() };
    return { ok: Object.values(parts).every(Boolean), ...parts };
  };
  let last: { at: number; health: Promise<Health> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > fresh) last = { at: performance.now(), health: look() };
    return last.health;
  };
}
