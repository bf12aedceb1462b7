import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../release/root.ts';
import { modelDocs } from './model-docs.ts';

test.each([...modelDocs()])('%s is what the model gives', async (name, text) => {
  const committed = await readFile(join(root, name), 'utf8').catch(() => '');
  expect(committed === text, `${name} is not what src/content-model/ gives now: run \`npm run docs:model\` and commit what it writes.`).toBe(true);
});

test('no table has a field without a label or without a hint', () => {
  const rows = modelDocs()
    .get('docs/content-model.md')!
    .split('\n')
    .filter((line) => /^\| `[a-z]/i.test(line) && line.split(' | ').length > 5);
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter((line) => /\| {2}\|/.test(line.split(' | ').slice(0, 3).join(' | ') + ' |'))).toEqual([]);
});
