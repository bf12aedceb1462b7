import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../refusal.ts';

const minutes = 60;

/**
 * How often something may be done: `times` in `seconds`, for each of whom it counts. An editor at work meets none of them, nor do fifty people who share
 * the address of their town hall; a program that tries does.
 */
export const limitTable = {
  /** Sign-in links for one e-mail address: nobody's mailbox is filled. */
  'link for an address': { times: 6, seconds: 15 * minutes },
  /** Sign-in links that one client asks for. */
  'link for a client': { times: 150, seconds: 15 * minutes },
  /** Links that one client redeems. A token cannot be guessed anyway; this keeps the tries cheap. */
  'redemption for a client': { times: 150, seconds: 15 * minutes },
  /** Requests about passkeys by one client: two for each time one is used. */
  'passkey for a client': { times: 600, seconds: 15 * minutes },
  /** Changes by one person. */
  'change by a person': { times: 600, seconds: 5 * minutes },
  /** Requests of the protocol by one client, signed in or not. */
  'request of the protocol for a client': { times: 20_000, seconds: 5 * minutes },
  /** Everything else by one client: pages, files, forms. */
  'request for a client': { times: 10_000, seconds: 5 * minutes },
} as const satisfies Record<string, { times: number; seconds: number }>;

export type LimitName = keyof typeof limitTable;
export type LimitTable = Readonly<Record<LimitName, { times: number; seconds: number }>>;

/** The same with so many times that only a runaway loop meets them: for tests that do a day's work in a minute. */
export const lenientLimits = Object.fromEntries(
  Object.entries(limitTable).map(([name, { times, seconds }]) => [name, { times: times * 10_000, seconds }]),
) as unknown as LimitTable;

/** Counts one more for somebody. Throws 429, with the seconds to wait, where it is too many. */
export type Limits = (name: LimitName, whom: string) => Promise<void>;

/** Counts in memory: a restart forgives everybody, and there is one server. */
export function createLimits(table: LimitTable = limitTable): Limits {
  const limiters = new Map(
    Object.entries(table).map(([name, { times, seconds }]) => [name, new RateLimiterMemory({ points: times, duration: seconds })]),
  );
  return async (name, whom) => {
    try {
      await limiters.get(name)!.consume(whom);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new Refusal(429, 'cms.refused.often', { values: { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) } });
    }
  };
}
