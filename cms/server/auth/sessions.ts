import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { needsPasskey } from '../roles.ts';
import type { SessionInfo, SignedIn } from './auth.ts';
import type { Strength } from './engine.ts';
import { personRow } from './people.ts';
import { idleHours } from './times.ts';

const sessionRow = z.object({
  ...personRow.shape,
  strength: z.enum(['link', 'passkey']),
  createdAt: z.string(),
  seenAt: z.string(),
  passkeys: z.number(),
});
const listedRow = z.object({ id: z.string(), createdAt: z.string(), seenAt: z.string(), userAgent: z.string().nullable() });

/** Being there is written down once a minute, not at every request: each write waits for the disk. */
const seenEvery = 60_000;

/** The sessions in the database. */
export interface Sessions {
  /** Who has a session, and when it began; nobody where it was idle for too long, which ends it. */
  use(id: string): (SignedIn & { began: Date }) | undefined;
  strengthen(id: string): void;
  of(person: string, current?: string): SessionInfo[];
  end(person: string, id: string): void;
  endAll(person: string): void;
  /** Takes away what is over. */
  sweep(): void;
}

export function sessionsIn(database: DatabaseSync): Sessions {
  const idleSince = () => new Date(Date.now() - idleHours * 3_600_000).toISOString();
  const read = database.prepare(
    `SELECT user.id, user.name, user.email, user.role, user.desks, user.lang, session.strength, session.createdAt, session.seenAt,
            (SELECT count(*) FROM passkey WHERE passkey.userId = user.id) AS passkeys
     FROM session JOIN user ON user.id = session.userId WHERE session.id = ? AND session.expiresAt > ?`,
  );

  const see = (session: string, person: string, seenAt: string): void => {
    if (Date.now() - Date.parse(seenAt) < seenEvery) return;
    const now = new Date().toISOString();
    try {
      database.prepare('UPDATE session SET seenAt = ? WHERE id = ?').run(now, session);
      database.prepare('UPDATE user SET lastSeen = ? WHERE id = ?').run(now, person);
    } catch {
      // A full or busy disk does not lock anybody out: the session only seems a little older.
    }
  };

  return {
    use(id) {
      const found = read.get(id, new Date().toISOString());
      if (!found) return undefined;
      const { strength, createdAt, seenAt, passkeys, ...person } = sessionRow.parse(found);
      if (seenAt < idleSince()) {
        database.prepare('DELETE FROM session WHERE id = ?').run(id);
        return undefined;
      }
      see(id, person.id, seenAt);
      return { person, session: id, needs: needsOf({ passkeyWanted: needsPasskey(person.role), passkeys, strength }), began: new Date(createdAt) };
    },
    strengthen: (id) => void database.prepare(`UPDATE session SET strength = 'passkey' WHERE id = ?`).run(id),
    of: (person, current) =>
      database
        .prepare('SELECT id, createdAt, seenAt, userAgent FROM session WHERE userId = ? AND expiresAt > ? AND seenAt >= ? ORDER BY seenAt DESC, id')
        .all(person, new Date().toISOString(), idleSince())
        .map((row) => listedRow.parse(row))
        .map(({ id, createdAt, seenAt, userAgent }) => ({ id, began: createdAt, seen: seenAt, device: userAgent ?? '', current: id === current })),
    end: (person, id) => void database.prepare('DELETE FROM session WHERE userId = ? AND id = ?').run(person, id),
    endAll: (person) => void database.prepare('DELETE FROM session WHERE userId = ?').run(person),
    sweep() {
      const now = new Date().toISOString();
      database.prepare('DELETE FROM session WHERE expiresAt <= ? OR seenAt < ?').run(now, idleSince());
      database.prepare('DELETE FROM verification WHERE expiresAt <= ?').run(now);
    },
  };
}

const needsOf = ({ passkeyWanted, passkeys, strength }: { passkeyWanted: boolean; passkeys: number; strength: Strength }): SignedIn['needs'] => {
  if (!passkeyWanted) return 'nothing';
  if (passkeys === 0) return 'register-passkey';
  return strength === 'passkey' ? 'nothing' : 'use-passkey';
};
