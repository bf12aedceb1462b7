import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCity } from '../../src/e2e/city-server.ts';
import { fixtureDay } from '../../src/fixture-city/fixture-city.ts';
import { root } from '../../src/release/root.ts';
import { ownHeaders, sendRequest } from './cms-request.ts';

/** `npm start` as whoever runs a city's server starts it. */
interface Started {
  child: ChildProcess;
  printed: () => string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
  origin: string;
  cmsOrigin: string;
  link: string | undefined;
}

let folder: string;
let content: string;
let server: Started;
const running = new Set<ChildProcess>();

function launch(variables: Record<string, string> = {}) {
  const all = {
    PORT: '0',
    CMS_PORT: '0',
    DOORSTEP_CMS_DATA: join(folder, 'data'),
    DOORSTEP_CONTENT: content,
    DOORSTEP_DAY: fixtureDay,
    ...variables,
  };
  const set = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  // `env` sets the variables, since only one module reads the environment.
  const child = spawn('env', ['-u', 'VITEST', '-u', 'NODE_ENV', ...set, process.execPath, join(root, 'cms/cli/start.ts')], { cwd: root });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += text));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string | null);
  return { child, printed: () => printed, ended };
}

async function start(): Promise<Started> {
  const launched = launch();
  let over: number | string | null | undefined;
  void launched.ended.then((how) => (over = how));
  const until = performance.now() + 90_000;
  while (!/The editor is at \S+\/\n/.test(launched.printed())) {
    if (over !== undefined || performance.now() > until) throw new Error(`npm start did not start (${over ?? 'too slow'}):\n${launched.printed()}`);
    await wait(50);
  }
  const found = (pattern: RegExp) => pattern.exec(launched.printed())?.[1];
  return {
    ...launched,
    origin: found(/The site is at (\S+)\/\n/)!,
    cmsOrigin: found(/The editor is at (\S+)\/\n/)!,
    link: found(/\n {2}(http\S+token=\S+)\n/),
  };
}

const read = ({ origin }: Started, path: string) => sendRequest({ origin, path });
/** What somebody does with a link: opens it, presses the button. */
async function redeem({ cmsOrigin }: Started, link: string) {
  const { pathname, search, searchParams } = new URL(link);
  const page = await sendRequest({ origin: cmsOrigin, path: pathname + search });
  const pressed = await sendRequest({
    origin: cmsOrigin,
    path: '/sign-in/redeem',
    method: 'POST',
    headers: { ...ownHeaders(cmsOrigin), 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: searchParams.get('token')! }).toString(),
  });
  return { page, pressed };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-start-'));
  content = await writeCity('fixture', join(folder, 'content'));
  server = await start();
});
afterAll(async () => {
  for (const child of running) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('npm start serves the site on one address and its editor on another', async () => {
  expect(server.origin).toMatch(/^http:\/\/localhost:\d+$/);
  expect(server.cmsOrigin).toMatch(/^http:\/\/cms\.localhost:\d+$/);
  const page = await read(server, '/en/');
  expect([page.status, page.body.includes('<html lang="en"')]).toEqual([200, true]);
  expect(page.headers['set-cookie']).toBeUndefined();
  const signIn = await sendRequest({ origin: server.cmsOrigin, path: '/sign-in', headers: { 'Accept-Language': 'nl' } });
  expect([signIn.status, signIn.body.includes('<html lang="nl"')]).toEqual([200, true]);
  const health = await sendRequest({ origin: server.cmsOrigin, path: '/health' });
  expect([health.status, JSON.parse(health.body)]).toEqual([200, { ok: true, store: true, disk: true, publisher: true }]);
});

test('both ports answer on both loopback addresses', async () => {
  for (const origin of [server.origin, server.cmsOrigin]) {
    const { port, host } = new URL(origin);
    for (const address of ['127.0.0.1', '[::1]']) {
      const answer = await fetch(`http://${address}:${port}/health`, { headers: { Host: host }, redirect: 'manual' }).catch(() => undefined);
      if (address === '127.0.0.1' || answer) expect(answer?.status).toBeLessThan(500);
    }
  }
});

test('the data folder is for this user alone', async () => {
  const { mode } = await import('node:fs/promises').then(({ stat }) => stat(join(folder, 'data')));
  expect(mode & 0o077).toBe(0);
  expect((await readdir(join(folder, 'data'))).sort()).toEqual(
    expect.arrayContaining(['cache', 'media', 'outbox', 'owner.lock', 'private.sqlite', 'repository.git', 'secret', 'site']),
  );
});

test('it prints a link for the first administrator, and mails nothing', async () => {
  expect(server.link).toMatch(new RegExp(`^${server.cmsOrigin}/sign-in/link\\?token=\\w{20,}$`));
  expect(await readdir(join(folder, 'data', 'outbox'))).toEqual([]);
});

test('a second server on the same folder refuses to start and says why', async () => {
  const second = launch();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toContain(`Another server (process ${server.child.pid}) is running on this data folder`);
  expect(second.printed()).toContain('DOORSTEP_CMS_DATA=');
  expect((await read(server, '/en/')).status).toBe(200);
});

test('variables that cannot be are told all at once', async () => {
  const wrong = launch({ PORT: 'http', CMS_ORIGIN: 'cms.city.example' });
  expect(await wrong.ended).toBe(1);
  expect(wrong.printed()).toContain('PORT: found "http"; wanted the port of the site');
  expect(wrong.printed()).toContain('CMS_ORIGIN: found "cms.city.example"; wanted the address of the editor');
});

test('site and editor on one host are refused', async () => {
  const both = launch({ ORIGIN: 'http://localhost:4321', CMS_ORIGIN: 'http://localhost:4322', DOORSTEP_CMS_DATA: join(folder, 'other') });
  expect(await both.ended).toBe(1);
  expect(both.printed()).toContain('Give the editor a host of its own');
});

test('a port that is taken is told, with the variable that chooses another', async () => {
  const { port } = new URL(server.cmsOrigin);
  const second = launch({ CMS_PORT: port, DOORSTEP_CMS_DATA: join(folder, 'other') });
  expect(await second.ended).toBe(1);
  expect(second.printed()).toMatch(new RegExp(`Port ${port} is taken\\..*CMS_PORT=\\d+ npm start`));
});

test('what is no HTTP, and what has no host, is answered with every header too', async () => {
  const { port } = new URL(server.cmsOrigin);
  const { connect } = await import('node:net');
  const say = async (text: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (part: Buffer) => (answer += part));
    socket.write(text);
    await once(socket, 'close');
    return answer;
  };
  const broken = await say('GARBAGE\r\n\r\n');
  expect(broken).toMatch(/^HTTP\/1\.1 400 /);
  const long = await say(`GET / HTTP/1.1\r\nHost: cms.localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(long).toMatch(/^HTTP\/1\.1 431 /);
  const odd = await say('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n');
  expect(odd).toMatch(/^HTTP\/1\.1 400 /);
  const absolute = await say('GET http://evil.example/sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
  expect(absolute).toMatch(/^HTTP\/1\.1 421 /);
  const old = await say('GET /sign-in HTTP/1.0\r\n\r\n');
  expect(old).toMatch(/^HTTP\/1\.1 421 /);
  for (const answer of [broken, long, odd, absolute, old]) {
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    expect(answer.toLowerCase()).toContain('cache-control: no-store');
  }
});

test('a body without a length that grows too large is refused while it comes, and the server goes on', async () => {
  const { port, host } = new URL(server.cmsOrigin);
  const { request } = await import('node:http');
  const status = await new Promise<number | undefined>((resolve) => {
    const headers = { Host: host, ...ownHeaders(server.cmsOrigin), 'Content-Type': 'application/x-www-form-urlencoded' };
    const sending = request({ host: '127.0.0.1', port, path: '/sign-in', method: 'POST', headers, agent: false }, (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on('error', () => resolve(undefined));
    const more = () => {
      while (!sending.destroyed && sending.write('x'.repeat(65_536)));
      if (!sending.destroyed) sending.once('drain', more);
    };
    more();
  });
  expect(status).toBe(413);
  expect((await sendRequest({ origin: server.cmsOrigin, path: '/health' })).status).toBe(200);
});

test('as long as no administrator has signed in, the next start prints another link; what differs in the folder is told; nothing is lost', async () => {
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await appendFile(join(content, 'guides/nl/register.mdx'), '\nNiet van de server.\n');
  const before = server.link;
  server = await start();
  expect(server.link).toBeDefined();
  expect(server.link).not.toBe(before);
  expect(server.printed()).toContain('1 changed');
  expect(server.printed()).toMatch(/npm run cms -- import .* npm run cms -- export/);
  expect((await read(server, '/nl/guides/register/')).body).not.toContain('Niet van de server.');
});

test('once the administrator has signed in, no link is printed any more', async () => {
  const { page, pressed } = await redeem(server, server.link!);
  expect(page.status).toBe(200);
  expect([pressed.status, pressed.headers.location]).toEqual([303, '/sign-in/passkey']);
  const [cookie] = pressed.headers['set-cookie']!;
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=/i);
  expect((await redeem(server, server.link!)).pressed.status).toBe(410);
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
  server = await start();
  expect(server.link).toBeUndefined();
  const still = await sendRequest({ origin: server.cmsOrigin, path: '/sign-in/passkey', headers: { Cookie: cookie!.split(';')[0]! } });
  // Another port is another origin for links, and the same host for cookies: the session is still there.
  expect(still.status).toBe(200);
});

test('the log tells of no token and no address', async () => {
  expect(server.printed()).not.toMatch(/127\.0\.0\.1|::1/);
  const log = server
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
  expect(log).not.toMatch(/token|@/);
  expect(await readFile(join(folder, 'data', 'secret'), 'utf8')).toHaveLength(44);
});

test('the server outlives its publisher', async () => {
  const { stdout } = spawn('ps', ['-o', 'pid=,args=', '--ppid', String(server.child.pid)]);
  let listed = '';
  stdout.on('data', (text: Buffer) => (listed += text));
  await once(stdout, 'close');
  const publisher = Number(/^\s*(\d+) .*publisher-process/m.exec(listed)?.[1]);
  process.kill(publisher, 'SIGKILL');
  await expect.poll(async () => (await sendRequest({ origin: server.cmsOrigin, path: '/health' })).status).toBe(200);
  expect((await read(server, '/en/')).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});
