import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../environment.ts';
import { runProgram, type ProgramResult, type ProgramRun } from './run-program.ts';

/** Where git is started from. */
export interface Runner {
  run: (run: ProgramRun) => Promise<ProgramResult>;
  close: () => void;
}

/** From this process: for commands and tests, which are small. */
export const runHere: Runner = { run: runProgram, close: () => undefined };

const program = fileURLToPath(new URL('./runner-process.ts', import.meta.url));

/** From a small process beside this one, which is started anew where it dies; what was under way then has failed. `onProcess` is told of each. */
export function createRunner(onProcess: (pid: number | undefined) => void = () => undefined): Runner {
  const waiting = new Map<number, (result: ProgramResult) => void>();
  /** What each process has been asked for. */
  const belongings = new WeakMap<ChildProcess, Set<number>>();
  let child: ChildProcess | undefined;
  let runs = 0;
  let closed = false;

  const start = (): ChildProcess => {
    const started = fork(program, [], {
      env: childEnvironment(),
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const mine = new Set<number>();
    const lost = () => {
      if (child === started) child = undefined;
      for (const id of mine) settle(id, { well: false, said: 'the process that starts git has ended' });
    };
    const settle = (id: number, result: ProgramResult) => {
      mine.delete(id);
      waiting.get(id)?.(result);
      waiting.delete(id);
    };
    started.on('message', ({ id, result }: { id: number; result: ProgramResult }) => settle(id, result));
    started.on('error', lost);
    started.on('exit', lost);
    belongings.set(started, mine);
    onProcess(started.pid);
    return started;
  };

  child = start();
  return {
    run(run) {
      if (closed) return Promise.resolve({ well: false, said: 'the store is closed' });
      child ??= start();
      const current = child;
      const id = ++runs;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        belongings.get(current)!.add(id);
        current.send({ id, run }, (problem) => {
          if (!problem) return;
          waiting.delete(id);
          resolve({ well: false, said: problem.message });
        });
      });
    },
    close() {
      closed = true;
      if (child?.connected) child.disconnect();
    },
  };
}
