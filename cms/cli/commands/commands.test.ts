import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Strings } from '../../../src/content-model/strings.ts';
import { fixtureDay, writeFixtureCity } from '../../../src/fixture-city/fixture-city.ts';
import { createAuth } from '../../server/auth/create-auth.ts';
import { openSession } from '../../server/auth/open-session.ts';
import { dataFolderAt, makeDataFolder } from '../../server/data-folder.ts';
import { openDatabase } from '../../server/database.ts';
import { readCmsEnvironment } from '../../server/environment.ts';
import { ownDataFolder } from '../../server/file-lock.ts';
import { readContentFolder } from '../../server/keep/content-folder.ts';
import { createStore } from '../../server/store/create-store.ts';
import { runCommand } from './run-command.ts';

const run = promisify(execFile);
const origin = 'https://cms.city.example';
const secret = 'a secret that only the tests know, 40 ch';
let root: string;
let template: string;
let content: string;
let variables: Record<string, string>;
let answer: boolean | undefined;
const data = () => dataFolderAt(join(root, 'data'));

/** What a command ended with, and everything it said. */
async function cms(...args: string[]): Promise<{ ended: number; said: string }> {
  const said: string[] = [];
  const say = (text: string) => void said.push(text);
  const terminal = { say, complain: say, ask: async () => answer };
  const ended = await runCommand(args, { environment: () => readCmsEnvironment(variables), terminal, now: () => new Date('2026-11-22T10:00:00Z') });
  return { ended, said: said.join('\n') };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'doorstep-cms-cli-'));
  content = join(root, 'content');
  variables = { DOORSTEP_CMS_DATA: data().root, DOORSTEP_CONTENT: content, DOORSTEP_DAY: fixtureDay, CMS_ORIGIN: origin, SECRET: secret };
  template = `${root}-template`;
  await makeTemplate();
});
afterAll(async () => {
  for (const folder of [root, template]) await rm(folder, { recursive: true, force: true });
});

/** A data folder as a first start leaves it. */
beforeEach(async () => {
  answer = undefined;
  await rm(root, { recursive: true, force: true });
  await cp(template, root, { recursive: true });
});

/** Made once and copied, since each of its writes waits for the disk. */
async function makeTemplate(): Promise<void> {
  await writeFixtureCity(content);
  // The one error the fixture city has on purpose.
  const dutch = join(content, 'guides/nl/register.mdx');
  await writeFile(dutch, (await readFile(dutch, 'utf8')).replace('/stories/k1d4/#now', '/stories/k1d4/#nu'));
  await makeDataFolder(data());
  const store = await createStore({ repository: data().repository, cache: data().cache, writeLock: data().writeLock, owner: true });
  await store.replaceAll({ files: (await readContentFolder(content)).files, by: 'server', action: 'import' });
  await store.close();
  openDatabase(data().database).close();
  await rename(root, template);
}

test('an unknown command, and none, list the commands with a line each', async () => {
  for (const args of [['bakup'], []]) {
    const { ended, said } = await cms(...args);
    expect(ended).toBe(2);
    expect(said).toContain('npm run cms -- backup <folder> [--keep 14]\n      Writes a backup');
    expect(said.match(/^ {2}npm run cms -- /gm)).toHaveLength(10);
  }
  expect((await cms('bakup')).said).toContain('There is no command "bakup".');
  expect((await cms('__proto__')).said).toContain('There is no command "__proto__".');
});

test('the script of package.json runs it, in a process of its own', async () => {
  const { stdout } = await run('node', [join(import.meta.dirname, '../cms.ts'), 'invite', '--help']);
  expect(stdout).toContain('npm run cms -- invite <role> <email>');
});

test('a command that was called wrongly says what it wants', async () => {
  expect(await cms('backup')).toMatchObject({
    ended: 2,
    said: expect.stringMatching(/^Something is missing\.\n\n {2}npm run cms -- backup <folder>/) as string,
  });
  expect((await cms('backup', join(root, 'b'), '--keep', 'many')).said).toContain('--keep wants how many backups to keep, such as 14; found "many".');
  expect((await cms('people', '--x')).said).toContain("Unknown option '--x'.");
  expect((await cms('invite', 'boss', 'a@city.example')).said).toContain(
    '"boss" is no role. There are: contributor, student-editor, translator, editor, administrator.',
  );
});

test('where no server has run yet, nothing is made and the way on is told', async () => {
  variables['DOORSTEP_CMS_DATA'] = join(root, 'empty');
  for (const args of [['status'], ['people'], ['import'], ['backup', join(root, 'b')]]) {
    const { ended, said } = await cms(...args);
    expect(ended).toBe(1);
    expect(said).toContain('There is no CMS in');
  }
  expect(await readdir(root)).not.toContain('empty');
  variables['DOORSTEP_CMS_DATA'] = data().root;
});

test('inviting works beside a running server and prints a link that opens a session once', async () => {
  const server = ownDataFolder(data().ownerLock);
  const { ended, said } = await cms('invite', 'editor', 'Oksana@city.example', '--name', 'Oksana', '--lang', 'en');
  server.release();
  expect(ended).toBe(0);
  expect(said).toContain('Oksana (oksana@city.example) is editor.');
  expect(said).toContain('and then register a passkey');
  const link = new URL(/https:\S+$/.exec(said)![0]);
  expect(link.origin + link.pathname).toBe(`${origin}/sign-in/link`);

  const database = openDatabase(data().database);
  const mail = { send: async () => undefined, waiting: async () => 0, close: async () => undefined };
  const auth = await createAuth({ database, mail, origin, secret, siteName: () => 'Newtown', languages: () => new Map([['en', {} as Strings]]) });
  const token = link.searchParams.get('token')!;
  expect((await auth.redeem(token, new Headers()))?.signedIn.person).toMatchObject({ name: 'Oksana', role: 'editor' });
  expect(await auth.redeem(token, new Headers())).toBeUndefined();
  database.close();
  expect(await readdir(data().outbox)).toHaveLength(1);
});

test('desks and languages that there are not are named with those there are', async () => {
  expect((await cms('invite', 'student-editor', 'a@city.example', '--desk', 'nowhere')).said).toMatch(
    /There is no desk "nowhere"\. settings\/desks\.yml has: \w/,
  );
  expect((await cms('invite', 'editor', 'a@city.example', '--lang', 'xx')).said).toBe('The site does not speak "xx". It speaks: ar, en, nl.');
  expect((await cms('invite', 'student-editor', 'a@city.example')).said).toContain('this one has none: add --desk.');
  expect((await cms('invite', 'editor', 'no address')).ended).toBe(1);
});

test('people are listed; somebody unknown is answered with who there is', async () => {
  expect((await cms('people')).said).toContain('Nobody has been invited yet');
  await cms('invite', 'editor', 'a@city.example', '--name', 'Ann');
  await cms('invite', 'translator', 'bo@city.example', '--name', 'Bo');
  expect((await cms('people')).said.split('\n')).toEqual([
    'a@city.example   Ann  editor      no passkey  never signed in',
    'bo@city.example  Bo   translator  no passkey  never signed in',
  ]);
  expect(await cms('sign-in', 'c@city.example')).toEqual({
    ended: 1,
    said: 'Nobody here has the address c@city.example. There are: a@city.example, bo@city.example.',
  });
  expect((await cms('sign-in', 'BO@city.example')).said).toContain(`${origin}/sign-in/link?token=`);
});

test('sessions are ended, and lost passkeys taken away, from the terminal', async () => {
  await cms('invite', 'editor', 'a@city.example', '--name', 'Ann');
  const database = openDatabase(data().database);
  const person = String(database.prepare('SELECT id FROM user').get()!['id']);
  const count = (table: string) => database.prepare(`SELECT count(*) AS count FROM ${table}`).get()!['count'];
  await openSession({ database, origin, secret, person, strength: 'passkey' });
  await openSession({ database, origin, secret, person, strength: 'link' });
  expect((await cms('end-sessions', 'a@city.example')).said).toBe('Ann is signed out everywhere (2 sessions).');
  expect([count('session'), count('passkey')]).toEqual([0, 1]);
  await openSession({ database, origin, secret, person, strength: 'passkey' });
  expect((await cms('reset-passkeys', 'a@city.example')).said).toContain(`${origin}/sign-in/link?token=`);
  expect([count('session'), count('passkey')]).toEqual([0, 0]);
  database.close();
});

test('a backup and its restoring are told in sentences, and everybody signs in again', async () => {
  await cms('invite', 'editor', 'a@city.example', '--name', 'Ann');
  const database = openDatabase(data().database);
  await openSession({ database, origin, secret, person: String(database.prepare('SELECT id FROM user').get()!['id']), strength: 'passkey' });
  database.close();
  const { said } = await cms('backup', join(root, 'backups'), '--keep', '1');
  expect(said).toMatch(
    /doorstep-2026-11-22T100000Z: [\d.]+ KB, with everything published, no drafts and no releases to go back to\. Saves waited \d+ ms\.$/,
  );
  const backup = join(root, 'backups/doorstep-2026-11-22T100000Z');
  expect((await cms('restore', backup)).said).toContain('add --replace');
  const restored = await cms('restore', backup, '--replace');
  expect(restored.said).toContain('is as it was on 2026-11-22T10:00:00Z, every part as its hash says.');
  expect(restored.said).toContain('Everybody (1) has to sign in again.');
  expect(restored.said).toContain(`What was there before is in ${join(data().root, 'before-restore-2026-11-22T100000Z')}`);
  const after = openDatabase(data().database);
  expect(after.prepare('SELECT count(*) AS count FROM session').get()).toMatchObject({ count: 0 });
  expect(after.prepare('SELECT count(*) AS count FROM passkey').get()).toMatchObject({ count: 1 });
  after.close();
});

test('a restore that was cut off is told by every other command', async () => {
  await writeFile(join(data().root, 'restore-unfinished'), '');
  expect((await cms('status')).said).toContain('was cut off. Run it again: npm run cms -- restore <backup> --replace');
});

const guide = 'guides/en/register.mdx';

test('an import shows what would change and waits for a yes', async () => {
  expect((await cms('import')).said).toBe('The CMS holds exactly this already.');
  await writeFile(join(content, guide), (await readFile(join(content, guide), 'utf8')).replace(/^title: .*$/m, 'title: Another title'));
  const asked = await cms('import');
  expect(asked).toMatchObject({
    ended: 1,
    said: expect.stringContaining(`The CMS would change (none added, 1 changed, none removed):\n  ~ ${guide}`) as string,
  });
  expect(asked.said).toContain('nobody can answer here. Add --yes');
  answer = false;
  expect((await cms('import')).said).toContain('Nothing was imported.');
  expect((await cms('import', '--yes')).said).toContain('Imported: none added, 1 changed, none removed.');
  expect((await cms('import')).said).toBe('The CMS holds exactly this already.');
});

test('an import with errors is refused with file and line, unless --force', async () => {
  await writeFile(join(content, guide), '---\ntitle: [\n---\n');
  const { ended, said } = await cms('import', '--yes');
  expect(ended).toBe(1);
  expect(said).toContain(`${content}/${guide}:`);
  expect(said).toMatch(/Nothing was imported: (?:one error|\d+ errors) to mend first/);
  expect((await cms('import', '--yes', '--force')).said).toContain('Imported: none added, 1 changed, none removed.');
});

test('an import of a folder without content never empties the site', async () => {
  await rm(content, { recursive: true });
  expect((await cms('import', '--yes', '--force')).said).toContain('There is no folder');
  expect((await cms('import', data().outbox, '--yes', '--force')).said).toContain('holds no content, and the site would be empty.');
});

test('an export writes what is published, and asks before it loses what git does not have', async () => {
  expect((await cms('export')).said).toBe(`${content} holds exactly what is published already.`);
  await writeFile(join(content, guide), 'mine alone');
  const refused = await cms('export');
  expect(refused).toMatchObject({ ended: 1, said: expect.stringContaining(`Commit them first, or add --yes:\n  ${guide}`) as string });
  expect(await readFile(join(content, guide), 'utf8')).toBe('mine alone');
  expect((await cms('export', '--yes')).said).toBe(`Exported to ${content}: none added, 1 changed, none removed.`);
  expect(await readFile(join(content, guide), 'utf8')).toContain('title:');
});

test('status says how things stand beside a running server and without one', async () => {
  const store = await createStore({ repository: data().repository, cache: data().cache, writeLock: data().writeLock, owner: false });
  await store.save({ name: { collection: 'guides', lang: 'en', slug: 'new' }, text: 'title: New\n', seen: null, by: 'u_a' });
  await store.close();
  const { said } = await cms('status');
  expect(said).toContain('does not run on this data folder');
  expect(said).toContain('no release yet');
  expect(said).toContain('1: 1 being written, 0 waiting for review, 0 ready');
  expect(said).toMatch(/Disk +[\d.]+ GB free of/);
  expect(said).toMatch(/repository [\d.]+ KB, database [\d.]+ KB/);
  const server = ownDataFolder(data().ownerLock);
  expect((await cms('status')).said).toContain(`runs (process ${process.pid})`);
  server.release();
});
