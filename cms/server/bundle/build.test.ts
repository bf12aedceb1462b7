import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dataFolder } from '../../../src/release/folders.ts';
import { createBundle } from './create-bundle.ts';
import type { Bundle } from './build.ts';

const cache = join(dataFolder(), 'cache');
let bundle: Bundle;
beforeAll(async () => {
  bundle = await createBundle(cache)();
}, 60_000);

test('what the editor loads at first is at most 0.8 MB over the wire, packed', async () => {
  const sizes = await Promise.all([bundle.script, ...bundle.styles].map(async (file) => (await stat(join(bundle.folder, `${file}.br`))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(800_000);
});

test('it is made once for the same code', async () => {
  const before = (await stat(join(bundle.folder, 'manifest.json'))).mtimeMs;
  expect(await createBundle(cache)()).toEqual(bundle);
  expect((await stat(join(bundle.folder, 'manifest.json'))).mtimeMs).toBe(before);
});

test('every interface language has a file of Decap’s words, loaded only where it is needed', async () => {
  const script = await readFile(join(bundle.folder, bundle.script), 'utf8');
  const files = await readdir(bundle.folder);
  for (const lang of ['nl', 'de', 'uk', 'ar']) {
    const own = files.filter((file) => file.startsWith(`${lang}-`) && file.endsWith('.js'));
    expect([lang, own.length > 0]).toEqual([lang, true]);
    for (const file of own) expect(script).toContain(file);
  }
});

test('Decap’s check of its configuration, which would make code of text, is not in it', async () => {
  expect(await readFile(join(bundle.folder, bundle.script), 'utf8')).not.toMatch(/new Function\(/);
});
