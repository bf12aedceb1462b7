import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compileRenderer } from '../../../src/release/compile.ts';
import { dataFolder } from '../../../src/release/folders.ts';
import { loadRenderer } from './load-renderer.ts';

const empty = await mkdtemp(join(tmpdir(), 'doorstep-renderer-'));
afterAll(() => rm(empty, { recursive: true, force: true }));

test('the pages that the publisher has compiled are taken, and loaded once', async () => {
  const cache = join(dataFolder(), 'cache');
  const { codeHash } = await compileRenderer(cache);
  const renderer = loadRenderer(cache);
  expect((await renderer()).codeHash).toBe(codeHash);
  expect(await renderer()).toBe(await renderer());
}, 60_000);

test('where nothing is compiled nothing is compiled here: that is said after a while', async () => {
  await expect(loadRenderer(empty, { patience: 300 })()).rejects.toMatchObject({ status: 503, key: 'editor.preview.notYet' });
  expect(await readdir(empty)).toEqual([]);
});
