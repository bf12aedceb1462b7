import type { Letter } from '../mail/mail.ts';
import type { Person } from '../person.ts';
import { needsPasskey } from '../roles.ts';
import type { Words } from '../words.ts';
import { linkMinutes } from './times.ts';

const paragraphs = (...lines: (string | false)[]): string => `${lines.filter((line) => line !== false).join('\n\n')}\n`;

/** The mail with a link to sign in. */
export function linkLetter({ person, link, site, words }: { person: Person; link: string; site: string; words: Words }): Letter {
  return {
    to: person.email,
    subject: words('cms.mail.link.subject', { site }),
    text: paragraphs(
      words('cms.mail.hello', { name: person.name }),
      words('cms.mail.link.text', { site, minutes: linkMinutes }),
      link,
      words('cms.mail.link.unasked'),
    ),
    until: new Date(Date.now() + linkMinutes * 60_000).toISOString(),
  };
}

/** The mail that tells somebody of their account. It holds no link that signs in: it may lie in a mailbox for weeks before it is read. */
export function invitationLetter({
  person,
  by,
  page,
  site,
  words,
}: {
  person: Person;
  by: string | undefined;
  page: string;
  site: string;
  words: Words;
}): Letter {
  return {
    to: person.email,
    subject: words('cms.mail.invitation.subject', { site }),
    text: paragraphs(
      words('cms.mail.hello', { name: person.name }),
      by === undefined ? words('cms.mail.invitation.text', { site }) : words('cms.mail.invitation.by', { by, site }),
      words('cms.mail.invitation.how', { email: person.email }),
      page,
      needsPasskey(person.role) && words('cms.mail.invitation.passkey'),
      words('cms.mail.invitation.unknown'),
    ),
  };
}
