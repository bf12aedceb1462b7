import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../refusal.ts';

const reading = new Set(['GET', 'HEAD']);

/** Whether a request that changes something comes from a page of this origin. What does not say where it comes from is not let in. */
const isOwn = (headers: Headers, origin: string): boolean => headers.get('origin') === origin && headers.get('sec-fetch-site') === 'same-origin';

/** Refuses what another site sent: exact Origin and Sec-Fetch-Site on every request that could change something. */
export const refuseOtherOrigins =
  (origin: string): MiddlewareHandler =>
  async (c, next) => {
    if (!reading.has(c.req.method) && !isOwn(c.req.raw.headers, origin)) throw new Refusal(403, 'cms.refused.origin');
    await next();
  };

/**
 * Answers 421 where a request is for another host: a name that somebody points at this address (DNS rebinding) gets nothing. `/health` answers to any
 * name, since what watches a server asks by its address; it tells nothing that is worth the trick.
 */
export function refuseOtherHosts(origin: string): MiddlewareHandler {
  const { host } = new URL(origin);
  return async (c, next) => {
    if (c.req.path === '/health' && reading.has(c.req.method)) return next();
    const asked = c.req.header('host')?.toLowerCase();
    if (asked !== host || new URL(c.req.url).host !== host) return c.text('Another host is served here.\n', 421);
    return next();
  };
}
