import { parsed, type Command } from './command.ts';
import { personBy, withPeople } from './open-house.ts';

export const resetPasskeys: Command = {
  usage: 'reset-passkeys <email>',
  does: 'For somebody who lost their passkey: takes all of theirs away, ends their sessions, and prints a link with which they register another. Be sure who asks.',
  async run(args, house) {
    const { positionals } = parsed(args, { options: {}, least: 1, most: 1 });
    await withPeople(house, async ({ auth }) => {
      const person = await personBy(auth, positionals[0]!);
      await auth.resetPasskeys(person.id);
      house.terminal.say(
        `${person.name} has no passkey now, and is signed out everywhere. With this link, once, within ten minutes, they sign in and register another:\n${await auth.linkFor(person.email)}`,
      );
    });
  },
};
