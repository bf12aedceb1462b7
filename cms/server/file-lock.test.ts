import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileLock, ownDataFolder, tryFileLock } from './file-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Another process that holds a lock until it is killed. */
async function holder(file: string) {
  const code = `import { ownDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'file-lock.ts'))}; ownDataFolder(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

test('a second server on a folder is told which process has it', async () => {
  const file = join(folder, 'owner.lock');
  const child = await holder(file);
  expect(() => ownDataFolder(file)).toThrow(`process ${child.pid}`);
  expect(() => ownDataFolder(file)).toThrow('DOORSTEP_CMS_DATA');
  child.kill();
});

test('a lock is free again when its holder is killed', async () => {
  const file = join(folder, 'owner.lock');
  const child = await holder(file);
  expect(tryFileLock(file)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  ownDataFolder(file).release();
});

test('who waits for a lock gets it when it is released, or a sentence when that takes too long', async () => {
  const file = join(folder, 'write.lock');
  const first = tryFileLock(file)!;
  await expect(fileLock(file, 50)).rejects.toThrow('held by another process');
  const second = fileLock(file);
  first.release();
  (await second).release();
});
