import { expect, test, vi } from 'vitest';
import type { Refusal } from '../refusal.ts';
import { roles } from '../roles.ts';
import type { Auth } from './auth.ts';
import { authInFolder, tokenIn, withCookies } from './auth-in-folder.ts';
import { passkeyPaths } from './passkey-requests.ts';
import { SoftwarePasskey } from './software-passkey.ts';

const origin = 'http://cms.localhost:4322';

/** A browser with its cookies, which asks as a page of the CMS does. */
function browserWith(auth: Auth, start: Headers = new Headers()) {
  const cookies = new Map(
    (start.get('cookie') ?? '')
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split('=', 2) as [string, string]),
  );
  const headers = () => new Headers({ cookie: [...cookies].map((pair) => pair.join('=')).join('; '), origin, 'sec-fetch-site': 'same-origin' });
  const ask = async (path: string, body?: unknown, more: Record<string, string> = {}): Promise<Response> => {
    const sent = headers();
    for (const [name, value] of Object.entries(more)) sent.set(name, value);
    const answer = await auth.handlePasskey(
      new Request(`${origin}${path}`, { method: body ? 'POST' : 'GET', headers: sent, ...(body ? { body: JSON.stringify(body) } : {}) }),
    );
    for (const [name, value] of answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!.split('=', 2) as [string, string]))
      cookies.set(name, value);
    return answer;
  };
  const challenge = async (path: string) => ((await (await ask(path)).json()) as { challenge: string }).challenge;
  return {
    ask,
    challenge,
    headers,
    register: async (passkey: SoftwarePasskey, more = {}) =>
      ask(passkeyPaths.register, { response: passkey.register(await challenge(passkeyPaths.registerOptions)), name: 'My phone', ...more }),
    signIn: async (passkey: SoftwarePasskey) => ask(passkeyPaths.signIn, { response: passkey.signIn(await challenge(passkeyPaths.signInOptions)) }),
  };
}

const refusal = (status: number, key: string) => expect.objectContaining({ status, key }) as Refusal;

test('an editor registers a passkey once, and uses it in each later session', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const byLink = async () => {
    const opened = await city.auth.redeem(tokenIn((await city.auth.linkFor('editor@city.example'))!), new Headers());
    return { browser: browserWith(city.auth, withCookies(opened!.cookies)), needs: opened!.signedIn.needs };
  };
  const first = await byLink();
  expect(first.needs).toBe('register-passkey');
  const passkey = new SoftwarePasskey(origin);
  const registered = await first.browser.register(passkey);
  expect(await registered.text()).toBe('{"ok":true}');
  expect((await city.auth.whoIs(first.browser.headers()))!.needs).toBe('nothing');
  expect(await city.auth.passkeys(id)).toEqual([
    { id: expect.any(String) as string, name: 'My phone', added: expect.stringMatching(/^\d{4}-/) as string },
  ]);

  const second = await byLink();
  expect(second.needs).toBe('use-passkey');
  const signedIn = await second.browser.signIn(passkey);
  expect(await signedIn.text()).toBe('{"ok":true}');
  expect(signedIn.headers.getSetCookie().join()).toMatch(/doorstep=.*HttpOnly; SameSite=Lax/);
  expect((await city.auth.whoIs(second.browser.headers()))!).toMatchObject({ person: { id }, needs: 'nothing' });
  // The session of the link made way for the one of the passkey.
  expect(await city.auth.sessions(id)).toHaveLength(2);
});

test('a passkey alone signs in, without any address typed', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const passkey = new SoftwarePasskey(origin);
  await browserWith(city.auth, await city.as(id, 'link')).register(passkey);
  const stranger = browserWith(city.auth);
  await stranger.signIn(passkey);
  expect((await city.auth.whoIs(stranger.headers()))!).toMatchObject({ person: { id }, needs: 'nothing' });
});

test('a contributor, a student editor and a translator need no passkey, an editor and an administrator do', async () => {
  await using city = await authInFolder();
  const needs: Record<string, string> = {};
  for (const role of roles) needs[role] = (await city.auth.whoIs(await city.as(await city.invite(role), 'link')))!.needs;
  expect(needs).toEqual({
    contributor: 'nothing',
    'student-editor': 'nothing',
    translator: 'nothing',
    editor: 'register-passkey',
    administrator: 'register-passkey',
  });
});

test('no endpoint of better-auth can be reached but the four of passkeys, by their methods', async () => {
  await using city = await authInFolder();
  await city.invite('administrator');
  const headers = await city.as(await city.invite('editor'), 'passkey');
  const endpoints = [
    ['GET', '/magic-link/verify?token=x'],
    ['POST', '/sign-in/magic-link'],
    ['GET', '/get-session'],
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['POST', '/change-email'],
    ['POST', '/sign-up/email'],
    ['POST', '/sign-in/email'],
    ['POST', '/update-session'],
    ['GET', '/list-sessions'],
    ['POST', '/revoke-sessions'],
    ['POST', '/sign-out'],
    ['GET', '/ok'],
    ['GET', '/error'],
    ['POST', '/passkey/delete-passkey'],
    ['POST', '/passkey/update-passkey'],
    ['GET', '/passkey/list-user-passkeys'],
    ['GET', '/passkey/verify-registration'],
    ['POST', '/passkey/generate-register-options'],
    ['PUT', '/passkey/verify-authentication'],
    ['GET', '/passkey/generate-register-options/'],
    ['GET', '//passkey/generate-register-options'],
    ['GET', '/passkey/%67enerate-register-options'],
  ] as const;
  for (const [method, path] of endpoints) {
    const request = new Request(`${origin}/api/auth${path}`, { method, headers, ...(method === 'GET' ? {} : { body: '{}' }) });
    await expect(city.auth.handlePasskey(request), `${method} ${path}`).rejects.toEqual(refusal(404, 'cms.refused.missing'));
  }
});

test('every endpoint that better-auth has is known to this test: a new version brings none unseen', async () => {
  await using city = await authInFolder();
  const { authEngine } = await import('./engine.ts');
  const engine = await authEngine({ database: city.database, origin, secret: 'x'.repeat(32), siteName: 'Newtown' });
  const passkeys = Object.values(engine.api)
    .map((endpoint) => (endpoint as { path?: string }).path)
    .filter((path) => path?.startsWith('/passkey/'));
  expect(passkeys.toSorted()).toEqual([
    '/passkey/delete-passkey',
    '/passkey/generate-authenticate-options',
    '/passkey/generate-register-options',
    '/passkey/list-user-passkeys',
    '/passkey/update-passkey',
    '/passkey/verify-authentication',
    '/passkey/verify-registration',
  ]);
});

test('a passkey is registered only by somebody who is signed in, and with the passkey that is there already', async () => {
  await using city = await authInFolder();
  await expect(browserWith(city.auth).register(new SoftwarePasskey(origin))).rejects.toEqual(refusal(401, 'cms.refused.signin'));
  const id = await city.invite('editor');
  const own = browserWith(city.auth, await city.as(id, 'link'));
  await own.register(new SoftwarePasskey(origin));
  // Whoever only has the mailbox gets a session by link, and must not get further with it.
  const mailbox = browserWith(city.auth, await city.as(id, 'link'));
  await expect(mailbox.register(new SoftwarePasskey(origin))).rejects.toEqual(refusal(403, 'cms.refused.passkey'));
  await own.register(new SoftwarePasskey(origin));
  expect(await city.auth.passkeys(id)).toHaveLength(2);
});

test('a session that is older than a day adds no passkey', async () => {
  await using city = await authInFolder();
  const headers = await city.as(await city.invite('contributor'), 'link');
  try {
    for (const hours of [11, 22, 25]) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (hours === 25 ? 3 : 11) * 3_600_000 });
      await city.auth.whoIs(headers);
    }
    await expect(browserWith(city.auth, headers).register(new SoftwarePasskey(origin))).rejects.toEqual(refusal(403, 'cms.refused.fresh'));
  } finally {
    vi.useRealTimers();
  }
});

test('registering opens no second session, whatever the request asks for', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  await browserWith(city.auth, await city.as(id, 'link')).register(new SoftwarePasskey(origin), { createSession: true, userId: 'u_other' });
  expect(await city.auth.sessions(id)).toHaveLength(1);
});

test('a passkey of another origin, an old challenge and nonsense are refused in words', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const browser = browserWith(city.auth, await city.as(id, 'link'));
  const wrong = refusal(422, 'cms.refused.notpasskey');
  await expect(browser.register(new SoftwarePasskey('https://evil.example'))).rejects.toEqual(wrong);
  const challenge = await browser.challenge(passkeyPaths.registerOptions);
  await browser.ask(passkeyPaths.register, { response: new SoftwarePasskey(origin).register(challenge) });
  await expect(browser.ask(passkeyPaths.register, { response: new SoftwarePasskey(origin).register(challenge) })).rejects.toEqual(wrong);
  await expect(browserWith(city.auth).signIn(new SoftwarePasskey(origin))).rejects.toEqual(wrong);
  for (const response of [null, {}, { id: 'x' }, { id: { $ne: 1 } }, 'text'])
    await expect(browser.ask(passkeyPaths.signIn, { response }), JSON.stringify(response)).rejects.toEqual(wrong);
  await expect(
    city.auth.handlePasskey(new Request(`${origin}${passkeyPaths.signIn}`, { method: 'POST', headers: browser.headers(), body: '{' })),
  ).rejects.toEqual(refusal(400, 'cms.refused.json'));
  await expect(browser.ask(passkeyPaths.signIn, { response: 'x'.repeat(70_000) })).rejects.toEqual(refusal(413, 'cms.refused.size'));
  expect(await city.auth.passkeys(id)).toHaveLength(1);
});

test('a request from another origin, or without one, signs nobody in', async () => {
  await using city = await authInFolder();
  const passkey = new SoftwarePasskey(origin);
  const browser = browserWith(city.auth, await city.as(await city.invite('editor'), 'link'));
  await browser.register(passkey);
  for (const from of ['https://evil.example', 'null', 'http://cms.localhost', '']) {
    const response = passkey.signIn(await browser.challenge(passkeyPaths.signInOptions));
    await expect(browser.ask(passkeyPaths.signIn, { response }, { origin: from }), from).rejects.toEqual(refusal(403, 'cms.refused.origin'));
  }
});

test('the options name our host, ask for no attestation, and prefer a passkey that the device keeps and unlocks', async () => {
  await using city = await authInFolder();
  const browser = browserWith(city.auth, await city.as(await city.invite('editor'), 'link'));
  expect(await (await browser.ask(passkeyPaths.registerOptions)).json()).toMatchObject({
    rp: { id: 'cms.localhost', name: 'Newtown (en)' },
    user: { name: 'editor@city.example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
});

test('who lost a passkey registers another after an administrator’s reset, and the lost one opens nothing', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const lost = new SoftwarePasskey(origin);
  const headers = await city.as(id, 'link');
  await browserWith(city.auth, headers).register(lost);
  await city.auth.resetPasskeys(id);
  expect(await city.auth.whoIs(headers)).toBeUndefined();
  await expect(browserWith(city.auth).signIn(lost)).rejects.toEqual(refusal(422, 'cms.refused.notpasskey'));
  expect((await city.auth.whoIs(await city.as(id, 'link')))!.needs).toBe('register-passkey');
});

test('nobody takes away somebody else’s passkey', async () => {
  await using city = await authInFolder();
  const [editor, other] = [await city.invite('editor'), await city.invite('administrator')];
  await browserWith(city.auth, await city.as(editor, 'link')).register(new SoftwarePasskey(origin));
  const [passkey] = await city.auth.passkeys(editor);
  await city.auth.removePasskey(other, passkey!.id);
  expect(await city.auth.passkeys(editor)).toHaveLength(1);
  await city.auth.removePasskey(editor, passkey!.id);
  expect(await city.auth.passkeys(editor)).toEqual([]);
});
