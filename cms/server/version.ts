import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../src/release/root.ts';
import { childEnvironment } from './environment.ts';
import { runProgram } from './git/run-program.ts';

/** What runs, as it was when it was started: a checkout that was brought up to date since then says something else. */
export interface RunningVersion {
  doorstep: string;
  /** The commit of the checkout; none where it is no repository, or git does not trust its owner. */
  commit: string | undefined;
  node: string;
  /** When it was started, ISO 8601. */
  since: string;
}

export async function runningVersion(now: Date = new Date()): Promise<RunningVersion> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const asked = await runProgram({ args: ['-C', root, 'rev-parse', '--short', 'HEAD'], environment: childEnvironment(), patience: 3000 });
  const commit = asked.well ? asked.out.toString('utf8').trim() : undefined;
  return { doorstep: version, commit, node: process.versions.node, since: now.toISOString() };
}
