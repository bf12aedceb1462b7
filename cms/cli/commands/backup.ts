import { makeBackup, removeOldBackups } from '../../server/keep/backup.ts';
import { bytesInWords } from '../../server/keep/disk.ts';
import { parsed, WrongUse, type Command } from './command.ts';
import { needDataFolder } from './open-house.ts';

export const backup: Command = {
  usage: 'backup <folder> [--keep 14]',
  does: 'Writes a backup of all that cannot be made again into the folder, also while the server runs; with --keep, older ones beyond that many are removed.',
  async run(args, house) {
    const { values, positionals } = parsed(args, { options: { keep: { type: 'string' } }, least: 1, most: 1 });
    const into = positionals[0]!;
    const keep = values.keep === undefined ? undefined : Number(values.keep);
    if (keep !== undefined && (!Number.isInteger(keep) || keep < 1))
      throw new WrongUse(`--keep wants how many backups to keep, such as 14; found "${values.keep}".`);
    needDataFolder(house);
    const { folder, bytes, drafts, releases, heldUp } = await makeBackup({ data: house.data, into, now: house.now() });
    const removed = keep === undefined ? [] : await removeOldBackups({ folder: into, keep });
    house.terminal.say(
      `${folder}: ${bytesInWords(bytes)}, with everything published, ${count(drafts, 'draft')} and ${count(releases, 'release')} to go back to. Saves waited ${Math.ceil(heldUp)} ms.` +
        (removed.length > 0 ? ` Removed ${count(removed.length, 'older backup')}.` : ''),
    );
  },
};

const count = (number: number, one: string) => `${number === 0 ? 'no' : number} ${number === 1 ? one : `${one}s`}`;
