import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** What was sent in which week, in the private database. Of an address only its hash is kept: nothing of it stays when somebody leaves. */
export interface SentReminders {
  /** Whether any week was ever dealt with. */
  isEmpty(): boolean;
  /** Whether everybody of a week has their mail. */
  isDone(week: string): boolean;
  /** `mine`: whoever asked is to send it now, and says so with `sent` or `notSent`. */
  claim(week: string, address: string, now: Date): 'mine' | 'another' | 'sent';
  sent(week: string, address: string, now: Date): void;
  notSent(week: string, address: string): void;
  done(week: string, now: Date): void;
  /** The week that was dealt with last, and how many mails were sent in it. */
  last(): { week: string; at: string; mails: number } | undefined;
}

/** Milliseconds after which somebody who began to send has died over it. */
const lease = 600_000;
/** Weeks that are remembered. */
const kept = 8;
/** Stands for everybody of a week. */
const everybody = '';

export function sentReminders(database: DatabaseSync): SentReminders {
  const keyOf = (address: string) => createHash('sha256').update(address.toLowerCase()).digest('base64url');
  const sentAt = (week: string, recipient: string) => {
    const row = database.prepare('SELECT sent FROM reminder_mails WHERE week = ? AND recipient = ?').get(week, recipient);
    return row?.['sent'] as string | null | undefined;
  };
  return {
    isEmpty: () => database.prepare('SELECT 1 FROM reminder_mails LIMIT 1').get() === undefined,
    isDone: (week) => Boolean(sentAt(week, everybody)),
    claim(week, address, now) {
      const { changes } = database
        .prepare(
          `INSERT INTO reminder_mails (week, recipient, begun) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET begun = excluded.begun WHERE sent IS NULL AND begun < ?`,
        )
        .run(week, keyOf(address), now.toISOString(), new Date(now.getTime() - lease).toISOString());
      if (changes === 1) return 'mine';
      return sentAt(week, keyOf(address)) ? 'sent' : 'another';
    },
    sent: (week, address, now) =>
      void database.prepare('UPDATE reminder_mails SET sent = ? WHERE week = ? AND recipient = ?').run(now.toISOString(), week, keyOf(address)),
    notSent: (week, address) =>
      void database.prepare('DELETE FROM reminder_mails WHERE week = ? AND recipient = ? AND sent IS NULL').run(week, keyOf(address)),
    done(week, now) {
      const at = now.toISOString();
      database.prepare('INSERT OR IGNORE INTO reminder_mails (week, recipient, begun, sent) VALUES (?, ?, ?, ?)').run(week, everybody, at, at);
      database
        .prepare('DELETE FROM reminder_mails WHERE week NOT IN (SELECT DISTINCT week FROM reminder_mails ORDER BY week DESC LIMIT ?)')
        .run(kept);
    },
    last() {
      const row = database.prepare('SELECT week, sent FROM reminder_mails WHERE recipient = ? ORDER BY week DESC LIMIT 1').get(everybody);
      if (!row) return undefined;
      const week = String(row['week']);
      const counted = database.prepare('SELECT count(*) AS mails FROM reminder_mails WHERE week = ? AND recipient <> ? AND sent IS NOT NULL');
      return { week, at: String(row['sent']), mails: Number(counted.get(week, everybody)?.['mails'] ?? 0) };
    },
  };
}
