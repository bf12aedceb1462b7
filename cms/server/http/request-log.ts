import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { pino, type DestinationStream, type Logger } from 'pino';

/** A log of lines in JSON. Nothing that people typed, no token, no address of a person or computer is ever handed to it. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, ...(destination ? [destination] : []));

/** The pattern of the route that answered, `/people/:id`: an address itself may hold a token. */
function patternOf(c: Parameters<typeof matchedRoutes>[0]): string {
  const patterns = matchedRoutes(c).map(({ path }) => path);
  return patterns.findLast((path) => !path.includes('*')) ?? patterns.findLast((path) => path !== '*' && path !== '/*') ?? 'none';
}

/** One line a request: method, pattern, status, milliseconds. */
export const logRequests =
  (log: Logger): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log.info({ method: c.req.method, route: patternOf(c), status: c.res.status, ms }, 'request');
  };

/** What may be told of an error: its kind and where it was thrown. Its message may quote what somebody wrote. */
export function errorForLog(problem: unknown): Record<string, unknown> {
  if (!(problem instanceof Error)) return { kind: typeof problem };
  const { code, errcode } = problem as { code?: unknown; errcode?: unknown };
  const frames = (problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    kind: problem.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof errcode === 'number' ? { errcode } : {}),
    at: frames.slice(0, 8).map((line) => line.trim()),
    ...(problem.cause === undefined ? {} : { cause: errorForLog(problem.cause) }),
  };
}
