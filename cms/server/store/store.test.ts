import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentName } from '../document.ts';
import { tryFileLock } from '../file-lock.ts';
import { Refusal } from '../refusal.ts';
import { createStore } from './create-store.ts';
import type { MainChange, Store } from './store.ts';

const run = promisify(execFile);
let folder: string;
let store: Store;
const at = (name: string) => join(folder, name);
const open = () => createStore({ repository: at('repository.git'), cache: at('cache'), writeLock: at('write.lock'), owner: true });
const git = async (...args: string[]) => (await run('git', ['--git-dir', at('repository.git'), ...args])).stdout.trim();

const guide: DocumentName = { collection: 'guides', lang: 'en', slug: 'register' };
const path = 'guides/en/register.mdx';
const picture = { name: '0123456789abcdef0123.jpg', bytes: Buffer.from('a picture') };
const published = async (text: string, by = 'u_a') => {
  const [there] = await store.read([path]);
  const draft = await store.save({ name: guide, text, seen: there?.revision ?? null, by, status: 'pending_publish' });
  return store.publish({ name: guide, by, seen: draft.revision });
};
const refused = async (doing: Promise<unknown>) => {
  const problem = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(problem).toBeInstanceOf(Refusal);
  return problem as Refusal;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-store-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a draft', () => {
  test('is there after it was saved, also for a store opened anew', async () => {
    const draft = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a', media: [picture] });
    await store.close();
    store = await open();
    expect(await store.draft(guide)).toEqual(draft);
    expect(draft).toMatchObject({ path, text: 'one\n', status: 'draft', owner: 'u_a', by: 'u_a', base: null, media: [picture.name] });
    expect(await store.draftMedia(guide, picture.name)).toEqual(picture.bytes);
  });

  test('holds its own files and nothing of what is published', async () => {
    await published('published\n');
    await store.save({ name: { ...guide, slug: 'other' }, text: 'draft\n', seen: null, by: 'u_a' });
    expect(await git('ls-tree', '-r', '--name-only', 'cms/guides/en/other')).toBe('draft.json\nguides/en/other.mdx');
    expect(await git('rev-list', '--count', 'cms/guides/en/other')).toBe('1');
  });

  test('carries no name, title or typed text in messages and refs', async () => {
    await store.save({ name: guide, text: 'title: Secret Oksana\n', seen: null, by: 'u_a', key: 'the key I typed' });
    await store.setNotes({
      name: guide,
      by: 'u_b',
      change: (notes) => [...notes, { id: 'n', author: 'u_b', at: '2026-11-22', text: 'Oksana?', resolved: false }],
    });
    const log = await git('log', '--all', '--format=%D %an %ae %cn %ce %B');
    expect(log).not.toMatch(/oksana|secret|typed/i);
    expect(log).toContain('u_b@users.invalid');
  });

  test('is refused where somebody else saved meanwhile, with both versions, and nothing is overwritten', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    await store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_b' });
    const { status, versions } = await refused(store.save({ name: guide, text: 'mine\n', seen: first.revision, by: 'u_a' }));
    expect(status).toBe(409);
    expect(versions).toMatchObject({ path, current: { text: 'two\n' }, sent: 'mine\n' });
    expect((await store.draft(guide))!.text).toBe('two\n');
  });

  test('is not refused where the text is the same', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    expect((await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' })).revision).toBe(first.revision);
    expect(await git('rev-list', '--count', 'cms/guides/en/register')).toBe('1');
  });

  test('is saved once where the same save arrives twice, even after others saved', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    await store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a', key: 'k' });
    const now = (await store.draft(guide))!;
    await store.save({ name: guide, text: 'three\n', seen: now.revision, by: 'u_b' });
    expect((await store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a', key: 'k' })).text).toBe('three\n');
    await refused(store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a', key: 'another' }));
  });

  test('of 30 at once are all saved', async () => {
    const names = Array.from({ length: 30 }, (_, index) => ({ ...guide, slug: `guide-${index}` }));
    await Promise.all(names.map((name) => store.save({ name, text: `${name.slug}\n`, seen: null, by: 'u_a' })));
    expect((await store.drafts()).map(({ text }) => text.trim()).sort()).toEqual(names.map(({ slug }) => slug).sort());
  });

  test('of two writers at once who saw the same, one is saved', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    const both = await Promise.allSettled(['a', 'b'].map((text) => store.save({ name: guide, text, seen: first.revision, by: 'u_a' })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is gone after it was discarded, twice no less', async () => {
    await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    await store.discard({ name: guide, by: 'u_a' });
    await store.discard({ name: guide, by: 'u_a' });
    expect(await store.draft(guide)).toBeUndefined();
  });
});

describe('publishing', () => {
  test('moves the text and the pictures it shows to main, and ends the draft', async () => {
    const changes: MainChange[] = [];
    const text = `file: ${picture.name}\n`;
    const dropped = { name: 'fedcba9876543210fedc.jpg', bytes: Buffer.from('taken out of the text again') };
    store.onMain((change) => changes.push(change));
    const draft = await store.save({ name: guide, text, seen: null, by: 'u_a', media: [picture, dropped], status: 'pending_publish' });
    await store.publish({ name: guide, by: 'u_e', seen: draft.revision });
    expect(await store.read([path])).toEqual([{ path, text, revision: draft.revision }]);
    expect(await store.readMedia(picture.name)).toEqual(picture.bytes);
    expect(await store.draft(guide)).toBeUndefined();
    expect([...(await store.snapshot()).files.keys()]).toEqual([path, `media/${picture.name}`]);
    expect(changes).toEqual([{ action: 'publish', by: 'u_e', documents: [guide] }]);
    expect(await git('log', '--format=%ae %s', 'main')).toBe('u_e@users.invalid publish guides/en/register');
  });

  test('is refused unless the draft is ready, and unless it is the one that was checked', async () => {
    const draft = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    expect(await refused(store.publish({ name: guide, by: 'u_e', seen: draft.revision }))).toMatchObject({ status: 409, key: 'cms.refused.status' });
    await store.setStatus({ name: guide, status: 'pending_publish', by: 'u_e' });
    expect(await refused(store.publish({ name: guide, by: 'u_e', seen: '0'.repeat(40) }))).toMatchObject({ status: 409, key: 'cms.refused.stale' });
    expect(await store.read([path])).toEqual([]);
  });

  test('is refused where what is published changed since the draft was begun, until the writer has seen that', async () => {
    const { revision } = await published('one\n');
    const draft = await store.save({ name: guide, text: 'mine\n', seen: revision, by: 'u_a', status: 'pending_publish' });
    await store.replaceAll({ files: new Map([[path, 'imported\n']]), by: 'server', action: 'import' });
    const { versions } = await refused(store.publish({ name: guide, by: 'u_e', seen: draft.revision }));
    expect(versions).toMatchObject({ current: { text: 'imported\n' }, sent: 'mine\n' });
    await store.save({ name: guide, text: 'mine\n', seen: draft.revision, by: 'u_a', base: versions!.current!.revision });
    await store.publish({ name: guide, by: 'u_e', seen: draft.revision });
    expect((await store.read([path]))[0]!.text).toBe('mine\n');
  });

  test('that was cut off after main moved is finished by publishing again', async () => {
    const draft = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a', status: 'pending_publish' });
    const ref = await git('rev-parse', 'cms/guides/en/register');
    await store.publish({ name: guide, by: 'u_e', seen: draft.revision });
    await git('update-ref', 'refs/heads/cms/guides/en/register', ref);
    await store.publish({ name: guide, by: 'u_e', seen: draft.revision });
    expect(await store.draft(guide)).toBeUndefined();
    expect(await git('rev-list', '--count', 'main')).toBe('1');
  });

  test('is undone by unpublishing, which keeps a draft where asked', async () => {
    await published('one\n');
    expect(await store.unpublish({ names: [guide, { ...guide, slug: 'never-there' }], by: 'u_e', keep: true })).toEqual([guide]);
    expect(await store.read([path])).toEqual([]);
    expect(await store.draft(guide)).toMatchObject({ text: 'one\n', owner: 'u_e', base: null, status: 'draft' });
  });

  test('that a release refused is put back, and is a draft again that says why', async () => {
    const first = await published('one\n');
    await published('too large\n');
    await store.putBack({ documents: [{ name: guide, before: first.revision }], reasons: ['too large'], owner: 'u_a' });
    expect((await store.read([path]))[0]!.text).toBe('one\n');
    expect(await store.draft(guide)).toMatchObject({ text: 'too large\n', refused: ['too large'], owner: 'u_a', base: first.revision });
  });
});

describe('history', () => {
  test('tells who published what and when, newest first, and gives each version', async () => {
    const first = await published('one\n', 'u_a');
    const second = await published('two\n', 'u_b');
    await store.unpublish({ names: [guide], by: 'u_e', keep: false });
    const history = await store.history(guide);
    expect(history.map(({ revision, by, action }) => ({ revision, by, action }))).toEqual([
      { revision: null, by: 'u_e', action: 'unpublish' },
      { revision: second.revision, by: 'u_b', action: 'publish' },
      { revision: first.revision, by: 'u_a', action: 'publish' },
    ]);
    expect(Date.parse(history[0]!.at)).toBeGreaterThan(Date.now() - 60_000);
    expect(await store.version(guide, first.revision)).toBe('one\n');
  });

  test('tells what a version changed', async () => {
    const first = await published('one\ntwo\n');
    const second = await published('one\nthree\n');
    expect(await store.difference(guide, { from: first.revision, to: second.revision })).toBe('@@ -1,2 +1,2 @@\n one\n-two\n+three\n');
    expect(await store.difference(guide, { from: null, to: first.revision })).toBe('@@ -0,0 +1,2 @@\n+one\n+two\n');
    expect(await store.difference({ ...guide, slug: 'other' }, { from: null, to: first.revision })).toBeUndefined();
  });

  test('gives no version of another entry', async () => {
    const draft = await store.save({ name: { ...guide, slug: 'secret' }, text: 'secret\n', seen: null, by: 'u_a' });
    await published('one\n');
    expect(await store.version(guide, draft.revision)).toBeUndefined();
    expect(await store.version(guide, 'main')).toBeUndefined();
  });
});

describe('releases', () => {
  test('are remembered with what they brought, and can be gone back to', async () => {
    await published('one\n', 'u_a');
    await store.markRelease('1', await store.head());
    await published('two\n', 'u_b');
    await store.markRelease('2', await store.head());
    expect((await store.releases()).map(({ release, changes }) => ({ release, by: changes.map(({ by }) => by) }))).toEqual([
      { release: '2', by: ['u_b'] },
      { release: '1', by: ['u_a'] },
    ]);
    const files = (await store.releaseFiles('1'))!;
    expect(await store.replaceAll({ files, by: 'u_e', action: 'roll-back' })).toEqual({ changed: 1 });
    expect((await store.read([path]))[0]!.text).toBe('one\n');
    expect(await git('log', '--format=%s', 'main')).toBe('roll-back guides/en/register\npublish guides/en/register\npublish guides/en/register');
  });

  test('that are not there are none', async () => {
    expect(await store.releaseFiles('7')).toBeUndefined();
    expect(await store.releaseFiles('../heads/main')).toBeUndefined();
  });
});

describe('many files', () => {
  test('are imported in one commit, every byte kept', async () => {
    const files = new Map<string, string | Buffer>(Array.from({ length: 60 }, (_, index) => [`facts/en/fact-${index}.mdx`, `fact ${index}\r\n\0`]));
    files.set('media/a.png', Buffer.from([0, 255, 10, 13]));
    expect(await store.replaceAll({ files, by: 'server', action: 'import' })).toEqual({ changed: 61 });
    expect((await store.read(['facts/en/fact-7.mdx']))[0]!.text).toBe('fact 7\r\n\0');
    expect(await store.readMedia('a.png')).toEqual(files.get('media/a.png'));
    expect(await git('fsck', '--strict', '--no-progress', '--no-dangling')).toBe('');
  });
});

test('tidying up packs objects, and everything is there as before', async () => {
  await published('one\n');
  const draft = await store.save({ name: guide, text: 'two\n', seen: (await store.read([path]))[0]!.revision, by: 'u_a', media: [picture] });
  expect(await store.tidyUp()).toBe(false);
  expect(await store.tidyUp(0)).toBe(true);
  expect(await git('count-objects', '-v')).toMatch(/^packs: 1$/m);
  await store.close();
  store = await open();
  expect(await store.draft(guide)).toEqual(draft);
  expect((await store.save({ name: guide, text: 'three\n', seen: draft.revision, by: 'u_a' })).text).toBe('three\n');
  expect(await git('fsck', '--strict', '--no-progress', '--no-dangling')).toBe('');
});

describe('after a crash', () => {
  test('locks that a killed git left are cleared by the one who owns the folder', async () => {
    await published('one\n');
    await store.close();
    const locks = ['HEAD.lock', 'refs/heads/main.lock', 'packed-refs.lock'].map((lock) => at(`repository.git/${lock}`));
    for (const lock of locks) await writeFile(lock, '');
    store = await open();
    expect(locks.filter(existsSync)).toEqual([]);
    await published('two\n');
  });
});

describe('where git or the disk fails', () => {
  test('the lock of a git that was killed is in nobody’s way', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a', status: 'pending_publish' });
    await writeFile(at('repository.git/refs/heads/cms/guides/en/register.lock'), '');
    await writeFile(at('repository.git/refs/heads/main.lock'), '');
    const second = await store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a' });
    await store.publish({ name: guide, by: 'u_a', seen: second.revision });
    expect((await store.read([path]))[0]!.text).toBe('two\n');
  });

  test('a repository that cannot be written is a refusal, nothing is changed, and it recovers by itself', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    await rename(at('repository.git/objects'), at('repository.git/gone'));
    expect(await refused(store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a' }))).toMatchObject({ status: 503 });
    await rename(at('repository.git/gone'), at('repository.git/objects'));
    expect((await store.draft(guide))!.text).toBe('one\n');
    expect((await store.save({ name: guide, text: 'two\n', seen: first.revision, by: 'u_a' })).text).toBe('two\n');
  });

  test('a ref that another process moved is not overwritten', async () => {
    const first = await store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' });
    const other = await createStore({ repository: at('repository.git'), cache: at('cache'), writeLock: at('write-2.lock'), owner: false });
    const both = await Promise.allSettled([
      store.save({ name: guide, text: 'mine\n', seen: first.revision, by: 'u_a' }),
      other.save({ name: guide, text: 'theirs\n', seen: first.revision, by: 'u_b' }),
    ]);
    await other.close();
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a write waits while a command beside the server holds the folder', async () => {
    const lock = tryFileLock(at('write.lock'))!;
    let done = false;
    const save = store.save({ name: guide, text: 'one\n', seen: null, by: 'u_a' }).then(() => (done = true));
    await new Promise((later) => setTimeout(later, 300));
    expect(done).toBe(false);
    lock.release();
    await save;
  });
});
