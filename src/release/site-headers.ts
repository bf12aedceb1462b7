/** Headers for the paths a pattern matches; `*` stands for anything. When several match, the headers of all of them are sent. */
export interface HeaderRule {
  path: string;
  headers: readonly (readonly [name: string, value: string])[];
}

/** The file's name holds a hash of its content: it never changes, so a browser need never ask again. */
const immutable = [['Cache-Control', 'public, max-age=31536000, immutable']] as const;

/**
 * What every answer of the site carries, whoever serves it. The policy for scripts and styles is in each page's own `<meta>`, which knows the
 * page's hashes; a `<meta>` cannot say who may frame the page, so that is said here.
 */
export const siteHeaders: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: [
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'same-origin'],
      ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
      ['Cross-Origin-Opener-Policy', 'same-origin'],
      ['X-Frame-Options', 'DENY'],
      ['Content-Security-Policy', "frame-ancestors 'none'"],
    ],
  },
  // Opened by its own address an SVG is a document and could run scripts; as a picture in a page it cannot.
  { path: '/*.svg', headers: [['Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'"]] },
  // What the ending alone does not say.
  { path: '/*/feed.xml', headers: [['Content-Type', 'application/atom+xml; charset=utf-8']] },
  { path: '/*/feed.json', headers: [['Content-Type', 'application/feed+json; charset=utf-8']] },
  { path: '/manifest.webmanifest', headers: [['Content-Type', 'application/manifest+json; charset=utf-8']] },
  { path: '/.well-known/security.txt', headers: [['Content-Type', 'text/plain; charset=utf-8']] },
  { path: '/_astro/*', headers: immutable },
  { path: '/media/*', headers: immutable },
  { path: '/pagefind/*/fragment/*', headers: immutable },
  { path: '/pagefind/*/index/*', headers: immutable },
];

const rules = siteHeaders.map(({ path, headers }) => ({
  pattern: new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i'),
  headers,
}));

/** The headers of the table for a path, in its order; a name may come twice, as policies add up. */
export function headersFor(path: string): [name: string, value: string][] {
  return rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers.map(([name, value]): [string, string] => [name, value]));
}

/** The same table as a `_headers` file, which hosts of static sites read (Netlify, Cloudflare Pages and others). */
export function headersFile(): string {
  return siteHeaders.map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`).join('\n');
}
