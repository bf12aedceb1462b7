import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../release/root.ts';

/** A command of package.json that keeps running and prints where it serves. */
export interface RunningCommand {
  child: ChildProcess;
  /** The address it printed, without a slash at the end. */
  origin: string;
  /** Everything it printed so far. */
  printed: () => string;
  /** Asks it to end, and tells how it did: its exit code, or the signal that ended it. */
  end: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
}

/** Starts a command of src/cli on a free port and waits until it prints an address. */
export async function startCommand(name: 'serve' | 'dev', parameters: readonly string[]): Promise<RunningCommand> {
  // `env` sets the port, since only one module reads the environment, and takes away what says that tests run: Astro's dev server serves nothing then.
  const child = spawn(
    'env',
    ['-u', 'VITEST', '-u', 'NODE_ENV', 'PORT=0', 'HOST=127.0.0.1', process.execPath, join(root, 'src/cli', `${name}.ts`), ...parameters],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text));
  child.stderr.on('data', (text: Buffer) => (printed += text));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`npm run ${name} printed no address within a minute:\n${printed}`)), 60_000);
    const look = () => {
      const address = /https?:\/\/[\w.:[\]-]+:[1-9]\d*(?=\/)/.exec(printed)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    void ended.then((how) => {
      clearTimeout(timer);
      reject(new Error(`npm run ${name} ended with ${how}:\n${printed}`));
    });
  });
  return {
    child,
    origin,
    printed: () => printed,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}
