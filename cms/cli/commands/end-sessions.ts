import { parsed, type Command } from './command.ts';
import { personBy, withPeople } from './open-house.ts';

export const endSessions: Command = {
  usage: 'end-sessions <email>',
  does: 'Signs somebody out everywhere, at once.',
  async run(args, house) {
    const { positionals } = parsed(args, { options: {}, least: 1, most: 1 });
    await withPeople(house, async ({ auth }) => {
      const person = await personBy(auth, positionals[0]!);
      const { length } = await auth.sessions(person.id);
      await auth.endAllSessions(person.id);
      house.terminal.say(`${person.name} is signed out everywhere (${length === 1 ? 'one session' : `${length} sessions`}).`);
    });
  },
};
