import { parseArgs, type ParseArgsConfig } from 'node:util';
import { dataFolderAt, type DataFolder } from '../../server/data-folder.ts';
import type { CmsEnvironment } from '../../server/environment.ts';

export interface Terminal {
  say(text: string): void;
  complain(text: string): void;
  /** Undefined where nobody can answer. */
  ask(question: string): Promise<boolean | undefined>;
}

/** What a command works on. */
export interface House {
  environment: CmsEnvironment;
  data: DataFolder;
  terminal: Terminal;
  now: () => Date;
}

export interface Command {
  /** What follows `npm run cms -- `. */
  usage: string;
  /** One line for the list of commands. */
  does: string;
  /** Throws a sentence where it cannot be done, `WrongUse` where it was called in a way there is none of. */
  run(args: readonly string[], house: House): Promise<void>;
}

/** The command was not understood; what would be is told with it. */
export class WrongUse extends Error {}

/** Options and arguments of a command. `least` and `most` say how many arguments there may be. */
export function parsed<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  { options, least, most }: { options: T; least: number; most: number },
) {
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (problem) {
      throw new WrongUse(`${problem instanceof Error ? problem.message.split('.')[0] : String(problem)}.`, { cause: problem });
    }
  };
  const { values, positionals } = read();
  if (positionals.length < least) throw new WrongUse('Something is missing.');
  if (positionals.length > most) throw new WrongUse(`"${positionals[most]}" is more than this command takes.`);
  return { values, positionals };
}

export const houseOf = ({ environment, terminal, now }: Omit<House, 'data'>): House => ({
  environment,
  terminal,
  now,
  data: dataFolderAt(environment.DOORSTEP_CMS_DATA),
});
