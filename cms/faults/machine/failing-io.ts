import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { hasProgram, runProgram } from '../harness/run-program.ts';

/** What can be made to fail, as bits of the plan. */
export const failures = { write: 1, flush: 2, rename: 4, create: 8, remove: 16 } as const;
export type Failure = keyof typeof failures;

export interface FailurePlan {
  kind: Failure;
  /** So many go well before. */
  after: number;
  /** What is told; or the git that comes to it is killed there, and leaves what it had begun. */
  error: 'EIO' | 'ENOSPC' | 'killed';
  /** All later ones fail too, until it is disarmed. */
  sticky: boolean;
}

export interface FailingIo {
  /** For PATH: a `git` that is the real one with failing input and output. */
  programs: string;
  /** For the server's own environment. */
  variables: Record<string, string>;
  arm(plan: FailurePlan): void;
  /** Everything goes well again. Returns how many failed, and how many could have. */
  disarm(): { fired: number; seen: number };
  close(): void;
}

/** Fields of `struct plan` in failing-io.c: six longs, then the folder. */
const field = { kinds: 0, remaining: 8, error: 16, sticky: 24, fired: 32, seen: 40, folder: 48 };
const size = field.folder + 4096;

/** Why failing writes cannot be tried on this machine; nothing where they can. */
export async function failingIoIsMissing(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it is made for 64-bit Linux on x86';
  return (await hasProgram('cc')) ? undefined : 'there is no C compiler (cc)';
}

/** Makes writes below a folder fail on command, in every process that is started with what it returns. */
export async function createFailingIo({ folder, work }: { folder: string; work: string }): Promise<FailingIo> {
  const programs = join(work, 'failing-programs');
  const [library, control] = [join(programs, 'failing-io.so'), join(programs, 'plan')];
  await mkdir(programs, { recursive: true });
  await runProgram('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(import.meta.dirname, 'failing-io.c'), '-ldl']);
  const bytes = Buffer.alloc(size);
  bytes.write(folder, field.folder);
  await writeFile(control, bytes);
  const git = (await runProgram('sh', ['-c', 'command -v git'])).output.trim();
  const wrapper = join(programs, 'git');
  await writeFile(wrapper, `#!/bin/sh\nLD_PRELOAD='${library}' FAILING_IO='${control}' FAILING_IO_MAY_DIE=1 exec '${git}' "$@"\n`);
  await chmod(wrapper, 0o755);

  const file = openSync(control, 'r+');
  const set = (name: keyof typeof field, value: number) => {
    const long = Buffer.alloc(8);
    long.writeBigInt64LE(BigInt(value));
    writeSync(file, long, 0, 8, field[name]);
  };
  const get = (name: keyof typeof field): number => {
    const long = Buffer.alloc(8);
    readSync(file, long, 0, 8, field[name]);
    return Number(long.readBigInt64LE());
  };
  return {
    programs,
    variables: { LD_PRELOAD: library, FAILING_IO: control },
    arm({ kind, after, error, sticky }) {
      set('remaining', after);
      set('error', error === 'killed' ? 0 : constants.errno[error]);
      set('sticky', sticky ? 1 : 0);
      set('fired', 0);
      set('seen', 0);
      set('kinds', failures[kind]);
    },
    disarm() {
      set('kinds', 0);
      return { fired: get('fired'), seen: get('seen') };
    },
    close: () => closeSync(file),
  };
}
