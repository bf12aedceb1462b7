import { parsed, type Command } from './command.ts';
import { personBy, withPeople } from './open-house.ts';

export const signIn: Command = {
  usage: 'sign-in <email>',
  does: 'Prints a new link with which somebody signs in, once, within ten minutes.',
  async run(args, house) {
    const { positionals } = parsed(args, { options: {}, least: 1, most: 1 });
    await withPeople(house, async ({ auth }) => {
      const person = await personBy(auth, positionals[0]!);
      house.terminal.say(`${person.name} signs in with this link, once, within ten minutes:\n${await auth.linkFor(person.email)}`);
    });
  },
};
