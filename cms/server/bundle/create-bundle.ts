import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bundle } from './build.ts';
import { childEnvironment } from '../environment.ts';

const program = fileURLToPath(new URL('./build-process.ts', import.meta.url));
const run = promisify(execFile);

/** Milliseconds after which it is tried again to make what could not be made: its files are asked for by anybody, and each try takes a processor for seconds. */
const untilNext = 30_000;

/** The editor's bundle, made when it is asked for first, in a process of its own. A failure is told to whoever asks, and tried again after a while. */
export function createBundle(cache: string): () => Promise<Bundle> {
  let made: Promise<Bundle> | undefined;
  return () => {
    made ??= run(process.execPath, [program, cache], { env: childEnvironment() })
      .then(({ stdout }) => JSON.parse(stdout) as Bundle)
      .catch((problem: unknown) => {
        setTimeout(() => (made = undefined), untilNext).unref();
        throw problem;
      });
    return made;
  };
}
