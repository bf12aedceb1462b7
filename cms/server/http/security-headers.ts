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

/**
 * The editor of texts: its style sheets are made while it runs (emotion), pictures that were just chosen are blobs, and the preview is a frame of ours.
 * Still no script but our files, and nothing that makes code of text.
 */
const editorPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self' blob:",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * A preview is a page of the site on our origin, with texts by people whom nobody has checked: no script can run in it, by the sandbox and by `default-src`, nothing is
 * sent, no frame of it leads elsewhere. It keeps our origin, which is harmless where nothing runs: an opaque one would get neither pictures and fonts (they ask
 * for the session's cookie, and other origins are refused them), nor could the editor keep the place to which somebody had scrolled. A sandboxed page
 * may have no opener policy (HTML, "navigation: check a response's COOP"): browsers would refuse it. In a tab of its own, and only there, its links open the site.
 */
const previewHeaders = (sandbox: string): Exception['headers'] => [
  [
    'Content-Security-Policy',
    [
      `sandbox ${sandbox}`,
      "default-src 'none'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
    ].join('; '),
  ],
  ['Cross-Origin-Opener-Policy', 'unsafe-none'],
  ['X-Frame-Options', 'SAMEORIGIN'],
];

interface Exception {
  where: RegExp;
  headers: readonly (readonly [name: string, value: string])[];
}
/** Pages that need another policy than all others; each says why at its policy. */
const exceptions: readonly Exception[] = [
  { where: /^\/admin\/[a-zA-Z-]+\/$/, headers: [['Content-Security-Policy', editorPolicy]] },
  { where: /^\/preview\/pages\/[^/]+$/, headers: previewHeaders('allow-same-origin') },
  { where: /^\/preview\//, headers: previewHeaders('allow-same-origin allow-popups allow-popups-to-escape-sandbox') },
];

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
const kept = ['/assets/', '/admin/assets/', '/preview/files/_astro/'];
const keptByBrowsers = (path: string, status: number) => kept.some((place) => path.startsWith(place)) && (status === 200 || status === 304);

/** Puts the headers on every answer, in place of any that a route has set. */
export function sendSecurityHeaders({ https }: { https: boolean }): MiddlewareHandler {
  const headers = securityHeaders({ https });
  return async (c, next) => {
    await next();
    const own = exceptions.find(({ where }) => where.test(c.req.path))?.headers ?? [];
    for (const [name, value] of [...headers, ...own]) c.header(name, value);
    if (!keptByBrowsers(c.req.path, c.res.status) || !c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
