import type { MailQueue } from '../mail/mail.ts';
import type { ReminderPreview } from '../reminders/reminders.ts';
import type { RunningVersion } from '../version.ts';

/** The copy of `main` elsewhere (CONTENT_REMOTE), as administrators see it. */
export interface MirrorFigures {
  state: 'current' | 'behind' | 'refused';
  /** Commits that wait for it. */
  waiting: number;
  /** What to run where the copy refuses what it is given; null where nothing needs to be done. */
  command: string | null;
}

/** In bytes. */
export interface DiskFigures {
  /** What the data folder holds. */
  used: number;
  free: number;
  total: number;
}

/** What the status page shows beside publishing: figures of the server. */
export interface Figures {
  /** Null where no copy is kept. */
  mirror(): Promise<MirrorFigures | null>;
  disk(): Promise<DiskFigures>;
  mailsWaiting(): Promise<number>;
  mails(): Promise<MailQueue>;
  /** What the next weekly mail to owners would be. */
  reminders(): Promise<ReminderPreview>;
  version(): RunningVersion;
}
