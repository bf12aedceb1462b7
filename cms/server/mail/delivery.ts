import type { Carrier } from './smtp-carrier.ts';
import type { Outbox } from './outbox.ts';

/** How patient delivery is, in milliseconds. */
export interface Patience {
  /** Wait after the first failure; each further one doubles it. */
  first: number;
  /** The longest wait between two tries. */
  longest: number;
  /** After this a letter is given up. */
  total: number;
  /** How often the folder is looked at for letters that another process put there. */
  look: number;
}

const day = 86_400_000;
export const usualPatience: Patience = { first: 1000, longest: 600_000, total: 3 * day, look: 5000 };

/** Carries what is in the outbox, for as long as it runs. */
export interface Delivery {
  /** There is something new. */
  wake(): void;
  /** Letters that were tried and not taken, and why the last of them was not. */
  failing(): { count: number; reason: string | undefined };
  close(): Promise<void>;
}

/**
 * Sends the letters of an outbox, oldest first, until it is closed. What fails is tried again, ever less often: the letter alone where the mail server
 * refused it, all of them where the server could not be reached or hangs. Letters whose time is over are taken away unsent.
 * @param tell gets a sentence for the log, without addresses and texts
 */
export function deliver({
  outbox,
  newest,
  carry,
  patience,
  tell,
}: {
  outbox: Outbox;
  /** How many letters that were given up are kept. */
  newest: number;
  carry: Carrier;
  patience: Patience;
  tell: (sentence: string) => void;
}): Delivery {
  const closing = new AbortController();
  const tries = new Map<string, { count: number; due: number }>();
  /** Letters that the mail server has: where the disk does not let them be taken away, they are not sent a second time. */
  const taken = new Set<string>();
  let server = { count: 0, due: 0 };
  let reason: string | undefined;
  let news = Promise.withResolvers<void>();

  const later = (count: number) => ({ count: count + 1, due: Date.now() + Math.min(patience.longest, patience.first * 2 ** count) });

  const sendOne = async (name: string): Promise<void> => {
    if (taken.has(name)) return outbox.remove(name);
    const letter = await outbox.read(name);
    if (letter === 'gone') return;
    if (letter === 'broken') {
      await outbox.giveUp(name);
      tell('A file in the outbox is no letter. Its name ends in .failed now.');
      return;
    }
    if (letter.until !== undefined && Date.parse(letter.until) < Date.now()) {
      tries.delete(name);
      return outbox.remove(name);
    }
    try {
      await carry(letter, { id: name.replace(/\.json$/, ''), signal: closing.signal });
    } catch (problem) {
      if (closing.signal.aborted) return;
      const { code, responseCode } = problem as { code?: string; responseCode?: number };
      if (Date.parse(letter.at) + patience.total < Date.now()) {
        tries.delete(name);
        await outbox.giveUp(name);
        tell('A mail was given up after three days. It is in the outbox, its name ends in .failed.');
        return;
      }
      tries.set(name, later(tries.get(name)?.count ?? 0));
      if (responseCode === undefined || code === 'EAUTH') server = later(server.count);
      reason = String(responseCode ?? code ?? 'no answer');
      tell(`A mail could not be handed to the mail server (${reason}). It stays in the outbox and is tried again.`);
      return;
    }
    server = { count: 0, due: 0 };
    tries.delete(name);
    taken.add(name);
    await outbox.remove(name);
    taken.delete(name);
  };

  const round = async (): Promise<void> => {
    const names = await outbox.names();
    for (const name of tries.keys()) if (!names.includes(name)) tries.delete(name);
    for (const name of names) {
      if (closing.signal.aborted) return;
      if (Math.max(server.due, tries.get(name)?.due ?? 0) <= Date.now()) await sendOne(name);
    }
  };

  const pause = async (): Promise<void> => {
    const dues = [...tries.values()].map(({ due }) => Math.max(due, server.due) - Date.now());
    const timer = setTimeout(() => news.resolve(), Math.max(5, Math.min(patience.look, ...dues)));
    // A server that is asked to stop does not wait for the next look.
    timer.unref();
    await news.promise;
    clearTimeout(timer);
    news = Promise.withResolvers<void>();
  };

  const unreadable = (problem: unknown) => tell(`The outbox could not be read or written (${(problem as { code?: string }).code ?? 'unknown'}).`);
  const running = (async () => {
    await outbox.tidy({ newest, waiting: false }).catch(unreadable);
    while (!closing.signal.aborted) {
      await round().catch(unreadable);
      if (!closing.signal.aborted) await pause();
    }
  })();

  return {
    wake: () => news.resolve(),
    failing: () => ({ count: tries.size, reason: tries.size > 0 ? reason : undefined }),
    async close() {
      closing.abort();
      news.resolve();
      await running;
    },
  };
}
