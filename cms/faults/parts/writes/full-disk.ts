import { appendFile, mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../harness/run-program.ts';
import { startServer } from '../../harness/server-process.ts';
import type { Trial } from './bench.ts';
import { tryUnder, type Fault } from './trial.ts';

/** A file system of its own that is filled up to so many bytes. */
export const fullDisk: Trial = {
  name: 'a disk that is full (a small file system in memory, filled)',
  missing: () => Promise.resolve(process.platform === 'linux' && process.getuid?.() === 0 ? undefined : 'only root on Linux may mount a file system'),
  async run({ options, work, short, say, bench }) {
    const folder = join(work, 'small');
    await mkdir(folder);
    await runProgram('mount', ['-t', 'tmpfs', '-o', 'size=400m,nr_inodes=0', 'tmpfs', folder]);
    const data = join(folder, 'data');
    await runProgram('cp', ['-a', options.data, data]);
    const server = await startServer({ ...options, data });
    const filler = join(folder, 'filler');
    let full = 0;
    try {
      const own = bench(server);
      own.bench.data = data;
      for (const free of short ? [0, 6, 20] : [0, 1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64])
        for (const attempt of ['a first save', 'a later save', 'a publication'] as const) {
          const fault: Fault = {
            name: `a disk with ${free} free blocks`,
            begin: () => fill(filler, free),
            async end() {
              await rm(filler, { force: true });
              return true;
            },
            statuses: [507],
          };
          await tryUnder(own.bench, attempt, fault);
          full++;
        }
      await own.end();
      say(`    ${full} requests on a full disk; answers ${own.told()}`);
    } finally {
      await server.killAll();
      await runProgram('umount', ['-l', folder]);
    }
    return { 'full-disk': full };
  },
};

/** Takes all room but so many blocks; whatever the publisher writes meanwhile counts too. */
async function fill(filler: string, free: number): Promise<void> {
  await writeFile(filler, '');
  const { bavail, bsize } = await statfs(filler);
  const chunk = Buffer.alloc(256 * bsize, 1);
  try {
    for (let room = (bavail - free) * bsize; room > 0; room -= chunk.length)
      await appendFile(filler, chunk.subarray(0, Math.min(chunk.length, room)));
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
  }
}
