import { dataFolderAt } from '../../../server/data-folder.ts';
import { runProgram } from '../../harness/run-program.ts';
import { startServer } from '../../harness/server-process.ts';
import type { Trial } from './bench.ts';
import { attempts, tryUnder, type Fault } from './trial.ts';

/** The repository is mounted over itself, so that it can only be read, as a disk that fails becomes. */
export const readOnlyRepository: Trial = {
  name: 'a repository that can only be read (bind mount)',
  missing: () =>
    Promise.resolve(process.platform === 'linux' && process.getuid?.() === 0 ? undefined : 'only root on Linux may mount a folder over itself'),
  async run({ options, say, bench }) {
    const { repository } = dataFolderAt(options.data);
    const server = await startServer(options);
    try {
      const own = bench(server);
      for (const attempt of attempts) {
        const fault: Fault = {
          name: 'a repository that can only be read',
          begin: async () => {
            await runProgram('mount', ['--bind', repository, repository]);
            await runProgram('mount', ['-o', 'remount,ro,bind', repository]);
          },
          end: async () => {
            await runProgram('umount', ['-l', repository]);
            return true;
          },
          statuses: [503],
        };
        await tryUnder(own.bench, attempt, fault);
      }
      await own.end();
      say(`    answers ${own.told()}`);
    } finally {
      await server.killAll();
    }
    return {};
  },
};
