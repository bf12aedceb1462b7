import { parsed, type Command } from './command.ts';
import { withPeople } from './open-house.ts';

export const people: Command = {
  usage: 'people',
  does: 'Lists who works here: address, role, desks, passkeys, when they were last seen.',
  async run(args, house) {
    parsed(args, { options: {}, least: 0, most: 0 });
    await withPeople(house, async ({ auth }) => {
      const rows = (await auth.people()).map(({ name, email, role, desks, passkeys, lastSeen }) => [
        email,
        name,
        role + (desks.length > 0 ? ` of ${desks.join(', ')}` : ''),
        passkeys === 0 ? 'no passkey' : passkeys === 1 ? 'one passkey' : `${passkeys} passkeys`,
        lastSeen ? `last seen ${lastSeen.slice(0, 10)}` : 'never signed in',
      ]);
      if (rows.length === 0) return house.terminal.say('Nobody has been invited yet: npm run cms -- invite administrator you@city.example');
      const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
      house.terminal.say(
        rows
          .map((row) =>
            row
              .map((cell, column) => cell.padEnd(widths[column]!))
              .join('  ')
              .trimEnd(),
          )
          .join('\n'),
      );
    });
  },
};
