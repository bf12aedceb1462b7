import { link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolderAt, makeDataFolder } from '../data-folder.ts';
import { bytesInWords, diskFigures, fullBelow, sizesOf, spaceOf } from './disk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-disk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the space of a disk is told in bytes, and full is what has too little left', async () => {
  const { free, total, full } = await spaceOf(folder);
  expect(total).toBeGreaterThan(free);
  expect(full).toBe(free < fullBelow);
});

test('each part of a data folder is measured, the database with its journal, a file that releases share once', async () => {
  const data = dataFolderAt(folder);
  await makeDataFolder(data);
  await writeFile(data.database, 'x'.repeat(1000));
  await writeFile(`${data.database}-wal`, 'x'.repeat(200));
  await mkdir(join(data.site, 'releases/1'), { recursive: true });
  await mkdir(join(data.site, 'releases/2'));
  await writeFile(join(data.site, 'releases/1/index.html'), 'x'.repeat(500));
  await link(join(data.site, 'releases/1/index.html'), join(data.site, 'releases/2/index.html'));
  expect(await sizesOf(data)).toEqual({ repository: 0, database: 1200, outbox: 0, media: 0, site: 500, cache: 0 });
  expect(await diskFigures(data)).toMatchObject({ used: 1700 });
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [3_440_000, '3.4 MB'],
  [250_000_000, '250 MB'],
  [1_200_000_000_000, '1.2 TB'],
])('%d bytes are said as %s', (bytes, words) => expect(bytesInWords(bytes)).toBe(words));
