import { afterEach, expect, test, vi } from 'vitest';
import { authInFolder, tokenIn, withCookies } from './auth-in-folder.ts';

afterEach(() => void vi.useRealTimers());
const hours = 3_600_000;
const later = (milliseconds: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

test('a session ends after twelve hours without use, and not before', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor');
  const [used, unused] = [await city.as(id, 'link'), await city.as(id, 'link')];
  later(11.9 * hours);
  expect(await city.auth.whoIs(used)).toBeDefined();
  later(0.2 * hours);
  expect(await city.auth.whoIs(unused)).toBeUndefined();
  expect(await city.auth.whoIs(used)).toBeDefined();
  expect(await city.auth.sessions(id)).toHaveLength(1);
});

test('a session ends after thirty days, however much it is used', async () => {
  await using city = await authInFolder();
  const headers = await city.as(await city.invite('contributor'), 'link');
  for (let half = 0; half < 65; half++) {
    expect(await city.auth.whoIs(headers), `after ${half * 11} hours`).toBeDefined();
    later(11 * hours);
  }
  expect(await city.auth.whoIs(headers), 'after 715 hours').toBeDefined();
  later(6 * hours);
  expect(await city.auth.whoIs(headers), 'after 721 hours').toBeUndefined();
});

test('sessions are listed with browser and system in words, and hold neither address nor header', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor');
  const headers = new Headers({
    'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0',
    'x-forwarded-for': '203.0.113.7',
    'x-real-ip': '203.0.113.7',
  });
  const opened = (await city.auth.redeem(tokenIn((await city.auth.linkFor('contributor@city.example'))!), headers))!;
  const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
  expect(await city.auth.sessions(id, opened.signedIn.session)).toEqual([
    { id: opened.signedIn.session, began: iso, seen: iso, device: 'Firefox, Android', current: true },
  ]);
  expect(JSON.stringify(city.database.prepare('SELECT * FROM session').all())).not.toMatch(/203\.0\.113|Mozilla|130/);
});

test('a session can be ended by its owner and by nobody else, one by one or all at once', async () => {
  await using city = await authInFolder();
  const [ann, ben] = [await city.invite('contributor'), await city.invite('translator')];
  const [first, second, third] = [await city.as(ann, 'link'), await city.as(ann, 'link'), await city.as(ann, 'link')];
  const { session } = (await city.auth.whoIs(first))!;
  await city.auth.endSession(ben, session);
  expect(await city.auth.whoIs(first)).toBeDefined();
  await city.auth.endSession(ann, session);
  expect(await city.auth.whoIs(first)).toBeUndefined();
  expect(await city.auth.whoIs(second)).toBeDefined();
  await city.auth.endAllSessions(ann);
  expect([await city.auth.whoIs(second), await city.auth.whoIs(third)]).toEqual([undefined, undefined]);
});

test('signing out ends the session in the database and takes the cookie away', async () => {
  await using city = await authInFolder();
  const headers = await city.as(await city.invite('contributor'), 'link');
  expect((await city.auth.signOut(headers)).join('\n')).toMatch(/^doorstep=; Max-Age=0;/m);
  expect(await city.auth.whoIs(headers)).toBeUndefined();
  expect(await city.auth.signOut(new Headers())).toBeDefined();
});

test('a new link in the same browser ends the session that was there', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor');
  const before = await city.as(id, 'link');
  await city.auth.redeem(tokenIn((await city.auth.linkFor('contributor@city.example'))!), before);
  expect(await city.auth.whoIs(before)).toBeUndefined();
  expect(await city.auth.sessions(id)).toHaveLength(1);
});

test('over https the cookie is of this host alone; on one’s own computer it is the closest that browsers allow', async () => {
  for (const [origin, cookie] of [
    ['https://cms.city.example', /^__Host-doorstep=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
    ['http://cms.localhost:4322', /^doorstep=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/],
  ] as const) {
    await using city = await authInFolder(origin);
    const id = await city.invite('contributor');
    const opened = (await city.auth.redeem(tokenIn((await city.auth.linkFor('contributor@city.example'))!), new Headers()))!;
    expect(opened.cookies).toEqual([expect.stringMatching(cookie)]);
    expect((await city.auth.whoIs(withCookies(opened.cookies)))!.person.id).toBe(id);
    const challenge = await city.auth.handlePasskey(new Request(`${origin}/api/auth/passkey/generate-authenticate-options`));
    expect(challenge.headers.getSetCookie()).toEqual([
      expect.stringMatching(origin.startsWith('https') ? /^__Host-doorstep-passkey=.*; Secure/ : /^doorstep-passkey=/),
    ]);
  }
});

test('a cookie that was not signed by this server is nobody’s', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor');
  await city.as(id, 'link');
  const { token } = city.database.prepare('SELECT token FROM session').get() as { token: string };
  for (const cookie of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, 'x.y', ''])
    expect(await city.auth.whoIs(new Headers({ cookie: `doorstep=${encodeURIComponent(cookie)}` })), cookie).toBeUndefined();
});

test('who has signed in once is known to have, after their sessions are over too', async () => {
  await using city = await authInFolder();
  const id = await city.invite('administrator');
  expect(await city.auth.people()).toMatchObject([{ lastSeen: null }]);
  await city.auth.redeem(tokenIn((await city.auth.linkFor('administrator@city.example'))!), new Headers());
  await city.auth.endAllSessions(id);
  expect(await city.auth.people()).toMatchObject([{ lastSeen: expect.stringMatching(/^\d{4}-/) as string }]);
});

test('a second start on the same database keeps people and sessions', async () => {
  await using city = await authInFolder();
  const headers = await city.as(await city.invite('editor'), 'passkey');
  for (let start = 0; start < 2; start++) {
    await using again = await authInFolder('http://cms.localhost:4322', city.folder);
    expect((await again.auth.whoIs(headers))!).toMatchObject({ person: { role: 'editor' }, needs: 'nothing' });
  }
});

test('where the disk takes no writes, who is signed in stays so', async () => {
  await using city = await authInFolder();
  const headers = await city.as(await city.invite('contributor'), 'link');
  later(2 * hours);
  city.database.exec('PRAGMA query_only = ON');
  expect(await city.auth.whoIs(headers)).toBeDefined();
  city.database.exec('PRAGMA query_only = OFF');
});
