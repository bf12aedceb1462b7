import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMirror, type Mirror } from './mirror.ts';
import { createStore } from './create-store.ts';
import type { Store } from './store.ts';

const run = promisify(execFile);
let folder: string;
let store: Store;
let mirror: Mirror;
const at = (name: string) => join(folder, name);
const mirrorTo = (remote: string, options = {}) => createMirror({ store, repository: at('repository.git'), remote, pauses: [100], ...options });
const change = (text: string) => store.replaceAll({ files: new Map([['settings/site.yml', text]]), by: 'server', action: 'import' });
const mainOf = async (repository: string) => (await run('git', ['--git-dir', at(repository), 'rev-parse', 'main'])).stdout.trim();
const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 100; tries++) await new Promise((later) => setTimeout(later, 50));
  expect(holds()).toBe(true);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-mirror-'));
  store = await createStore({ repository: at('repository.git'), cache: at('cache'), writeLock: at('write.lock'), owner: true });
  await change('one\n');
});
afterEach(async () => {
  await mirror.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

test('main is pushed after each change, and drafts are not', async () => {
  await run('git', ['init', '--bare', '--quiet', at('mirror.git')]);
  mirror = mirrorTo(at('mirror.git'));
  await store.save({ name: { collection: 'guides', lang: 'en', slug: 'draft' }, text: 'x', seen: null, by: 'u_a' });
  await change('two\n');
  await mirror.settled();
  expect(await mainOf('mirror.git')).toBe(await mainOf('repository.git'));
  expect((await run('git', ['--git-dir', at('mirror.git'), 'for-each-ref', '--format=%(refname)'])).stdout).toBe('refs/heads/main\n');
  expect(mirror.state().state).toBe('current');
});

test('what a mirror missed it gets when it is back', async () => {
  mirror = mirrorTo(`file://${at('later.git')}`);
  await mirror.settled();
  expect(mirror.state().state).not.toBe('current');
  await change('two\n');
  await run('git', ['init', '--bare', '--quiet', at('later.git')]);
  await until(() => mirror.state().state === 'current');
  expect(await mainOf('later.git')).toBe(await mainOf('repository.git'));
});

test('a mirror with other commits refuses, is not forced, and an administrator gets the command that shows why', async () => {
  const other = await createStore({ repository: at('other.git'), cache: at('cache-2'), writeLock: at('write-2.lock'), owner: true });
  await other.replaceAll({ files: new Map([['settings/site.yml', 'theirs\n']]), by: 'server', action: 'import' });
  await other.close();
  const theirs = await mainOf('other.git');
  mirror = mirrorTo(at('other.git'));
  await mirror.settled();
  expect(mirror.state()).toMatchObject({ state: 'refused', command: expect.stringContaining('push "$CONTENT_REMOTE" main') });
  expect(await mainOf('other.git')).toBe(theirs);
});

test('a mirror that hangs holds up no save, and is given up after a while', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => silent.once('listening', listening));
  mirror = mirrorTo(`git://127.0.0.1:${(silent.address() as AddressInfo).port}/content`, { patience: 1500, pauses: [60_000] });
  const began = Date.now();
  await change('two\n');
  expect(Date.now() - began).toBeLessThan(1400);
  await mirror.settled();
  expect(Date.now() - began).toBeGreaterThan(1400);
  expect(mirror.state().state).toBe('behind');
  silent.close();
});
