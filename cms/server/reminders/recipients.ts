import { z } from 'zod';
import type { Settings } from '../../../src/content-model/settings.ts';
import { isOneAddress } from '../mail/one-line.ts';
import type { Person } from '../person.ts';
import { mayWith } from '../roles.ts';
import type { Due } from './due.ts';

/** Somebody who gets one mail, about all of theirs. */
export interface Recipient {
  address: string;
  name: string;
  lang: string;
  /** Whether they have an account: then the page of an entry opens for them. */
  hasAccount: boolean;
  due: readonly Due[];
}

export interface RecipientsInput {
  due: readonly Due[];
  organisations: Settings['organisations'];
  /** Those who want mails. */
  people: readonly Pick<Person, 'name' | 'email' | 'role' | 'desks' | 'lang'>[];
  /** In which there are interface texts; the first is the city's. */
  languages: readonly string[];
}

export interface Recipients {
  recipients: Recipient[];
  /** What nobody can be told of. */
  unreachable: Due[];
}

/** The contact of an organisation is an e-mail address, a telephone number or words. */
const isAddress = (text: string | undefined): text is string => text !== undefined && isOneAddress(text) && z.email().safeParse(text).success;

type Mailbox = Omit<Recipient, 'due'>;

/**
 * Who is told of what: the organisation that owns it, at its address; whoever publishes for its desk; and where neither can be reached, whoever may publish it.
 * One mail for one address, however many organisations and people have it.
 */
export function recipientsOf({ due, organisations, people, languages }: RecipientsInput): Recipients {
  const known = (lang: string) => (languages.includes(lang) ? lang : languages[0]!);
  const boxOfPerson = ({ name, email, lang }: RecipientsInput['people'][number]): Mailbox => ({
    address: email,
    name,
    lang: known(lang),
    hasAccount: true,
  });
  const boxesOf = ({ name: { collection }, owner, desk }: Due): Mailbox[] => {
    const who = (relation: 'desk' | 'other') => people.filter(({ role }) => mayWith(role, 'publish', { collection, kind: 'original', relation }));
    const organisation = organisations.find(({ id }) => id === owner);
    const own: Mailbox[] =
      organisation && isAddress(organisation.contact)
        ? [
            {
              address: organisation.contact,
              name: organisation.name,
              lang: organisation.languages.find((lang) => languages.includes(lang)) ?? languages[0]!,
              hasAccount: false,
            },
          ]
        : [];
    const ofDesk = desk === undefined ? [] : who('desk').filter(({ desks }) => desks.includes(desk));
    const reached = [...own, ...ofDesk.map(boxOfPerson)];
    return reached.length > 0 ? reached : who('other').map(boxOfPerson);
  };

  const boxes = new Map<string, Recipient & { due: Due[] }>();
  const unreachable: Due[] = [];
  for (const one of due) {
    const found = boxesOf(one);
    if (found.length === 0) unreachable.push(one);
    for (const box of found) {
      const key = box.address.toLowerCase();
      const before = boxes.get(key);
      // Whoever has an account is spoken to as themselves, also where an organisation gives their address as its own.
      const after = before && (before.hasAccount || !box.hasAccount) ? before : { ...box, due: before?.due ?? [] };
      if (!after.due.includes(one)) after.due.push(one);
      boxes.set(key, after);
    }
  }
  return { recipients: [...boxes.values()].toSorted((a, b) => (a.address < b.address ? -1 : 1)), unreachable };
}
