import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSiteServer, type ServedRequest } from './serve.ts';
import { headersFile, siteHeaders } from './site-headers.ts';

const long = 'A line of a page that is long enough to be worth packing. '.repeat(20);
const page = (title: string) => `<!doctype html><title>${title}</title><p>${long}</p>`;
const secret = 'not part of the site';

const site = {
  'index.html': page('choose'),
  'en/index.html': page('home'),
  'nl/index.html': page('thuis'),
  'nl/guides/register/index.html': page('inschrijven'),
  'nl/404/index.html': page('niet gevonden'),
  '404.html': page('not found'),
  'media/house.webp': 'webp '.repeat(200),
  'media/line.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${long}</text></svg>`,
  '_astro/site.a1b2.css': `/* ${long} */`,
  'pagefind/pagefind.js': `// ${long}`,
  'pagefind/en/fragment/en_1.pf_fragment': 'packed '.repeat(100),
  'pagefind/wasm.en.wasm': 'wasm '.repeat(200),
  'fonts/sign.woff2': 'woff2 '.repeat(200),
  'en/feed.xml': `<feed>${long}</feed>`,
  'en/stories/feed.json': '{}',
  'sitemap-index.xml': '<sitemapindex/>',
  '.well-known/security.txt': 'Contact: mailto:desk@site.example',
  '.well-known/.env': secret,
  'nl/.well-known/security.txt': secret,
  'site.webmanifest': '{}',
  'en/agenda.ics': 'BEGIN:VCALENDAR',
  'nl/guides/old/index.html': page('this way'),
  'café/index.html': page('café'),
  _headers: headersFile(),
  _redirects:
    '# aliases\n/nl/guides/old/ /nl/guides/register/ 301\n/oud /nl/guides/café/ 302\n/away https://example.org/ 301\n/evil //example.org 301\n',
  '.env': secret,
  '.git/config': secret,
};

let folder: string;
let server: Server;
const logged: ServedRequest[] = [];

async function write(root: string, files: Record<string, string>) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  }
}

async function listen(root: string): Promise<Server> {
  const started = createSiteServer({ root, log: (line) => logged.push(line) });
  await new Promise<void>((done) => void started.listen(0, '127.0.0.1', done));
  return started;
}

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

/** A request with its path sent exactly as written: `fetch` would tidy `..` away. */
function ask(
  path: string,
  { method = 'GET', headers = {}, from = server }: { method?: string; headers?: Record<string, string>; from?: Server } = {},
) {
  const { port } = from.address() as AddressInfo;
  return new Promise<Reply>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    });
    request.on('error', reject).end();
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-serve-'));
  await write(join(folder, 'site'), site);
  await write(folder, { 'secret.txt': secret, 'site-secret/index.html': secret });
  await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'leak.txt'));
  await symlink(folder, join(folder, 'site', 'out'));
  await symlink('loop', join(folder, 'site', 'loop'));
  await symlink('register', join(folder, 'site', 'nl', 'guides', 'inside'));
  server = await listen(join(folder, 'site'));
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('pages', () => {
  test('a path with a slash is its index page', async () => {
    const { status, text, headers } = await ask('/nl/guides/register/?utm=1');
    expect(status).toBe(200);
    expect(text).toBe(site['nl/guides/register/index.html']);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text));
  });

  test('a path without its slash is sent on for good, with its query', async () => {
    const { status, headers } = await ask('/nl/guides/register?step=2');
    expect([status, headers.location]).toEqual([308, '/nl/guides/register/?step=2']);
  });

  test('names in other scripts are found, and stay encoded in redirects', async () => {
    expect((await ask('/caf%C3%A9/')).status).toBe(200);
    expect((await ask('/caf%c3%a9')).headers.location).toBe('/caf%C3%A9/');
  });

  test('a file with a slash behind it is no page', async () => {
    expect((await ask('/en/feed.xml/')).status).toBe(404);
  });

  test('a folder without an index page shows nothing of what is in it', async () => {
    const { status, text } = await ask('/media/');
    expect(status).toBe(404);
    expect(text).not.toContain('house');
  });

  test('HEAD says what GET would send', async () => {
    const [get, head] = await Promise.all([ask('/nl/'), ask('/nl/', { method: 'HEAD' })]);
    expect(head.status).toBe(200);
    expect(head.bytes).toHaveLength(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('%s is not allowed', async (method) => {
    const { status, headers } = await ask('/nl/', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('a page that is not there is told in the language of its address', async () => {
    const dutch = await ask('/nl/nergens/');
    expect([dutch.status, dutch.text]).toEqual([404, site['nl/404/index.html']]);
    const other = await ask('/en/nowhere');
    expect([other.status, other.text]).toEqual([404, site['404.html']]);
    expect(other.headers['cache-control']).toBe('no-cache');
    expect(other.headers.etag).toBeUndefined();
  });

  test('a missing picture is not kept for a year', async () => {
    expect((await ask('/media/gone.webp')).headers['cache-control']).toBe('no-cache');
  });
});

describe('what nobody is given', () => {
  test.each([
    '/../secret.txt',
    '/nl/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2E%2Fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/nl/%2e%2e%5c%2e%2e%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/....//secret.txt',
    '/..;/secret.txt',
    '/.%00./secret.txt',
    '/secret.txt%00.html',
    '/nl/index.html%00',
    '/%c0%ae%c0%ae/secret.txt',
    '/%ff',
    '/%',
    '/%u002e%u002e/secret.txt',
    '/C:/secret.txt',
    '/C:%5csecret.txt',
    '/index.html::$DATA',
    '//secret.txt',
    '//etc/passwd',
    '//example.org/%2f..',
    '/\\example.org',
    '/%2fetc%2fpasswd',
    '/%0d%0aSet-Cookie:%20a=b',
    '/nl%0d%0a/guides',
    '/../site-secret/',
    '/leak.txt',
    '/out/secret.txt',
    '/out',
    '/out/',
    '/loop',
    '/.env',
    '/.git/config',
    '/.well-known/.env',
    '/.well-known/../.env',
    '/nl/.well-known/security.txt',
    '/%2egit/config',
    '/_headers',
    '/_redirects',
    '/_Redirects',
    '/%5fheaders',
    `/${'a'.repeat(5000)}`,
    `/${'a/'.repeat(3000)}`,
    'http://elsewhere.example/../secret.txt',
    '*',
    'secret.txt',
  ])('%s', async (path) => {
    const { status, text, headers } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain(secret);
    expect(headers.location).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('a link that stays inside is followed', async () => {
    expect((await ask('/nl/guides/inside/')).status).toBe(200);
  });

  test('bytes that are no request get an answer, and the server goes on', async () => {
    const { port } = server.address() as AddressInfo;
    const reply = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('GET /\0../secret.txt HTTP/1.1\r\nHost: x\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(reply).toMatch(/^HTTP\/1.1 400 /);
    expect((await ask('/nl/')).status).toBe(200);
  });
});

describe('validators and packing', () => {
  test.each([
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('%s: what is unpacked is the page, and asking again costs nothing', async (accepted, encoding, unpack) => {
    const headers = { 'accept-encoding': accepted };
    const first = await ask('/nl/', { headers });
    expect(first.headers['content-encoding']).toBe(encoding);
    expect(first.headers.vary).toBe('Accept-Encoding');
    expect(unpack(first.bytes).toString()).toBe(site['nl/index.html']);
    const again = await ask('/nl/', { headers: { ...headers, 'if-none-match': `"other", W/${first.headers.etag}` } });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect(again.headers['cache-control']).toBe('no-cache');
    expect(again.headers.vary).toBe('Accept-Encoding');
  });

  test('each packing has its own validator', async () => {
    const tags = await Promise.all(
      ['identity', 'br', 'gzip'].map(async (accepted) => (await ask('/nl/', { headers: { 'accept-encoding': accepted } })).headers.etag),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  test('another content has another validator, the same content the same', async () => {
    const file = join(folder, 'site', 'note.txt');
    const tagOf = async (text: string) => {
      await writeFile(file, text);
      return (await ask('/note.txt')).headers.etag;
    };
    const [one, two, three] = [await tagOf('one'), await tagOf('two'), await tagOf('one')];
    expect(two).not.toBe(one);
    expect(three).toBe(one);
  });

  test.each([
    ['/media/house.webp', 'image/webp', undefined, 'public, max-age=31536000, immutable'],
    ['/media/line.svg', 'image/svg+xml; charset=utf-8', 'br', 'public, max-age=31536000, immutable'],
    ['/_astro/site.a1b2.css', 'text/css; charset=utf-8', 'br', 'public, max-age=31536000, immutable'],
    ['/pagefind/pagefind.js', 'text/javascript; charset=utf-8', 'br', 'no-cache'],
    ['/pagefind/en/fragment/en_1.pf_fragment', 'application/octet-stream', undefined, 'public, max-age=31536000, immutable'],
    ['/pagefind/wasm.en.wasm', 'application/wasm', 'br', 'no-cache'],
    ['/fonts/sign.woff2', 'font/woff2', undefined, 'no-cache'],
    ['/en/feed.xml', 'application/atom+xml; charset=utf-8', 'br', 'no-cache'],
    ['/en/stories/feed.json', 'application/feed+json; charset=utf-8', undefined, 'no-cache'],
    ['/sitemap-index.xml', 'application/xml; charset=utf-8', undefined, 'no-cache'],
    ['/.well-known/security.txt', 'text/plain; charset=utf-8', undefined, 'no-cache'],
    ['/site.webmanifest', 'application/manifest+json; charset=utf-8', undefined, 'no-cache'],
    ['/en/agenda.ics', 'text/calendar; charset=utf-8', undefined, 'no-cache'],
  ])('%s is %s', async (path, type, encoding, caching) => {
    const { status, headers } = await ask(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect([status, headers['content-type'], headers['content-encoding'], headers['cache-control']]).toEqual([200, type, encoding, caching]);
  });
});

describe('headers', () => {
  test.each([
    ['/nl/', {}],
    ['/', {}],
    ['/', { headers: { 'accept-language': 'nl' } }],
    ['/nl', {}],
    ['/nowhere', {}],
    ['/../x', {}],
    ['/nl/', { method: 'POST' }],
    ['/nl/', { headers: { 'if-none-match': '*' } }],
    ['/media/house.webp', {}],
  ])('%s %j carries the headers of the table', async (path, options) => {
    const { headers } = await ask(path, options);
    for (const [name, value] of siteHeaders[0]!.headers) expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('an SVG opened by its own address can do nothing', async () => {
    const { headers } = await ask('/media/line.svg');
    expect(headers['content-security-policy']).toBe("frame-ancestors 'none', sandbox; default-src 'none'; style-src 'unsafe-inline'");
  });

  test('the file for other hosts says the same', () => {
    expect(headersFile()).toContain('/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: same-origin\n');
    expect(headersFile()).toContain('\n/media/*\n  Cache-Control: public, max-age=31536000, immutable\n');
  });
});

describe('languages at the front door', () => {
  test.each([
    ['nl-BE,nl;q=0.9,en;q=0.8', '/nl/'],
    ['fr, en;q=0.2', '/en/'],
    ['nl;q=0.1, en;q=0.2', '/en/'],
  ])('%s goes to %s', async (accepted, location) => {
    const { status, headers } = await ask('/?from=letter', { headers: { 'accept-language': accepted } });
    expect([status, headers.location, headers.vary]).toEqual([302, `${location}?from=letter`, 'Accept-Language']);
  });

  test.each(['fr', '*', 'nl;q=0, media', '../secret', ''])('%j may choose', async (accepted) => {
    const { status, text, headers } = await ask('/', { headers: { 'accept-language': accepted } });
    expect([status, text, headers.vary]).toEqual([200, site['index.html'], 'Accept-Language, Accept-Encoding']);
  });
});

describe('redirects', () => {
  test.each([
    ['/nl/guides/old/', 301, '/nl/guides/register/'],
    ['/nl/guides/old?a=b', 301, '/nl/guides/register/?a=b'],
    ['/oud', 302, '/nl/guides/caf%C3%A9/'],
    ['/away', 301, 'https://example.org/'],
  ])('%s', async (path, status, location) => {
    const reply = await ask(path);
    expect([reply.status, reply.headers.location]).toEqual([status, location]);
  });

  test('a line that leads to another host in disguise is none', async () => {
    expect((await ask('/evil')).status).toBe(404);
  });

  test('a changed list is read again', async () => {
    await writeFile(join(folder, 'site', '_redirects'), `${site._redirects}/new-alias /nl/ 301\n`);
    expect((await ask('/new-alias')).headers.location).toBe('/nl/');
  });
});

test('while releases are swapped every request gets one whole release', async () => {
  const current = join(folder, 'current');
  const release = async (name: string) => {
    await write(join(folder, name), {
      'nl/index.html': page(name),
      'nl/only/index.html': page(name),
      'nl/404/index.html': page(`${name} has no such page`),
    });
    await symlink(name, join(folder, 'next'));
    await rename(join(folder, 'next'), current);
  };
  await release('release-0');
  const swapped = await listen(current);
  let going = true;
  const seen = new Set<string>();
  const reader = async () => {
    while (going) {
      for (const path of ['/nl/', '/nl/only/']) {
        const { status, text } = await ask(path, { from: swapped });
        expect(status).toBe(200);
        seen.add(/<title>(.*?)</.exec(text)![1]!);
      }
    }
  };
  const readers = Promise.all([reader(), reader(), reader()]);
  for (let number = 1; number <= 20; number++) {
    await release(`release-${number}`);
    await rm(join(folder, `release-${number - 1}`), { recursive: true });
  }
  going = false;
  await readers;
  expect((await ask('/nl/', { from: swapped })).text).toBe(page('release-20'));
  expect(seen.size).toBeGreaterThan(1);
  swapped.close();
});

test('the log has the path and the answer, and not what was typed', async () => {
  logged.length = 0;
  await ask('/nl/?q=my+name');
  expect(logged).toEqual([{ method: 'GET', path: '/nl/', status: 200, milliseconds: expect.any(Number) as number }]);
});

test('a site that is not there yet is a fault of ours, and is logged', async () => {
  const empty = await listen(join(folder, 'nothing-here'));
  logged.length = 0;
  expect((await ask('/', { from: empty })).status).toBe(500);
  expect(logged[0]?.error).toBeInstanceOf(Error);
  empty.close();
});
