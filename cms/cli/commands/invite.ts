import { isRole, needsPasskey, roles } from '../../server/roles.ts';
import { parsed, WrongUse, type Command } from './command.ts';
import { withPeople } from './open-house.ts';

export const invite: Command = {
  usage: 'invite <role> <email> [--name "Oksana Kovalenko"] [--desk studies] [--lang uk]',
  does: `Makes an account (${roles.join(', ')}), mails that it is there, and prints a link to sign in. Known addresses get the new role and desks.`,
  async run(args, house) {
    const { values, positionals } = parsed(args, {
      options: { name: { type: 'string' }, desk: { type: 'string', multiple: true }, lang: { type: 'string' } },
      least: 2,
      most: 2,
    });
    const [role = '', email = ''] = positionals;
    if (!isRole(role)) throw new WrongUse(`"${role}" is no role. There are: ${roles.join(', ')}.`);
    await withPeople(house, async ({ auth, languages, desks }) => {
      const given = values.desk ?? [];
      const unknown = given.find((desk) => !desks.includes(desk));
      if (unknown !== undefined) throw new Error(`There is no desk "${unknown}". settings/desks.yml has: ${desks.join(', ') || 'none'}.`);
      if (values.lang !== undefined && !languages.includes(values.lang))
        throw new Error(`The site does not speak "${values.lang}". It speaks: ${languages.join(', ')}.`);
      const person = await auth.invite({ email, name: values.name ?? '', role, desks: given, lang: values.lang ?? languages[0]! });
      const link = await auth.linkFor(person.email);
      const { terminal } = house;
      terminal.say(`${person.name} (${person.email}) is ${person.role}${person.desks.length > 0 ? ` of ${person.desks.join(', ')}` : ''}.`);
      if (role === 'student-editor' && person.desks.length === 0)
        terminal.say('A student editor publishes what belongs to their desk, and this one has none: add --desk.');
      terminal.say(`They sign in with this link, once, within ten minutes${needsPasskey(role) ? ', and then register a passkey' : ''}:\n${link}`);
    });
  },
};
