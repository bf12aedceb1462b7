import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bundle } from './build.ts';
import { childEnvironment } from '../environment.ts';

const program = fileURLToPath(new URL('./build-process.ts', import.meta.url));
const run = promisify(execFile);

/** The editor's bundle, made when it is asked for first, in a process of its own. A failure is told, and tried again when it is asked for again. */
export function createBundle(cache: string): () => Promise<Bundle> {
  let made: Promise<Bundle> | undefined;
  return () => {
    made ??= run(process.execPath, [program, cache], { env: childEnvironment() })
      .then(({ stdout }) => JSON.parse(stdout) as Bundle)
      .catch((problem: unknown) => {
        made = undefined;
        throw problem;
      });
    return made;
  };
}
