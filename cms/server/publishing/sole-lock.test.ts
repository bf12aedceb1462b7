import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { soleLock } from './sole-lock.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-sole-lock-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a publisher that was left behind and hangs is ended by the next one', async () => {
  const program = join(folder, 'holder.ts');
  const lock = join(folder, 'lock');
  await writeFile(
    program,
    `import { soleLock } from '${join(import.meta.dirname, 'sole-lock.ts')}'; await soleLock('${lock}'); process.send('held'); setInterval(() => {}, 1000);`,
  );
  const holder = fork(program, { execArgv: [] });
  await new Promise((resolve) => holder.once('message', resolve));
  const ended = new Promise((resolve) => holder.once('exit', (_, signal) => resolve(signal)));
  process.kill(holder.pid!, 'SIGSTOP');
  const mine = await soleLock(lock, 300);
  expect(await ended).toBe('SIGKILL');
  mine.release();
});

test('a note of a process that is gone ends nobody', async () => {
  const lock = join(folder, 'other');
  await writeFile(`${lock}.pid`, '4194301');
  (await soleLock(lock)).release();
  expect(existsSync(`/proc/${process.pid}`)).toBe(true);
});
