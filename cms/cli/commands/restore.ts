import { peopleIn } from '../../server/auth/people.ts';
import { sessionsIn } from '../../server/auth/sessions.ts';
import { openDatabase } from '../../server/database.ts';
import { restoreBackup } from '../../server/keep/restore.ts';
import { parsed, type Command, type House } from './command.ts';

export const restore: Command = {
  usage: 'restore <backup> [--replace]',
  does: 'Puts a backup into the data folder, which must be empty; with --replace, what is there is moved aside first. The server must be stopped.',
  async run(args, house) {
    const { values, positionals } = parsed(args, { options: { replace: { type: 'boolean' } }, least: 1, most: 1 });
    const { manifest, before } = await restoreBackup({
      backup: positionals[0]!,
      data: house.data,
      replace: values.replace ?? false,
      now: house.now(),
    });
    // Sessions that were ended since the backup would otherwise be open again.
    const people = endAllSessions(house);
    house.terminal.say(
      [
        `${house.data.root} is as it was on ${manifest.made}, every part as its hash says.`,
        ...(before ? [`What was there before is in ${before}; remove it when you no longer need it.`] : []),
        `Everybody (${people}) has to sign in again. Whoever was removed, and whatever was taken off the site, after that moment is back: look at npm run cms -- people and at the site.`,
        'Now start the server; it publishes by itself: npm start',
      ].join('\n'),
    );
  },
};

/** Straight in the database: it must also be done where the settings of the backup cannot be read. */
function endAllSessions({ data }: House): number {
  const database = openDatabase(data.database);
  try {
    const people = peopleIn(database).all();
    for (const { id } of people) sessionsIn(database).endAll(id);
    return people.length;
  } finally {
    database.close();
  }
}
