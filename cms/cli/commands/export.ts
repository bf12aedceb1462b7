import { defaultContentFolder } from '../../../src/release/folders.ts';
import { inWords, isSame } from '../../server/keep/differs.ts';
import { exportContent, planExport } from '../../server/keep/export-content.ts';
import { shownDifference } from './agreed.ts';
import { parsed, type Command } from './command.ts';
import { withStore } from './open-house.ts';

export const exportCommand: Command = {
  usage: 'export [folder] [--yes]',
  does: 'Writes what is published into a content folder (content), and removes what is not. What git could not bring back is overwritten only with --yes.',
  async run(args, house) {
    const { values, positionals } = parsed(args, { options: { yes: { type: 'boolean' } }, least: 0, most: 1 });
    const folder = positionals[0] ?? house.environment.DOORSTEP_CONTENT ?? defaultContentFolder;
    await withStore(house, async (store) => {
      const { difference, unsaved } = await planExport({ store, folder });
      if (isSame(difference)) return house.terminal.say(`${folder} holds exactly what is published already.`);
      if (unsaved.length > 0 && !values.yes) {
        house.terminal.say(shownDifference('The folder would change', difference));
        throw new Error(
          `Nothing was exported: these would be lost, since no git repository has them as they are. Commit them first, or add --yes:\n${listed(unsaved)}`,
        );
      }
      await exportContent({ store, folder, difference });
      house.terminal.say(`Exported to ${folder}: ${inWords(difference)}.`);
    });
  },
};

const most = 20;
const listed = (paths: readonly string[]) =>
  [...paths.slice(0, most), ...(paths.length > most ? [`and ${paths.length - most} more`] : [])].map((path) => `  ${path}`).join('\n');
