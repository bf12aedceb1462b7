import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { isOneAddress, oneLine } from '../mail/one-line.ts';
import type { Person } from '../person.ts';
import { Refusal } from '../refusal.ts';
import { roles, type Role } from '../roles.ts';
import { newPersonId } from './person-id.ts';
import { inTransaction } from './transaction.ts';

/** A person as the database has them. */
export const personRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  desks: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  lang: z.string(),
});
const wholeRow = z.object({
  ...personRow.shape,
  // Nobody is asked at first: whoever has not switched them off gets them.
  mails: z
    .number()
    .nullable()
    .transform((mails) => mails !== 0),
});
const listedRow = z.object({ ...wholeRow.shape, lastSeen: z.string().nullable(), passkeys: z.number() });

/** Addresses are the same whatever their capitals. */
const sameAddress = (email: string): string => email.normalize('NFC').trim().toLowerCase();

/** What can be changed of a person. */
export interface PersonChange {
  role?: Role;
  desks?: readonly string[];
  lang?: string;
  name?: string;
  mails?: boolean;
}

/** The accounts: who there is, and what they may. Every method is one transaction, and knows nothing of requests. */
export interface People {
  all(): (Person & { lastSeen: string | null; passkeys: number })[];
  byId(id: string): Person | undefined;
  byEmail(email: string): Person | undefined;
  /** Somebody new, or somebody known with a new role and desks. */
  add(person: { email: string; name: string; role: Role; desks: readonly string[]; lang: string }): Person;
  change(id: string, to: PersonChange): void;
  /** Takes away the account with its sessions, passkeys and links. Done twice it is done. */
  remove(id: string): void;
}

const columns = 'id, name, email, role, desks, lang';

export function peopleIn(database: DatabaseSync): People {
  const one = (where: 'id' | 'email', value: string): Person | undefined => {
    const row = database.prepare(`SELECT ${columns}, mails FROM user WHERE ${where} = ?`).get(value);
    return row && wholeRow.parse(row);
  };

  /** To be called before the write that takes an administrator away. */
  const keepOneAdministrator = (id: string): void => {
    const others = database.prepare(`SELECT count(*) AS count FROM user WHERE role = 'administrator' AND id <> ?`).get(id);
    if (others?.['count'] === 0) throw new Refusal(422, 'cms.refused.administrator');
  };

  const apply = (person: Person, to: PersonChange): Person => {
    const next: Person = {
      ...person,
      ...to,
      name: to.name === undefined ? person.name : nameOf(to.name, person.email),
      desks: [...(to.desks ?? person.desks)],
    };
    if (person.role === 'administrator' && next.role !== 'administrator') keepOneAdministrator(person.id);
    database
      .prepare('UPDATE user SET name = ?, role = ?, desks = ?, lang = ?, mails = ?, updatedAt = ? WHERE id = ?')
      .run(next.name, next.role, JSON.stringify(next.desks), next.lang, next.mails === false ? 0 : 1, new Date().toISOString(), person.id);
    const sameRights = next.role === person.role && next.desks.toSorted().join() === person.desks.toSorted().join();
    if (!sameRights) database.prepare('DELETE FROM session WHERE userId = ?').run(person.id);
    return next;
  };

  return {
    all: () =>
      database
        .prepare(
          `SELECT ${columns}, mails, lastSeen, (SELECT count(*) FROM passkey WHERE passkey.userId = user.id) AS passkeys
           FROM user ORDER BY name COLLATE NOCASE, id`,
        )
        .all()
        .map((row) => listedRow.parse(row)),
    byId: (id) => one('id', id),
    byEmail: (email) => one('email', sameAddress(email)),
    add: ({ email: given, name, role, desks, lang }) =>
      inTransaction(database, () => {
        const email = sameAddress(given);
        if (!isOneAddress(email) || !z.email().safeParse(email).success) throw new Refusal(422, 'cms.refused.address');
        const known = one('email', email);
        if (known) return apply(known, { role, desks });
        const person: Person = { id: newPersonId(), name: nameOf(name, email), email, role, desks: [...desks], lang, mails: true };
        const now = new Date().toISOString();
        database
          .prepare(`INSERT INTO user (${columns}, emailVerified, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`)
          .run(person.id, person.name, email, role, JSON.stringify(desks), lang, now, now);
        return person;
      }),
    change: (id, to) =>
      inTransaction(database, () => {
        const person = one('id', id);
        if (!person) throw new Refusal(404, 'cms.refused.missing');
        apply(person, to);
      }),
    remove: (id) =>
      inTransaction(database, () => {
        const person = one('id', id);
        if (!person) return;
        if (person.role === 'administrator') keepOneAdministrator(id);
        database.prepare(`DELETE FROM verification WHERE json_extract(value, '$.email') = ?`).run(person.email);
        for (const table of ['session', 'passkey', 'account']) database.prepare(`DELETE FROM ${table} WHERE userId = ?`).run(id);
        database.prepare('DELETE FROM user WHERE id = ?').run(id);
      }),
  };
}

/** A name as it is shown and written into mails; who has none is called as their address begins. */
const nameOf = (name: string, email: string): string => oneLine(name).slice(0, 100) || email.split('@')[0]!;
