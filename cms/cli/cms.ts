import { createInterface } from 'node:readline/promises';
import { readCmsEnvironment } from '../server/environment.ts';
import { runCommand } from './commands/run-command.ts';

// Commands for whoever runs the server: npm run cms -- backup /var/backups/doorstep
const ask = async (question: string): Promise<boolean | undefined> => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
};
process.exitCode = await runCommand(process.argv.slice(2), {
  environment: readCmsEnvironment,
  terminal: { say: (text) => console.log(text), complain: (text) => console.error(text), ask },
  now: () => new Date(),
});
