import type { CmsEnvironment } from '../../server/environment.ts';
import { backup } from './backup.ts';
import { houseOf, WrongUse, type Command, type House, type Terminal } from './command.ts';
import { endSessions } from './end-sessions.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { invite } from './invite.ts';
import { people } from './people.ts';
import { resetPasskeys } from './reset-passkeys.ts';
import { restore } from './restore.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';

/** Every command, in the order in which they are listed. */
export const commands: Readonly<Record<string, Command>> = {
  status,
  backup,
  restore,
  import: importCommand,
  export: exportCommand,
  people,
  invite,
  'sign-in': signIn,
  'reset-passkeys': resetPasskeys,
  'end-sessions': endSessions,
};

const indented = (command: Command) => `  npm run cms -- ${command.usage}\n      ${command.does}`;
const list = () =>
  `Commands for whoever runs the server:\n\n${Object.values(commands).map(indented).join('\n')}\n\nThe data folder is .data, or what DOORSTEP_CMS_DATA says.`;

/** Runs one command. @returns the status to end with: 0 where it was done, 1 where it was not, 2 where it was not understood */
export async function runCommand(
  [name, ...args]: readonly string[],
  { environment, terminal, now }: { environment: () => CmsEnvironment; terminal: Terminal; now: House['now'] },
): Promise<0 | 1 | 2> {
  if (name === undefined || name === 'help' || name === '--help') {
    terminal.say(list());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  if (!command) {
    terminal.complain(`There is no command "${name}".\n\n${list()}`);
    return 2;
  }
  if (args.includes('--help')) {
    terminal.say(indented(command));
    return 0;
  }
  try {
    await command.run(args, houseOf({ environment: environment(), terminal, now }));
    return 0;
  } catch (problem) {
    terminal.complain(problem instanceof Error ? problem.message : String(problem));
    if (!(problem instanceof WrongUse)) return 1;
    terminal.complain(`\n${indented(command)}`);
    return 2;
  }
}
