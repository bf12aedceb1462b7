import type { MiddlewareHandler } from 'hono';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';

/** Lets requests in until the server is being stopped, and knows when those that were let in are done. */
export interface Door {
  pass: MiddlewareHandler;
  isClosed: () => boolean;
  /** Refuses what comes from now on; kept when what runs is done, or after `patience` milliseconds. */
  close: (patience: number) => Promise<void>;
}

export function createDoor(): Door {
  let closed = false;
  let inside = 0;
  let tellEmpty: () => void = () => undefined;
  const empty = new Promise<void>((resolve) => (tellEmpty = resolve));
  return {
    isClosed: () => closed,
    pass: async (_, next) => {
      if (closed) throw new Refusal(503, 'cms.refused.busy');
      inside++;
      try {
        await next();
      } finally {
        inside--;
        if (closed && inside === 0) tellEmpty();
      }
    },
    close: async (patience) => {
      closed = true;
      if (inside > 0) await Promise.race([empty, wait(patience, undefined, { ref: false })]);
    },
  };
}
