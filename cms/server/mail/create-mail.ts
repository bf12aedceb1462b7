import { mkdirSync } from 'node:fs';
import { deliver, usualPatience, type Patience } from './delivery.ts';
import type { Letter, Mail } from './mail.ts';
import { isOneAddress, oneLine } from './one-line.ts';
import { outboxAt } from './outbox.ts';
import { smtpCarrier } from './smtp-carrier.ts';

/** Without a mail server nothing empties the outbox; this many of the newest letters are kept. */
const newest = 500;

/** What sends mails of the CMS. */
export interface MailNeeds {
  /** The folder in which letters wait. */
  outbox: string;
  /** A mail server, such as smtps://user:password@mail.city.example:465; without one, letters are printed and stay in the outbox. */
  smtpUrl?: string | undefined;
  /** The sender, such as "Doorstep <welcome@city.example>". */
  from: string;
  /** Shows a letter to whoever runs the server, where there is no mail server. Never the log: letters hold links that sign in. */
  print: (text: string) => void;
  /** Gets a sentence for the log, without addresses and texts. */
  tell?: (sentence: string) => void;
  /** False in a command beside the server: it puts letters into the outbox, and the server sends them. */
  delivers?: boolean;
  patience?: Partial<Patience>;
}

/** Mails by way of an outbox on the disk: who sends one waits for the disk, never for the mail server. */
export function createMail({ outbox: folder, smtpUrl, from, print, tell = () => {}, delivers = true, patience = {} }: MailNeeds): Mail {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const outbox = outboxAt(folder);
  const delivery =
    smtpUrl !== undefined && delivers
      ? deliver({ outbox, newest, carry: smtpCarrier({ url: smtpUrl, from }), patience: { ...usualPatience, ...patience }, tell })
      : undefined;
  return {
    async send(letter) {
      if (!isOneAddress(letter.to)) throw new Error('A letter needs exactly one e-mail address to go to.');
      const safe: Letter = { ...letter, subject: oneLine(letter.subject) };
      await outbox.put(safe);
      delivery?.wake();
      if (smtpUrl !== undefined) return;
      print(`To: ${safe.to}\nSubject: ${safe.subject}\n\n${safe.text}\n`);
      await outbox.tidy({ newest, waiting: true });
    },
    waiting: async () => (await outbox.names()).length,
    async queue() {
      const [names, givenUp] = await Promise.all([outbox.names(), outbox.givenUp()]);
      const [first] = names;
      const letter = first === undefined ? undefined : await outbox.read(first);
      const { count = 0, reason } = delivery?.failing() ?? {};
      return {
        ...{ waiting: names.length, givenUp, reason },
        oldest: typeof letter === 'object' ? letter.at : undefined,
        failing: Math.min(count, names.length),
        sends: smtpUrl !== undefined,
      };
    },
    close: async () => delivery?.close(),
  };
}
