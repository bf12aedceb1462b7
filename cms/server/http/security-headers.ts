import type { MiddlewareHandler } from 'hono';

/** Pages of the CMS hold nothing but their own files: no inline script or style, nothing from elsewhere, in no frame. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Over https only: a browser ignores it over http, and a city that tries the CMS on a computer of its own must be able to. */
export const strictTransport = ['Strict-Transport-Security', 'max-age=31536000'] as const;

/**
 * What every answer of the CMS's origin carries, whoever made it. `same-origin` and not `no-referrer`: under the latter browsers send `Origin: null` with
 * a form (Fetch, "append a request Origin header"), and every form would be refused. Other sites learn nothing either way.
 */
export const securityHeaders = ({ https }: { https: boolean }): readonly (readonly [name: string, value: string])[] => [
  ['Content-Security-Policy', contentPolicy],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  [
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), usb=()',
  ],
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['X-Robots-Tag', 'noindex'],
  ...(https ? [strictTransport] : []),
];

/** Nothing that somebody saw while signed in stays in a cache; files of the interface say themselves how long they are kept. */
const keptByBrowsers = (path: string, status: number) => path.startsWith('/assets/') && (status === 200 || status === 304);

/** Puts the headers on every answer, in place of any that a route has set. */
export function sendSecurityHeaders({ https }: { https: boolean }): MiddlewareHandler {
  const headers = securityHeaders({ https });
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) c.header(name, value);
    if (!keptByBrowsers(c.req.path, c.res.status) || !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
