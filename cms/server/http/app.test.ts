import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { contentOf } from '../../../src/graph/content.ts';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import type { SignedIn } from '../auth/auth.ts';
import { Refusal } from '../refusal.ts';
import type { Api } from '../protocol/create-api.ts';
import type { HttpEnv } from './http-env.ts';
import { createApp, type AppInput } from './app.ts';
import { lenientLimits, limitTable, type LimitTable } from './limits.ts';
import { createLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { createDoor } from './stopping.ts';

const origin = 'http://cms.localhost:4322';
const languages = contentOf(await fixtureSource()).graph!.strings;
const person = { id: 'u_abc', name: 'Mieke', email: 'mieke@city.example', role: 'editor', desks: [], lang: 'nl' } as const;
const sessions: Record<string, SignedIn> = {
  whole: { person, session: 's1', needs: 'nothing' },
  half: { person, session: 's2', needs: 'use-passkey' },
};

let logged: string[];
type ApiCall = Parameters<Api['answer']>[0];
let calls: ApiCall[];
/** What the protocol does; tests set it. */
let answerApi: (call: ApiCall) => unknown;
beforeEach(() => {
  logged = [];
  calls = [];
  answerApi = () => ({ done: true });
});

const pages: AppInput['pages']['app'] = new Hono();
pages.get('/', (c) => c.html('<p>home</p>'));
pages.get('/sign-in', (c) => c.html('<p>sign in</p>', 200, { 'Content-Security-Policy': "script-src 'unsafe-inline'" }));
pages.post('/sign-in', async (c) => c.text(`asked ${String((await c.req.parseBody({ all: true }))['email'])}`));
pages.post('/sign-in/redeem', (c) => c.text('redeemed'));
pages.get('/people/:id', (c) => c.text(c.req.param('id')));
pages.get('/sign-in/broken', () => {
  throw new Error('The secret is swordfish.');
});
pages.get('/assets/a.css', (c) => c.body('a{}', 200, { 'Cache-Control': 'public, max-age=60' }));

function app(more: Partial<AppInput> = {}) {
  return createApp({
    cmsOrigin: origin,
    trustProxy: false,
    auth: {
      whoIs: (headers) => Promise.resolve(sessions[headers.get('cookie') ?? '']),
      handlePasskey: async (request) => new Response(`passkey ${request.method} ${await request.text()}`),
    },
    pages: { app: pages, refusalPage: ({ sentence, status }) => Promise.resolve(`<h1>${status} ${sentence}</h1>`) },
    previews: new Hono<HttpEnv>(),
    api: (call) => {
      calls.push(call);
      return Promise.resolve(answerApi(call));
    },
    changes: (body) => (body as { action?: string }).action === 'persistEntry',
    health: () => Promise.resolve({ ok: true, store: true, disk: true, publisher: true }),
    languages: () => languages,
    log: createLog('info', { write: (line) => logged.push(line) }),
    door: createDoor(),
    limits: lenientLimits,
    ...more,
  });
}

const own = { Host: 'cms.localhost:4322', Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
const json = { ...own, 'Content-Type': 'application/json', Cookie: 'whole' };
type Changes = Record<string, string | undefined>;
const headersWith = (headers: Record<string, string>, changes: Changes) =>
  Object.fromEntries(Object.entries({ ...headers, ...changes }).filter((pair): pair is [string, string] => pair[1] !== undefined));
const call = (changes: Changes = {}, body: BodyInit = '{"action":"info"}', on = app()) =>
  on.request(`${origin}/api/v1`, { method: 'POST', headers: headersWith(json, changes), body });
const form = (path: string, fields: Record<string, string>, changes: Changes = {}, on = app()) =>
  on.request(`${origin}${path}`, {
    method: 'POST',
    headers: headersWith({ ...own, 'Content-Type': 'application/x-www-form-urlencoded' }, changes),
    body: new URLSearchParams(fields).toString(),
  });
const get = (path: string, changes: Changes = {}, on = app()) =>
  on.request(`${origin}${path}`, { headers: headersWith({ Host: own.Host }, changes) });
const errorOf = async (answer: Response) => ((await answer.json()) as { error: string }).error;

test('a call of the protocol reaches it with who asks, the body and the key of the save', async () => {
  const answer = await call({ 'Idempotency-Key': 'k1' }, '{"action":"persistEntry","params":{}}');
  expect([answer.status, await answer.json()]).toEqual([200, { done: true }]);
  expect(calls).toEqual([{ signedIn: sessions['whole'], body: { action: 'persistEntry', params: {} }, key: 'k1' }]);
});

test.each([
  ['another origin', { Origin: 'https://evil.example' }],
  ['another port of this host', { Origin: 'http://cms.localhost:4321' }],
  ['an origin that only begins the same', { Origin: `${origin}.evil.example` }],
  ['no origin', { Origin: undefined }],
  ['the origin null', { Origin: 'null' }],
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
  ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }],
  ['no word of where it is from', { 'Sec-Fetch-Site': undefined }],
])('a request with %s is refused everywhere, and nothing is done', async (_, changes: Changes) => {
  const answer = await call(changes);
  expect(answer.status).toBe(403);
  expect(await errorOf(answer)).toContain('niet van een pagina van deze redactie');
  const passkey = await app().request(`${origin}/api/auth/passkey/verify-registration`, {
    method: 'POST',
    headers: headersWith(json, changes),
    body: '{}',
  });
  expect(passkey.status).toBe(403);
  const page = await form('/sign-in', { email: 'a@b.example' }, changes);
  expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=UTF-8']);
  expect(calls).toEqual([]);
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s from another site is refused like POST', async (method) => {
  const answer = await app().request(`${origin}/api/v1`, { method, headers: headersWith(json, { Origin: 'https://evil.example' }) });
  expect(answer.status).toBe(403);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(['text/plain', 'text/plain;application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
  'a body of type %s is not read as JSON',
  async (type) => {
    // As bytes: of a text, the client itself would say that it is text/plain.
    expect((await call({ 'Content-Type': type }, new TextEncoder().encode('{"action":"info"}'))).status).toBe(415);
    expect(calls).toEqual([]);
  },
);

test('a form that is no form is refused', async () => {
  expect((await form('/sign-in', {}, { 'Content-Type': 'multipart/form-data; boundary=x' })).status).toBe(415);
});

test('without a session the protocol answers 401, with half a one 403, each with a sentence', async () => {
  const nobody = await call({ Cookie: undefined, 'Accept-Language': 'nl' });
  expect([nobody.status, await errorOf(nobody)]).toEqual([401, languages.get('nl')!['cms.refused.signin']]);
  const half = await call({ Cookie: 'half' });
  expect([half.status, await errorOf(half)]).toEqual([403, languages.get('nl')!['cms.refused.passkey']]);
  expect(calls).toEqual([]);
});

test('pages lead somebody without a session to sign in, with half a one to their passkey, in the language they chose', async () => {
  const leads = async (path: string, cookie?: string) => {
    const answer = await get(path, { Cookie: cookie });
    return [answer.status, answer.headers.get('location')];
  };
  expect(await leads('/')).toEqual([303, '/sign-in']);
  expect(await leads('/people/u_1?lang=ar')).toEqual([303, '/sign-in?lang=ar&next=%2Fpeople%2Fu_1']);
  expect(await leads('/nowhere-of-ours')).toEqual([303, '/sign-in']);
  expect(await leads('/', 'half')).toEqual([303, '/sign-in/passkey']);
  expect(await leads('/', 'whole')).toEqual([200, null]);
});

test('a page that nobody thought of is closed to strangers, and a form of it is refused', async () => {
  expect((await get('/of-tomorrow')).status).toBe(303);
  expect((await form('/of-tomorrow', {})).status).toBe(401);
  expect((await form('/of-tomorrow', {}, { Cookie: 'half' })).status).toBe(403);
});

test.each(['localhost:4322', 'cms.localhost:4321', 'cms.localhost', 'evil.example', '127.0.0.1:4322', undefined])(
  'the host %s is not served',
  async (host) => {
    const answer = await get('/sign-in', { Host: host });
    expect(answer.status).toBe(421);
    expect((await call({ Host: host })).status).toBe(421);
    expect(calls).toEqual([]);
  },
);

test('a host is served whatever the case of its letters; health answers to any name', async () => {
  expect((await get('/sign-in', { Host: 'CMS.localhost:4322' })).status).toBe(200);
  expect((await app().request('http://10.0.0.7:4322/health', { headers: { Host: '10.0.0.7:4322' } })).status).toBe(200);
});

/** A body that comes in pieces and does not say how long it is; tells how much of it was taken. */
function endless(piece: Uint8Array<ArrayBuffer>, most: number) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      taken += piece.byteLength;
      if (taken > most) controller.close();
      else controller.enqueue(piece);
    },
  });
  return { body, taken: () => taken };
}

test('a body that grows too large is refused when it does, not at its end', async () => {
  const { body, taken } = endless(new Uint8Array(1024 * 1024).fill(0x20), 100 * 1024 * 1024);
  const answer = await app().request(`${origin}/api/v1`, { method: 'POST', headers: json, body, duplex: 'half' } as RequestInit);
  expect([answer.status, await errorOf(answer)]).toEqual([413, 'Dit is te groot. Er kan ten hoogste 30 MB in.']);
  expect(taken()).toBeLessThan(35 * 1024 * 1024);
});

test('a body that says it is too large is refused unread, and a form may be much smaller', async () => {
  const { body, taken } = endless(new Uint8Array(1024), 10 * 1024);
  const init = { method: 'POST', headers: { ...json, 'Content-Length': '99999999' }, body, duplex: 'half' };
  expect((await app().request(`${origin}/api/v1`, init as RequestInit)).status).toBe(413);
  expect(taken()).toBeLessThan(4 * 1024);
  expect((await form('/sign-in', { email: 'x'.repeat(70_000) })).status).toBe(413);
  const passkey = await app().request(`${origin}/api/auth/passkey/verify`, { method: 'POST', headers: json, body: `"${'x'.repeat(70_000)}"` });
  expect(passkey.status).toBe(413);
});

test('a picture of 20 MB fits in a call', async () => {
  const answer = await call({}, `{"action":"persistMedia","params":{"content":"${'A'.repeat(27 * 1024 * 1024)}"}}`);
  expect(answer.status).toBe(200);
});

test('JSON that is nested deep is refused before it is parsed; brackets in a text are no nesting', async () => {
  const deep = '['.repeat(1_000_000);
  const started = performance.now();
  expect((await call({}, deep)).status).toBe(422);
  expect(performance.now() - started).toBeLessThan(500);
  expect((await call({}, `{"action":"info","x":"${'['.repeat(100)}\\\\\\"${'{'.repeat(100)}"}`)).status).toBe(200);
});

test.each(['', '{', '{"action":"info"} {}', '\uFEFF\uFEFF{}', 'undefined', "{'a':1}"])('what is no JSON is told so: %j', async (body) => {
  expect((await call({}, body)).status).toBe(400);
});

test('bytes that are no UTF-8 are refused, not mended', async () => {
  expect((await call({}, new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
});

const tight = (name: keyof LimitTable, times: number): LimitTable => ({ ...lenientLimits, [name]: { times, seconds: 60 } });

test('links for one address, links for one client, redemptions, passkeys, changes and calls each have a limit, told with the seconds to wait', async () => {
  const tries: [name: keyof LimitTable, send: (on: ReturnType<typeof app>, index: number) => Response | Promise<Response>][] = [
    ['link for an address', (on) => form('/sign-in', { email: ' A@b.example' }, {}, on)],
    ['link for a client', (on, index) => form('/sign-in', { email: `${index}@b.example` }, {}, on)],
    ['redemption for a client', (on) => form('/sign-in/redeem', { token: 't' }, {}, on)],
    ['passkey for a client', (on) => get('/api/auth/passkey/generate-authenticate-options', {}, on)],
    ['change by a person', (on) => call({}, '{"action":"persistEntry"}', on)],
    ['request of the protocol for a client', (on) => call({ Cookie: undefined }, '{}', on)],
    ['request for a client', (on) => get('/sign-in', {}, on)],
  ];
  for (const [name, send] of tries) {
    const on = app({ limits: tight(name, 2) });
    const answers = [await send(on, 1), await send(on, 2), await send(on, 3)];
    expect([name, answers[0]!.status === 429, answers[1]!.status === 429, answers[2]!.status]).toEqual([name, false, false, 429]);
    const wait = Number(answers[2]!.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await answers[2]!.text()).toMatch(/[56]\d/);
  }
});

test('one who meets a limit keeps nobody else out, and reading is not counted as changing', async () => {
  const on = app({ limits: tight('request for a client', 1), trustProxy: true });
  const from = (address: string) => get('/sign-in', { 'X-Forwarded-For': address }, on);
  expect((await from('198.51.100.1')).status).toBe(200);
  expect((await from('198.51.100.1')).status).toBe(429);
  expect((await from('198.51.100.2')).status).toBe(200);
  expect((await from('203.0.113.9, 198.51.100.2')).status).toBe(429);
  const reading = app({ limits: tight('change by a person', 1) });
  for (let count = 0; count < 5; count++) expect((await call({}, '{"action":"entriesByFolder"}', reading)).status).toBe(200);
  for (let count = 0; count < 5; count++) expect((await get('/', { Cookie: 'whole' }, reading)).status).not.toBe(429);
});

test('what a form of a page changes is counted as a change like a call of the protocol', async () => {
  const on = app({ limits: tight('change by a person', 2) });
  const change = () => form('/entries/guides/en/register/notes', { note: 'x' }, { Cookie: 'whole' }, on);
  expect([(await change()).status, (await call({}, '{"action":"persistEntry"}', on)).status, (await change()).status]).toEqual([404, 200, 429]);
});

test('fifty people at work behind one address meet no limit: a request every two seconds each, a save every ten', () => {
  const fiveMinutes = limitTable['request of the protocol for a client'];
  expect(fiveMinutes.times).toBeGreaterThan((50 * fiveMinutes.seconds) / 2);
  const changes = limitTable['change by a person'];
  expect(changes.times).toBeGreaterThan(changes.seconds / 10);
  for (const name of ['link for a client', 'redemption for a client'] as const) expect(limitTable[name].times).toBeGreaterThan(50 * 2);
  expect(limitTable['passkey for a client'].times).toBeGreaterThan(50 * 4);
});

test('a refusal of the protocol is answered with its sentence, its findings and both versions', async () => {
  const versions = { path: 'guides/en/a.mdx', current: { text: 'now', revision: 'r2' }, sent: 'mine' };
  const findings = [{ check: 'schema', severity: 'error', file: 'guides/en/a.mdx', found: 'x', rule: 'y', fix: 'z' }] as const;
  answerApi = () => {
    throw new Refusal(409, 'cms.refused.stale', { versions, findings });
  };
  const answer = await call();
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { error: languages.get('nl')!['cms.refused.stale'], reason: 'cms.refused.stale', findings, versions },
  ]);
});

test.each([
  ['the system says it', Object.assign(new Error('write'), { code: 'ENOSPC' })],
  ['git says it', new Refusal(503, 'cms.refused.busy', { cause: new Error('fatal: write error: No space left on device') })],
  ['SQLite says it', Object.assign(new Error('x'), { errcode: 13 })],
])('a full disk is 507 where %s', async (_, problem) => {
  answerApi = () => {
    throw problem;
  };
  const answer = await call();
  expect([answer.status, await errorOf(answer), answer.headers.get('retry-after')]).toEqual([507, languages.get('nl')!['cms.refused.full'], '30']);
});

test('git that fails is 503, and one may try again later', async () => {
  answerApi = () => {
    throw new Refusal(503, 'cms.refused.busy');
  };
  const answer = await call();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30']);
});

test('what nobody expected is 500 without a detail, for programs and on pages, and the log has no word of it either', async () => {
  answerApi = () => {
    throw new TypeError('The secret is swordfish.');
  };
  const answers = [
    await call(),
    await get('/sign-in/broken'),
    await get('/sign-in/broken', {}, app({ pages: { app: pages, refusalPage: () => Promise.reject(new Error('pages broken')) } })),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/swordfish|at .*\.ts|TypeError/);
  }
  expect(logged.join('')).not.toContain('swordfish');
  expect(logged.join('')).toContain('"kind":"TypeError"');
  expect(logged.join('')).toContain('app.test.ts');
});

test('the log has method, pattern, status and time, and nothing that somebody typed or is', async () => {
  const on = app({ trustProxy: true });
  await get('/people/u_mieke?q=sweet', { Cookie: 'whole', 'X-Forwarded-For': '198.51.100.77', 'User-Agent': 'Firefox' }, on);
  await form('/sign-in', { email: 'mieke@city.example' }, {}, on);
  await get('/sign-in/nothing-here-mieke', {}, on);
  await call({}, '{"action":"persistEntry","params":{"title":"mieke"}}', on);
  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['GET', '/people/:id', 200],
    ['POST', '/sign-in', 200],
    ['GET', 'none', 404],
    ['POST', '/api/v1', 200],
  ]);
  expect(Object.keys(lines[0]!).sort()).toEqual(['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
  expect(logged.join('')).not.toMatch(/mieke|sweet|198\.51|Firefox|whole/);
});

test('every kind of answer carries every header, and none keeps a route from it', async () => {
  const closed = createDoor();
  await closed.close(0);
  answerApi = ({ body }) => {
    if ((body as { action: string }).action === 'broken') throw new Error('broken');
    return {};
  };
  const answers: Record<string, Response> = {
    page: await get('/', { Cookie: 'whole' }),
    'page with a policy of its own': await get('/sign-in'),
    redirect: await get('/'),
    asset: await get('/assets/a.css'),
    'missing asset': await get('/assets/b.css'),
    api: await call(),
    'api broken': await call({}, '{"action":"broken"}'),
    'api without session': await call({ Cookie: undefined }),
    'api cross-site': await call({ Origin: 'https://evil.example' }),
    'api too large': await call({ 'Content-Length': '99999999' }),
    'api not JSON': await call({ 'Content-Type': 'text/plain' }),
    'api missing': await get('/api/v2', { Cookie: 'whole' }),
    passkey: await get('/api/auth/passkey/generate-authenticate-options'),
    'broken page': await get('/sign-in/broken'),
    'missing page': await get('/sign-in/nowhere'),
    'other host': await get('/sign-in', { Host: 'evil.example' }),
    'too often': await (async () => {
      const on = app({ limits: tight('request for a client', 1) });
      await get('/sign-in', {}, on);
      return get('/sign-in', {}, on);
    })(),
    health: await get('/health'),
    unhealthy: await get('/health', {}, app({ health: () => Promise.resolve({ ok: false, store: false, disk: true, publisher: true }) })),
    stopping: await get('/sign-in', {}, app({ door: closed })),
    head: await app().request(`${origin}/sign-in`, { method: 'HEAD', headers: { Host: own.Host } }),
    trace: await app().request(`${origin}/sign-in`, { method: 'OPTIONS', headers: own }),
  };
  for (const [kind, answer] of Object.entries(answers)) {
    const missing = securityHeaders({ https: false }).filter(([name, value]) => answer.headers.get(name) !== value);
    expect([kind, missing]).toEqual([kind, []]);
    expect([kind, answer.headers.get('cache-control')]).toEqual([kind, kind === 'asset' ? 'public, max-age=60' : 'no-store']);
    expect([kind, answer.headers.get('strict-transport-security'), answer.headers.get('x-powered-by')]).toEqual([kind, null, null]);
  }
  const policy = answers['page']!.headers.get('content-security-policy');
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  expect([answers['unhealthy']!.status, answers['stopping']!.status, answers['stopping']!.headers.get('retry-after')]).toEqual([503, 503, '30']);
});

test('over https browsers are told to stay there', async () => {
  const secure = app({ cmsOrigin: 'https://cms.city.example' });
  const answer = await secure.request('https://cms.city.example/sign-in', { headers: { Host: 'cms.city.example' } });
  expect([answer.status, answer.headers.get('strict-transport-security')]).toEqual([200, 'max-age=31536000']);
});

test('behind a proxy that ends https the host is the configured one, whatever the scheme of the connection', async () => {
  const secure = app({ cmsOrigin: 'https://cms.city.example', trustProxy: true });
  const headers = {
    Host: 'cms.city.example',
    Origin: 'https://cms.city.example',
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    Cookie: 'whole',
  };
  expect((await secure.request('http://cms.city.example/api/v1', { method: 'POST', headers, body: '{}' })).status).toBe(200);
});

test('health says whether each part works, without a session, and that a server being stopped does not', async () => {
  expect(await (await get('/health')).json()).toEqual({ ok: true, store: true, disk: true, publisher: true });
  const door = createDoor();
  await door.close(0);
  const answer = await get('/health', {}, app({ door }));
  expect([answer.status, await answer.json()]).toEqual([503, { ok: false }]);
});

test('a server that is being stopped refuses what comes and finishes what runs', async () => {
  const door = createDoor();
  const on = app({ door });
  let finish: () => void = () => undefined;
  answerApi = () => new Promise<object>((resolve) => (finish = () => resolve({ saved: true })));
  const running = call({}, '{"action":"persistEntry"}', on);
  await expect.poll(() => calls.length).toBe(1);
  const closing = door.close(5000);
  expect((await call({}, '{}', on)).status).toBe(503);
  expect((await get('/sign-in', {}, on)).status).toBe(503);
  finish();
  expect(await (await running).json()).toEqual({ saved: true });
  await closing;
});

test('what hangs is not waited for longer than patience', async () => {
  const door = createDoor();
  answerApi = () => new Promise(() => undefined);
  void call({}, '{}', app({ door }));
  await expect.poll(() => calls.length).toBe(1);
  const started = performance.now();
  await door.close(100);
  expect(performance.now() - started).toBeLessThan(1000);
});
