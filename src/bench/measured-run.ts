import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from '../release/root.ts';

export interface Measured {
  milliseconds: number;
  /** Most memory held at one moment by the process and everything it started, in bytes (resident sets added up, looked at every 50 ms); undefined where `/proc` is not. */
  memory: number | undefined;
  output: string;
}
export interface Command {
  program: string;
  parameters?: readonly string[];
  folder?: string;
  /** Variables beside those this process has. */
  variables?: Readonly<Record<string, string>>;
}

/** Runs a command as a process of its own and measures it from start to end. Throws with the end of what it said if it fails. */
export function measuredRun({ program, parameters = [], folder = root, variables = {} }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const set = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    const started = performance.now();
    const child = spawn('env', [...set, program, ...parameters], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let memory = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const look = setInterval(() => (memory = Math.max(memory, child.pid ? residentOf(child.pid) : 0)), 50);
    const end = () => clearInterval(look);
    child.on('error', (problem) => {
      end();
      reject(problem);
    });
    child.on('close', (code) => {
      end();
      if (code === 0) resolve({ milliseconds: performance.now() - started, memory: memory || undefined, output });
      else reject(new Error(`${[program, ...parameters].join(' ')} ended with ${code}:\n${(output + errors).slice(-2000)}`));
    });
  });
}

/** Resident memory of a process and its descendants in bytes, as Linux tells it. */
function residentOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return Number(kilobytes) * 1024 + children.reduce((sum, child) => sum + residentOf(Number(child)), 0);
  } catch {
    return 0;
  }
}
