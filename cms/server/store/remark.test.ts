import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentName } from '../document.ts';
import { createStore } from './create-store.ts';
import type { MainChange, Store } from './store.ts';

let folder: string;
let store: Store;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remark-'));
  store = await createStore({ repository: join(folder, 'r.git'), cache: join(folder, 'c'), writeLock: join(folder, 'w'), owner: true });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function published(text = 'said: no\n'): Promise<{ name: DocumentName; path: string; revision: string }> {
  const name: DocumentName = { collection: 'guides', lang: 'en', slug: `guide-${++count}` };
  const { revision } = await store.save({ name, text, seen: null, by: 'u_a', status: 'pending_publish' });
  await store.publish({ name, by: 'u_a', seen: revision });
  return { name, path: `guides/en/${name.slug}.mdx`, revision };
}
const yes = (text: string) => text.replace('said: no', 'said: yes');
const remark = (name: DocumentName, seen: string, change = yes) => store.remark({ name, by: 'u_b', seen, action: 'still-right', change });

test('a remark changes the published text at once, and is in the history under its name', async () => {
  const { name, path, revision } = await published();
  const heard: MainChange[] = [];
  const end = store.onMain((change) => heard.push(change));
  const after = await remark(name, revision);
  end();
  expect((await store.read([path]))[0]).toEqual({ path, text: 'said: yes\n', revision: after.revision });
  expect((await store.history(name)).map(({ action, by }) => [action, by])).toEqual([
    ['still-right', 'u_b'],
    ['publish', 'u_a'],
  ]);
  expect(heard).toEqual([{ action: 'still-right', by: 'u_b', documents: [name] }]);
});

test('one that changes nothing moves nothing', async () => {
  const { name, revision } = await published('said: yes\n');
  const head = await store.head();
  expect((await remark(name, revision)).revision).toBe(revision);
  expect(await store.head()).toBe(head);
});

test('a draft is changed alike, keeps what it is and goes on from the new text', async () => {
  const { name, path, revision } = await published();
  await store.save({ name, text: 'said: no\nmore\n', seen: revision, by: 'u_c', status: 'pending_publish' });
  const after = await remark(name, revision);
  const draft = (await store.draft(name))!;
  expect(draft).toMatchObject({ text: 'said: yes\nmore\n', base: after.revision, status: 'pending_publish', owner: 'u_c' });
  await store.publish({ name, by: 'u_a', seen: draft.revision });
  expect((await store.read([path]))[0]!.text).toBe('said: yes\nmore\n');
});

test('a draft in which there is nothing to change goes on from the new text all the same', async () => {
  const { name, revision } = await published();
  await store.save({ name, text: 'of no form\n', seen: revision, by: 'u_c' });
  const change = (text: string) => {
    if (!text.includes('said')) throw new Error('nothing is said');
    return yes(text);
  };
  const after = await remark(name, revision, change);
  expect(await store.draft(name)).toMatchObject({ text: 'of no form\n', base: after.revision });
});

test('a draft that was begun from another text is left alone', async () => {
  const { name, revision } = await published();
  const text = 'said: no\nlater\n';
  const draft = await store.save({ name, text, seen: revision, by: 'u_c' });
  const first = await remark(name, revision);
  await store.discard({ name, by: 'u_c' });
  expect(draft.base).toBe(revision);
  const stale = await store.save({ name, text, seen: first.revision, by: 'u_c' });
  await store.replaceAll({ files: new Map([[`guides/en/${name.slug}.mdx`, 'said: no\nby hand\n']]), by: 'server', action: 'import' });
  const [now] = await store.read([`guides/en/${name.slug}.mdx`]);
  await remark(name, now!.revision);
  expect(await store.draft(name)).toMatchObject({ text, base: stale.base });
});

test('a text that has changed since it was looked at is not remarked on, nor one that is not there', async () => {
  const { name } = await published();
  await expect(remark(name, 'f'.repeat(40))).rejects.toMatchObject({ status: 409 });
  await expect(remark({ ...name, slug: 'gone' }, 'f'.repeat(40))).rejects.toMatchObject({ status: 404 });
});

test('when files were written is known, newest first, and a remark writes nothing', async () => {
  const { name, path, revision } = await published();
  expect((await store.changeTimes()).get(path)).toHaveLength(1);
  await remark(name, revision);
  expect((await store.changeTimes()).get(path)).toHaveLength(1);
  const [now] = await store.read([path]);
  const draft = await store.save({ name, text: 'new\n', seen: now!.revision, by: 'u_a', status: 'pending_publish' });
  await store.publish({ name, by: 'u_a', seen: draft.revision });
  const times = (await store.changeTimes()).get(path)!;
  expect(times).toHaveLength(2);
  expect(times[0]! >= times[1]!).toBe(true);
  expect(Math.abs(Date.now() - times[0]!)).toBeLessThan(60_000);
});
