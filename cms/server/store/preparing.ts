/** Runs a few pieces of work at once, the others as soon as there is room. */
export interface Preparing {
  add<T>(work: () => Promise<T>): Promise<T>;
}

export function createPreparing(atOnce: number): Preparing {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async add(work) {
      if (running >= atOnce) await new Promise<void>((room) => waiting.push(room));
      else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
