import { rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../harness/run-program.ts';
import { startServer } from '../../harness/server-process.ts';
import { createLoopDevice, loopDeviceIsMissing } from '../../machine/loop-device.ts';
import type { Trial } from './bench.ts';
import { tryUnder, type Fault } from './trial.ts';

const block = 4096;

/** A file system of its own that is filled up to so many bytes. */
export const fullDisk: Trial = {
  name: 'a disk that is full (ext4 on a loop device, filled)',
  missing: loopDeviceIsMissing,
  async run({ options, work, short, say, bench }) {
    const device = await createLoopDevice({ work, name: 'small', megabytes: 300 });
    const data = join(device.folder, 'data');
    await runProgram('cp', ['-a', options.data, data]);
    const server = await startServer({ ...options, data });
    const filler = join(device.folder, 'filler');
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
      await device.unmount();
    }
    return { 'full-disk': full };
  },
};

/** Takes all room but so many blocks. */
async function fill(filler: string, free: number): Promise<void> {
  await writeFile(filler, '');
  const chunk = Buffer.alloc(1024 * block, 1);
  for (;;) {
    const { bavail, bsize } = await statfs(filler);
    const room = bavail * bsize - free * block;
    if (room <= 0) return;
    try {
      await writeFile(filler, chunk.subarray(0, Math.min(chunk.length, room)), { flag: 'a' });
    } catch (problem) {
      // The file system needs some room for itself: then as much as is asked for is given back.
      if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
      const { size } = await import('node:fs/promises').then(({ stat }) => stat(filler));
      return truncate(filler, Math.max(0, size - free * block));
    }
  }
}
