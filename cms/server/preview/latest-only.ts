import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns } from '../protocol/turns.ts';

/** Runs work one after the other. Of what waits under one name only the newest is done; what it overtook gives undefined. */
export type LatestOnly = <T>(name: string, work: () => Promise<T>) => Promise<T | undefined>;

export function createLatestOnly(): LatestOnly {
  const newest = new Map<string, symbol>();
  const turns = createTurns();
  return (name, work) => {
    const mine = Symbol(name);
    newest.set(name, mine);
    return turns(async () => {
      // Whoever asked for something else meanwhile is answered between two pieces of work.
      await nextTurn();
      if (newest.get(name) !== mine) return undefined;
      newest.delete(name);
      return work();
    });
  };
}
