import { spawn } from 'node:child_process';

export interface Ran {
  code: number | null;
  output: string;
}

/** Runs a program to its end. Throws with what it said where `well` is wanted and it failed. */
export function runProgram(program: string, parameters: readonly string[], { input = '', well = true, folder = '/' } = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8');
      if (well && code !== 0) reject(new Error(`${[program, ...parameters].join(' ')} ended with ${code}:\n${output.slice(-2000)}`));
      else resolve({ code, output });
    });
    child.stdin.end(input);
  });
}

/** Whether a program is there and says its version. */
export const hasProgram = (program: string, parameters: readonly string[] = ['--version']): Promise<boolean> =>
  runProgram(program, parameters).then(
    () => true,
    () => false,
  );
