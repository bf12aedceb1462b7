import { childEnvironment } from '../environment.ts';
import { Refusal } from '../refusal.ts';
import { runHere, type Runner } from './runner.ts';

/** Git ended with an error, could not be started, or took too long. Its own words are for the log alone. */
export class GitFailed extends Error {
  readonly said: string;
  constructor(command: string, said: string) {
    super(`git ${command} failed`);
    this.said = said;
  }
}

export interface GitOptions {
  input?: string | Buffer;
  environment?: Record<string, string>;
  /** Milliseconds until it is ended. */
  patience?: number;
}

/** Runs git on one bare repository. Arguments are made by the server alone; what people wrote goes in by `input`. */
export interface Git {
  readonly repository: string;
  run(args: readonly string[], options?: GitOptions): Promise<Buffer>;
  /** The arguments and environment with which every git of this repository runs. */
  readonly base: { args: readonly string[]; environment: Record<string, string> };
}

/**
 * Everything git writes goes to the disk before it says so (`core.fsync=all`: with git's defaults every acknowledged save was lost in a power cut).
 * Nobody's configuration, hooks or attributes have a say.
 */
const settings = [
  'core.fsync=all',
  'core.fsyncMethod=fsync',
  'core.hooksPath=/dev/null',
  'core.autocrlf=false',
  'core.precomposeUnicode=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'fastimport.unpackLimit=0',
  'commit.gpgSign=false',
];
const environment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

export function createGit(repository: string, runner: Runner = runHere): Git {
  const args = [`--git-dir=${repository}`, ...settings.flatMap((setting) => ['-c', setting])];
  const base = { args, environment: childEnvironment(environment) };
  return {
    repository,
    base,
    async run(own, { input, environment: more = {}, patience = 60_000 } = {}) {
      const result = await runner.run({ args: [...args, ...own], environment: { ...base.environment, ...more }, input, patience });
      if (result.well) return Buffer.from(result.out);
      throw new GitFailed(own.find((word, index) => !word.startsWith('-') && own[index - 1] !== '-c') ?? '', result.said);
    },
  };
}

/** A failure of git or of the disk as an answer: nothing was changed, and it can be tried again. */
export function asRefusal(problem: unknown): unknown {
  if (problem instanceof Refusal) return problem;
  const text = problem instanceof GitFailed ? problem.said : problem instanceof Error ? problem.message : '';
  const { code } = problem as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded|Out of disk ?space/i.test(text))
    return new Refusal(507, 'cms.refused.full', { cause: problem });
  if (problem instanceof GitFailed || code === 'EROFS' || code === 'EIO' || code === 'EACCES')
    return new Refusal(503, 'cms.refused.busy', { cause: problem });
  return problem;
}
