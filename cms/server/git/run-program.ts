import { spawn } from 'node:child_process';

export interface ProgramRun {
  args: readonly string[];
  environment: Record<string, string>;
  input?: string | Buffer | undefined;
  /** Milliseconds until it is ended. */
  patience: number;
}

export type ProgramResult = { well: true; out: Buffer } | { well: false; said: string };

/** Runs git once. What it wrote, or what it said when it failed, could not be started or took too long. */
export function runProgram({ args, environment, input, patience }: ProgramRun): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn('git', [...args], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const said: Buffer[] = [];
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    const end = (result: ProgramResult) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', (problem) => end({ well: false, said: problem.message }));
    child.on('close', (code, signal) => {
      if (code === 0) end({ well: true, out: Buffer.concat(out) });
      else end({ well: false, said: signal ? `ended by ${signal}` : Buffer.concat(said).toString('utf8') });
    });
    child.stdin.end(input);
  });
}
