import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Strength } from './engine.ts';
import { opaque } from './person-id.ts';
import { sessionCookie } from './session-cookie.ts';
import { sessionDays } from './times.ts';

/**
 * Opens a session in the database, past all signing in: for tests, and for nothing else.
 * With strength `passkey` the person has one afterwards that no device can use, so that the session opens everything.
 * @returns the value of the `Cookie` header
 */
export async function openSession({
  database,
  origin,
  secret,
  person,
  strength,
}: {
  database: DatabaseSync;
  origin: string;
  secret: string;
  /** Id of the person. */
  person: string;
  strength: Strength;
}): Promise<string> {
  const token = randomBytes(24).toString('hex');
  const now = new Date();
  const at = now.toISOString();
  const end = new Date(now.getTime() + sessionDays * 86_400_000).toISOString();
  database
    .prepare(
      'INSERT INTO session (id, token, userId, expiresAt, createdAt, updatedAt, userAgent, strength, seenAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(opaque(24), token, person, end, at, at, 'Firefox, Linux', strength, at);
  const has = database.prepare('SELECT 1 FROM passkey WHERE userId = ?').get(person);
  if (strength === 'passkey' && !has)
    database
      .prepare(
        'INSERT INTO passkey (id, name, publicKey, userId, credentialID, counter, deviceType, backedUp, createdAt) VALUES (?, ?, ?, ?, ?, 0, ?, 0, ?)',
      )
      .run(opaque(24), 'Test', 'none', person, opaque(24), 'singleDevice', at);
  return sessionCookie({ origin, secret, token });
}
