import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGit, type Git } from './git.ts';
import { createRunner, type Runner } from './runner.ts';

let folder: string;
let runner: Runner;
let git: Git;
let pids: (number | undefined)[];
beforeEach(() => {
  pids = [];
  folder = mkdtempSync(join(tmpdir(), 'doorstep-runner-'));
  runner = createRunner((pid) => pids.push(pid));
  git = createGit(join(folder, 'repository.git'), runner);
});
afterEach(() => {
  runner.close();
  rmSync(folder, { recursive: true, force: true });
});
const init = () => git.run(['init', '--bare', '--quiet', git.repository]);

test('git is started beside the server: what goes in comes out, byte for byte, however many at once', async () => {
  await init();
  const contents = Array.from({ length: 40 }, (_, index) => Buffer.from([0, 255, 10, 13, index]));
  const ids = await Promise.all(contents.map((input) => git.run(['hash-object', '-w', '--stdin'], { input })));
  const read = await Promise.all(ids.map((id) => git.run(['cat-file', 'blob', id.toString().trim()])));
  expect(read).toEqual(contents);
});

test('a git that fails says so', async () => {
  await init();
  await expect(git.run(['cat-file', 'blob', 'none'])).rejects.toMatchObject({
    message: 'git cat-file failed',
    said: expect.stringContaining('none') as string,
  });
});

test('where the process that starts git dies, what was under way has failed, and the next is done by another', async () => {
  await init();
  // It reads what it is given until the end, which does not come: nothing ends it but the death of who started it.
  const underWay = git.run(['fast-import', '--done'], { input: 'blob\ndata <<END\n' });
  process.kill(pids[0]!, 'SIGKILL');
  await expect(underWay).rejects.toThrow('git fast-import failed');
  expect((await git.run(['rev-parse', '--is-bare-repository'])).toString()).toBe('true\n');
  expect(new Set(pids).size).toBe(2);
});
