import { afterEach, expect, test, vi } from 'vitest';
import { authInFolder, tokenIn, withCookies } from './auth-in-folder.ts';

afterEach(() => void vi.useRealTimers());

test('a link that was mailed opens a session once, and tells in it who is signed in', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor', 'Amina@City.Example');
  city.auth.requestLink({ email: ' aMINA@city.example ', lang: 'nl' });
  const letter = (await city.letters()).at(-1)!;
  expect(letter).toMatchObject({ to: 'amina@city.example', subject: 'Je link om je aan te melden bij Newtown (nl)' });
  const token = tokenIn(letter.text);
  expect(letter.text).toContain(`\n\nhttp://cms.localhost:4322/sign-in/link?token=${token}\n\n`);

  const opened = await city.auth.redeem(token, new Headers({ 'user-agent': 'Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0' }));
  expect(opened!.signedIn).toMatchObject({ person: { id, role: 'contributor', email: 'amina@city.example' }, needs: 'nothing' });
  expect((await city.auth.whoIs(withCookies(opened!.cookies)))!.person.id).toBe(id);
  expect(await city.auth.redeem(token, new Headers())).toBeUndefined();
});

test('of a hundred redemptions of one link at once exactly one opens a session', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  for (let round = 0; round < 5; round++) {
    await city.auth.endAllSessions(id);
    const token = tokenIn((await city.auth.linkFor('editor@city.example'))!);
    const answers = await Promise.all(Array.from({ length: 100 }, () => city.auth.redeem(token, new Headers())));
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
    expect(await city.auth.sessions(id)).toHaveLength(1);
  }
});

test('a link leads on to the page it was asked for with, and to none that is not ours, whatever was kept', async () => {
  await using city = await authInFolder();
  await city.invite('contributor');
  const asked = async (next: string) => {
    city.auth.requestLink({ email: 'contributor@city.example', lang: 'en', next });
    const opened = await city.auth.redeem(tokenIn((await city.letters()).at(-1)!.text), new Headers());
    return opened && { next: opened.next };
  };
  expect(await asked('/entries/guides/en/register')).toEqual({ next: '/entries/guides/en/register' });
  expect(await asked('//evil.example')).toEqual({ next: undefined });
});

test('looking at a link does not use it up', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const token = tokenIn((await city.auth.linkFor('editor@city.example'))!);
  for (let time = 0; time < 3; time++) expect(await city.auth.isRedeemable(token)).toBe(true);
  expect(await city.auth.redeem(token, new Headers())).toBeDefined();
  expect(await city.auth.isRedeemable(token)).toBe(false);
  expect(await city.auth.isRedeemable('nonsense')).toBe(false);
});

test('a link works for ten minutes and no longer', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const [inTime, late] = [tokenIn((await city.auth.linkFor('editor@city.example'))!), tokenIn((await city.auth.linkFor('editor@city.example'))!)];
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9.9 * 60_000 });
  expect(await city.auth.redeem(inTime, new Headers())).toBeDefined();
  vi.setSystemTime(Date.now() + 12_000);
  expect(await city.auth.isRedeemable(late)).toBe(false);
  expect(await city.auth.redeem(late, new Headers())).toBeUndefined();
});

test('the database holds no token of a link', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const token = tokenIn((await city.auth.linkFor('editor@city.example'))!);
  expect(JSON.stringify(city.database.prepare('SELECT * FROM verification').all())).not.toContain(token);
});

test('an unknown address gets no mail and no account, and the request for it returns the same', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const mails = (await city.letters()).length;
  expect(city.auth.requestLink({ email: 'nobody@city.example', lang: 'en' })).toBeUndefined();
  expect(city.auth.requestLink({ email: "x' OR 1=1 --", lang: 'no-such' })).toBeUndefined();
  expect(await city.letters()).toHaveLength(mails);
  expect(await city.auth.people()).toHaveLength(1);
  expect(await city.auth.linkFor('nobody@city.example')).toBeUndefined();
});

test('the work for a known address begins after the request was answered', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const before = city.database.prepare('SELECT count(*) AS links FROM verification').get();
  city.auth.requestLink({ email: 'editor@city.example', lang: 'en' });
  await new Promise((next) => setImmediate(next));
  expect(city.database.prepare('SELECT count(*) AS links FROM verification').get()).toEqual(before);
  await city.auth.close();
  expect(city.database.prepare('SELECT count(*) AS links FROM verification').get()).not.toEqual(before);
});

test('nobody’s mailbox is filled: of twenty requests at once five are mailed', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const mails = (await city.letters()).length;
  for (let time = 0; time < 20; time++) city.auth.requestLink({ email: 'editor@city.example', lang: 'en' });
  expect(await city.letters()).toHaveLength(mails + 5);
});

test('a link of somebody who was removed opens nothing', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const token = tokenIn((await city.auth.linkFor('editor@city.example'))!);
  await city.auth.remove(id);
  expect(await city.auth.isRedeemable(token)).toBe(false);
  expect(await city.auth.redeem(token, new Headers())).toBeUndefined();
});

test('other parts of the server write at any moment of a redemption, and what they wrote stays', async () => {
  await using city = await authInFolder();
  await city.invite('editor');
  const { database } = city;
  let written = 0;
  const tokens = await Promise.all(Array.from({ length: 20 }, async () => tokenIn((await city.auth.linkFor('editor@city.example'))!)));
  const redemptions = Promise.all(tokens.map((token) => city.auth.redeem(token, new Headers())));
  let over = false;
  const writer = (async () => {
    while (!over) {
      expect(database.isTransaction).toBe(false);
      database.exec('BEGIN IMMEDIATE');
      database.prepare('INSERT INTO release_records (record) VALUES (?)').run(String(written++));
      database.exec('COMMIT');
      // Now within a turn, now after one: better-auth waits for both.
      for (let step = 0; step < written % 8; step++) await Promise.resolve();
      if (written % 40 === 0) await new Promise((next) => setImmediate(next));
    }
  })();
  await redemptions;
  over = true;
  await writer;
  expect(written).toBeGreaterThan(20);
  expect(database.prepare('SELECT count(*) AS count FROM release_records').get()).toEqual({ count: written });
});
