import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureFiles, writeFixtureCity } from '../../src/fixture-city/fixture-city.ts';
import { defaultContentFolder } from '../../src/release/folders.ts';
import { authInFolder } from './auth/auth-in-folder.ts';
import { dataFolderAt, makeDataFolder } from './data-folder.ts';
import { bringContent, firstAdministrator } from './first-start.ts';
import { createLastKnown } from './http/last-known.ts';
import { createMail } from './mail/create-mail.ts';
import { releaseLetters } from './release-letters.ts';
import { keptSecret } from './secret.ts';
import { createStore } from './store/create-store.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-first-start-'));
  await writeFixtureCity(join(folder, 'content'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an empty repository takes the content of the folder; later the repository is the truth, and what differs is told', async () => {
  const data = dataFolderAt(join(folder, 'data'));
  await makeDataFolder(data);
  const store = await createStore({ repository: data.repository, cache: data.cache, writeLock: data.writeLock, owner: true });
  const content = join(folder, 'content');
  try {
    expect(await bringContent({ store, folder: content })).toBeUndefined();
    expect((await store.snapshot()).files.size).toBe((await fixtureFiles()).size);
    expect(await bringContent({ store, folder: content })).toBeUndefined();
    await writeFile(join(content, 'guides/en/bicycle.mdx'), 'changed');
    await rm(join(content, 'guides/nl/register.mdx'));
    expect(await bringContent({ store, folder: content })).toContain('(in the folder: none added, 1 changed, 1 removed)');
    expect((await store.read(['guides/en/bicycle.mdx']))[0]!.text).not.toBe('changed');
    // A server may run where there is no checkout.
    expect(await bringContent({ store, folder: join(folder, 'nowhere') })).toBeUndefined();
  } finally {
    await store.close();
  }
});

test('content whose settings cannot be read is not taken over, and each reason is told: nobody could sign in to mend it', async () => {
  const data = dataFolderAt(join(folder, 'broken'));
  await makeDataFolder(data);
  const store = await createStore({ repository: data.repository, cache: data.cache, writeLock: data.writeLock, owner: true });
  const content = join(folder, 'broken-content');
  await writeFixtureCity(content);
  await writeFile(join(content, 'settings/site.yml'), 'name: [');
  try {
    await expect(bringContent({ store, folder: content })).rejects.toThrow(
      /cannot be taken over before its settings can be read:\n {2}settings\/site\.yml/,
    );
    expect((await store.snapshot()).files.size).toBe(0);
  } finally {
    await store.close();
  }
});

test('the first administrator is made once and mailed nothing; there is a link until one has signed in', async () => {
  await using city = await authInFolder();
  const start = () => firstAdministrator({ auth: city.auth, email: 'Clerk@city.example', lang: 'nl' });
  const link = await start();
  expect(link).toMatch(/^http:\/\/cms\.localhost:4322\/sign-in\/link\?token=\w+$/);
  expect(await city.letters()).toEqual([]);
  const again = await start();
  expect((await city.auth.people()).map(({ email, role, lang }) => [email, role, lang])).toEqual([['clerk@city.example', 'administrator', 'nl']]);
  expect(await city.auth.redeem(new URL(again!).searchParams.get('token')!, new Headers())).toBeDefined();
  expect(await start()).toBeUndefined();
});

test('where somebody else is administrator by now, the link is theirs, and ADMIN_EMAIL makes nobody', async () => {
  await using city = await authInFolder();
  await city.invite('administrator', 'other@city.example');
  expect(await firstAdministrator({ auth: city.auth, email: 'clerk@city.example', lang: 'nl' })).toBeDefined();
  expect((await city.auth.people()).map(({ email }) => email)).toEqual(['other@city.example']);
});

test('the secret is made once, for this user alone', async () => {
  const file = join(folder, 'secret');
  const secret = await keptSecret(file);
  expect(secret.length).toBeGreaterThan(40);
  expect(await keptSecret(file)).toBe(secret);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe(`${secret}\n`);
});

test('who published what was put back gets its problems by mail, in their language; administrators hear where nothing can be published', async () => {
  await using city = await authInFolder();
  const { auth } = city;
  const mail = createMail({ outbox: join(city.folder, 'outbox'), from: 'Doorstep <welcome@city.example>', print: () => undefined });
  const { languages } = await createLastKnown({
    content: { current: () => Promise.reject(new Error('none')) },
    shipped: join(defaultContentFolder, 'strings'),
  });
  const person = (await auth.invite({ email: 'fatima@city.example', name: 'Fatima', role: 'editor', desks: [], lang: 'nl', unmailed: true })).id;
  await auth.invite({ email: 'clerk@city.example', name: 'Clerk', role: 'administrator', desks: [], lang: 'en', unmailed: true });
  const letters = releaseLetters({ auth, mail, languages, siteName: () => 'Newtown', cmsOrigin: 'https://cms.city.example' });
  const problems = [{ path: '/en/guides/a/', problem: 'is 15,000 bytes, 14,336 are allowed.', file: 'guides/en/a.mdx', line: 4 }];
  await letters.refused({ person, documents: [], problems });
  await letters.refused({ person: 'u_gone', documents: [], problems });
  await letters.failed({ problems: [] });
  const [refused, failed, ...more] = await city.letters();
  expect(more).toEqual([]);
  expect([refused!.to, refused!.subject]).toEqual(['fatima@city.example', 'Newtown: wat je publiceerde is weer een concept']);
  expect(refused!.text).toContain('- guides/en/a.mdx:4 is 15,000 bytes, 14,336 are allowed.');
  expect(refused!.text).toContain('https://cms.city.example/\n');
  expect([failed!.to, failed!.subject]).toEqual(['clerk@city.example', 'Newtown: nothing can be published at present']);
  expect(failed!.text).toContain('https://cms.city.example/status');
});
