import { reportFindings } from '../../../src/cli/report-findings.ts';
import { inWords, isSame } from '../../server/keep/differs.ts';
import { defaultContentFolder } from '../../../src/release/folders.ts';
import { importContent, planImport } from '../../server/keep/move-content.ts';
import { parsed, type Command } from './command.ts';
import { agreed, shownDifference } from './agreed.ts';
import { withStore } from './open-house.ts';

export const importCommand: Command = {
  usage: 'import [folder] [--yes] [--force]',
  does: 'Makes the CMS hold and publish what a content folder (content) holds: shows what would change and asks first, or needs --yes. Errors stop it, unless --force.',
  async run(args, house) {
    const { values, positionals } = parsed(args, { options: { yes: { type: 'boolean' }, force: { type: 'boolean' } }, least: 0, most: 1 });
    const folder = positionals[0] ?? house.environment.DOORSTEP_CONTENT ?? defaultContentFolder;
    const { terminal } = house;
    await withStore(house, async (store) => {
      const plan = await planImport({ store, folder, day: house.environment.DOORSTEP_DAY });
      if (plan.folder.others.length > 0) terminal.say(`Left where they are, since the CMS keeps no such files: ${plan.folder.others.join(', ')}`);
      if (isSame(plan.difference)) return terminal.say('The CMS holds exactly this already.');
      if (plan.folder.files.size === 0) throw new Error(`${folder} holds no content, and the site would be empty.`);
      const { errors } = reportFindings(plan.findings, {
        errorsOnly: true,
        folder,
        screen: { write: (text: string) => text && terminal.say(text.trimEnd()) },
      });
      if (errors > 0 && !values.force)
        throw new Error(
          `Nothing was imported: ${errors === 1 ? 'one error' : `${errors} errors`} to mend first. (--force imports all the same; what has errors is not shown.)`,
        );
      terminal.say(shownDifference('The CMS would change', plan.difference));
      if (!(await agreed(terminal, { yes: values.yes, question: 'Import this?' }))) return terminal.say('Nothing was imported.');
      await importContent(store, plan);
      terminal.say(
        `Imported: ${inWords(plan.difference)}. A running server publishes it within seconds, a stopped one when it starts. Drafts stay as they are.`,
      );
    });
  },
};
