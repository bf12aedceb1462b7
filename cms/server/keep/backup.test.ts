import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { dataFolderAt, makeDataFolder, type DataFolder } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import type { DocumentName } from '../document.ts';
import { fileLock, ownDataFolder, tryFileLock } from '../file-lock.ts';
import { createStore } from '../store/create-store.ts';
import { backupsIn, makeBackup, removeOldBackups } from './backup.ts';
import { isHalfRestored, restoreBackup } from './restore.ts';

const run = promisify(execFile);
let folder: string;
let data: DataFolder;
let into: string;
const now = new Date('2026-11-22T10:00:00Z');
const storeOf = (of: DataFolder, owner = true) => createStore({ repository: of.repository, cache: of.cache, writeLock: of.writeLock, owner });
const refsOf = async (of: DataFolder) => (await run('git', ['--git-dir', of.repository, 'for-each-ref'])).stdout;
const draft = (slug: string): DocumentName => ({ collection: 'guides', lang: 'en', slug });
const picture = { name: '0123456789abcdef0123.jpg', bytes: Buffer.from([0xff, 0xd8, 0, 1, 2, 0xff, 0xd9]) };

let template: string;
/** The data folder as a server leaves it: content with pictures, drafts, a release, people's rows, a mail that waits, a secret. */
const fill = () => cp(join(template, 'data'), data.root, { recursive: true });

/** Made once and copied, since each of its writes waits for the disk. */
async function makeTemplate(data: DataFolder): Promise<void> {
  await makeDataFolder(data);
  const store = await storeOf(data);
  await store.replaceAll({ files: await fixtureFiles(), by: 'server', action: 'import' });
  await store.markRelease('1', await store.head());
  for (const slug of ['one', 'two', 'three'])
    await store.save({ name: draft(slug), text: `title: ${slug}\n`, seen: null, by: 'u_a', media: [picture] });
  await store.setNotes({
    name: draft('one'),
    by: 'u_b',
    change: () => [{ id: 'n', author: 'u_b', at: now.toISOString(), text: 'Well said', resolved: false }],
  });
  await store.close();
  const database = openDatabase(data.database);
  for (let person = 0; person < 50; person++)
    database.prepare('INSERT INTO owned_documents VALUES (?, ?, ?)').run('stories', `s${person}`, `u_${person}`);
  database.close();
  await writeFile(join(data.outbox, '2026-11-22T09-00-00.000Z-0a1b.json'), '{"to":"someone@city.example"}');
  await writeFile(data.secret, 's'.repeat(43), { mode: 0o600 });
}

/** All that must not be lost, as values. */
async function truth(of: DataFolder) {
  const store = await storeOf(of);
  const { files } = await store.snapshot();
  const media = [...files.keys()].filter((path) => path.startsWith('media/'));
  const pictures = await Promise.all(media.map(async (path) => [path, await store.readMedia(path.slice('media/'.length))]));
  const drafts = await store.drafts();
  const ofDrafts = await Promise.all(drafts.map(async ({ name }) => store.draftMedia(name, picture.name)));
  await store.close();
  const database = openDatabase(of.database);
  const people = database.prepare('SELECT * FROM owned_documents ORDER BY slug').all();
  database.close();
  const mails = await Promise.all((await readdir(of.outbox)).map((name) => readFile(join(of.outbox, name), 'utf8')));
  return { refs: await refsOf(of), files: [...files], pictures, drafts, ofDrafts, people, mails, secret: await readFile(of.secret, 'utf8') };
}

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), 'doorstep-keep-template-'));
  await makeTemplate(dataFolderAt(join(template, 'data')));
  await makeBackup({ data: dataFolderAt(join(template, 'data')), into: join(template, 'backups'), now });
});
afterAll(() => rm(template, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-keep-'));
  data = dataFolderAt(join(folder, 'data'));
  into = join(folder, 'backups');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a backup', () => {
  test('brings back every ref, draft, picture, person, mail and the secret after the data folder is gone', async () => {
    await fill();
    const before = await truth(data);
    expect(before.drafts).toHaveLength(3);
    expect(before.pictures.length).toBeGreaterThan(2);
    const backup = await makeBackup({ data, into, now });
    expect(backup).toMatchObject({ folder: join(into, 'doorstep-2026-11-22T100000Z'), drafts: 3, releases: 1 });
    await rm(data.root, { recursive: true });

    const { before: moved } = await restoreBackup({ backup: backup.folder, data, replace: false, now });
    expect(moved).toBeUndefined();
    expect(await truth(data)).toEqual(before);
    expect((await run('git', ['--git-dir', data.repository, 'fsck', '--strict'])).stderr).not.toMatch(/error|missing|broken/);
  });

  test('can be checked without Doorstep, and only its owner may read it', async () => {
    await fill();
    const { folder: backup } = await makeBackup({ data, into, now });
    expect((await run('sha256sum', ['-c', 'manifest.sha256'], { cwd: backup })).stdout).toContain('manifest.json: OK');
    expect((await run('git', ['bundle', 'verify', join(backup, 'repository.bundle')], { cwd: data.repository })).stdout).toContain('refs/heads/main');
    expect((await stat(backup)).mode & 0o077).toBe(0);
  });

  test('taken while others write holds one moment: each draft in it is whole, and saves go on', async () => {
    await fill();
    const store = await storeOf(data);
    const database = openDatabase(data.database);
    let saved = 0;
    let ended = false;
    // A row is written after the draft it belongs to: a backup that has the row has the draft.
    const writing = (async () => {
      for (; !ended; saved++) {
        await store.save({ name: draft(`busy-${saved}`), text: `title: busy ${saved}\n`, seen: null, by: 'u_a' });
        database.prepare('INSERT INTO owned_documents VALUES (?, ?, ?)').run('guides', `busy-${saved}`, 'u_a');
      }
    })();
    while (saved < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    const from = saved;
    const { folder: backup, heldUp } = await makeBackup({ data, into, now });
    while (saved < from + 5) await new Promise((resolve) => setTimeout(resolve, 5));
    ended = true;
    await writing;
    await store.close();
    database.close();
    expect(heldUp).toBeLessThan(2000);

    const other = dataFolderAt(join(folder, 'other'));
    await restoreBackup({ backup, data: other, replace: false, now });
    const restored = await truth(other);
    const busy = restored.drafts.filter(({ name }) => name.slug.startsWith('busy-'));
    const rows = restored.people.filter(({ slug }) => String(slug).startsWith('busy-')).map(({ slug }) => slug);
    expect(busy.length).toBeGreaterThanOrEqual(3);
    expect(busy.length).toBeLessThan(saved);
    expect(busy.every(({ name, text }) => text === `title: ${name.slug.replace('-', ' ')}\n`)).toBe(true);
    expect(busy.map(({ name }) => name.slug)).toEqual(expect.arrayContaining(rows));
    expect(busy.length - rows.length).toBeLessThanOrEqual(1);
  });

  test('waits for the write that is under way, and lets none begin while it looks', async () => {
    await fill();
    const write = await fileLock(data.writeLock);
    let made = false;
    const backup = makeBackup({ data, into, now }).then(() => (made = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBe(false);
    const [unfinished] = await readdir(into);
    expect(await readdir(join(into, unfinished!))).toEqual(['outbox']);
    write.release();
    await backup;
  });

  test('is never overwritten, and what is not finished is never taken for one', async () => {
    await fill();
    await makeBackup({ data, into, now });
    await expect(makeBackup({ data, into, now })).rejects.toThrow('is there already, and a backup is never overwritten');
    await rm(join(data.repository, 'objects'), { recursive: true });
    await expect(makeBackup({ data, into, now: new Date('2026-11-22T10:00:09Z') })).rejects.toThrow();
    expect(await readdir(into)).toEqual(['doorstep-2026-11-22T100000Z']);
    expect(tryFileLock(data.writeLock)?.release()).toBeUndefined();
  });

  test('belongs outside the data folder, and needs something to keep', async () => {
    await expect(makeBackup({ data, into, now })).rejects.toThrow('There is nothing to back up');
    await fill();
    for (const inside of [data.root, data.site, join(data.root, '..backups')])
      await expect(makeBackup({ data, into: inside, now })).rejects.toThrow('is inside the data folder');
  });

  test('older ones go when only so many are kept; other files stay', async () => {
    await fill();
    for (let second = 0; second < 4; second++) await makeBackup({ data, into, now: new Date(now.getTime() + second * 1000) });
    await mkdir(join(into, 'doorstep-notes'));
    await mkdir(join(into, '.unfinished-1-1'));
    await utimes(join(into, '.unfinished-1-1'), new Date(0), new Date(0));
    expect(await removeOldBackups({ folder: into, keep: 2 })).toHaveLength(2);
    expect((await backupsIn(into)).map((path) => path.slice(-8))).toEqual(['100002Z', '100003Z'].map((end) => `T${end}`));
    await makeBackup({ data, into, now: new Date(now.getTime() + 9000) });
    expect(await readdir(into)).toEqual(expect.arrayContaining(['doorstep-notes']));
    expect(existsSync(join(into, '.unfinished-1-1'))).toBe(false);
  });
});

describe('restoring', () => {
  let backup: string;
  beforeEach(async () => {
    await fill();
    await cp(join(template, 'backups'), into, { recursive: true });
    [backup] = (await backupsIn(into)) as [string];
  });
  const restore = (replace = false) => restoreBackup({ backup, data, replace, now });

  test('into a folder that holds something needs --replace, which moves it aside and loses nothing', async () => {
    const store = await storeOf(data);
    await store.discard({ name: draft('one'), by: 'u_a' });
    await store.close();
    const changed = await refsOf(data);
    await expect(restore()).rejects.toThrow('add --replace; nothing is deleted');
    expect(await refsOf(data)).toBe(changed);
    const { before } = await restore(true);
    expect(await refsOf(data)).toContain('refs/heads/cms/guides/en/one');
    expect((await run('git', ['--git-dir', join(before!, 'repository.git'), 'for-each-ref'])).stdout).toBe(changed);
    expect(existsSync(join(before!, 'private.sqlite'))).toBe(true);
    expect(isHalfRestored(data)).toBe(false);
  });

  test('is refused while a server runs, and nothing is touched', async () => {
    const server = ownDataFolder(data.ownerLock);
    await expect(restore(true)).rejects.toThrow('A server is running on');
    server.release();
    expect(await readdir(data.root)).not.toContain(expect.stringContaining('before-restore'));
  });

  test.each([
    ['repository.bundle', 'another byte'],
    ['private.sqlite', 'another byte'],
    ['secret', 'another byte'],
    ['outbox/2026-11-22T09-00-00.000Z-0a1b.json', 'another byte'],
    ['repository.bundle', 'cut off'],
    ['private.sqlite', 'missing'],
    ['manifest.json', 'another byte'],
    ['manifest.sha256', 'another byte'],
    ['manifest.json', 'missing'],
  ])('%s (%s) is named, and nothing is touched', async (part, damage) => {
    const path = join(backup, part);
    const bytes = await readFile(path);
    if (damage === 'missing') await rm(path);
    else if (damage === 'cut off') await truncate(path, bytes.length - 10);
    else {
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      await writeFile(path, bytes);
    }
    const before = await refsOf(data);
    await expect(restore(true)).rejects.toThrow(part === 'manifest.sha256' ? 'manifest.json was changed' : part);
    expect(await refsOf(data)).toBe(before);
    expect((await readdir(data.root)).filter((name) => /restor/.test(name))).toEqual([]);
  });

  test('a repository that is unsound behind right hashes is found by git, before anything is exchanged', async () => {
    const { describePart, manifestFiles } = await import('./manifest.ts');
    const bytes = await readFile(join(backup, 'repository.bundle'));
    bytes[bytes.length - 200]! ^= 1;
    await writeFile(join(backup, 'repository.bundle'), bytes);
    const parts = await Promise.all(['repository.bundle', 'private.sqlite'].map((name) => describePart(backup, name)));
    for (const [name, text] of manifestFiles({ format: 1, made: '2026-11-22T10:00:00Z', parts })) await writeFile(join(backup, name), text);
    const before = await refsOf(data);
    await expect(restore(true)).rejects.toThrow('repository.bundle: ');
    expect(await refsOf(data)).toBe(before);
  });

  test('a backup of a later format, and one that names a path outside, are refused', async () => {
    const { manifestFiles } = await import('./manifest.ts');
    const write = async (manifest: object) => {
      for (const [name, text] of manifestFiles(manifest as Parameters<typeof manifestFiles>[0])) await writeFile(join(backup, name), text);
    };
    await write({ format: 2, made: '2026-11-22T10:00:00Z', parts: [] });
    await expect(restore(true)).rejects.toThrow('manifest.json has format 2, and this version of Doorstep reads format 1.');
    await write({ format: 1, made: '2026-11-22T10:00:00Z', parts: [{ name: 'outbox/../../x', bytes: 0, sha256: '0'.repeat(64) }] });
    await expect(restore(true)).rejects.toThrow('not what a manifest looks like');
  });

  test('who names the folder of all backups is told the newest', async () => {
    await expect(restoreBackup({ backup: into, data, replace: true, now })).rejects.toThrow(`the newest is ${backup}`);
  });

  test('one that was cut off is known as such, and done again it is done', async () => {
    await writeFile(join(data.root, 'restore-unfinished'), '');
    await rm(data.repository, { recursive: true });
    expect(isHalfRestored(data)).toBe(true);
    await restore(true);
    expect(isHalfRestored(data)).toBe(false);
    expect((await truth(data)).drafts).toHaveLength(3);
  });
});
