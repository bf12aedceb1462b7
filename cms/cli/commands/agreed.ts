import { inWords, type Difference } from '../../server/keep/differs.ts';
import type { Terminal } from './command.ts';

/** Paths of one kind that are shown before the rest is counted. */
const most = 15;

/** A difference as lines: `+` comes, `~` changes, `-` goes. */
export function shownDifference(head: string, difference: Difference): string {
  const kinds = [
    ['+', difference.added],
    ['~', difference.changed],
    ['-', difference.removed],
  ] as const;
  const lines = kinds.flatMap(([sign, paths]) => [
    ...paths.slice(0, most).map((path) => `  ${sign} ${path}`),
    ...(paths.length > most ? [`  ${sign} and ${paths.length - most} more`] : []),
  ]);
  return `${head} (${inWords(difference)}):\n${lines.join('\n')}`;
}

/** Whether to go on: said beforehand, or answered now. Throws a sentence where neither is possible. */
export async function agreed(terminal: Terminal, { yes, question }: { yes: boolean | undefined; question: string }): Promise<boolean> {
  if (yes) return true;
  const answer = await terminal.ask(question);
  if (answer === undefined) throw new Error('Nothing was done: nobody can answer here. Add --yes once you have seen what would change.');
  return answer;
}
