/** A mail in plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** ISO 8601: a letter that says something that is over by then is not sent any more. */
  until?: string;
}

/** How it stands with the letters in the outbox. */
export interface MailQueue {
  waiting: number;
  /** When the one that has waited longest was written, ISO 8601. */
  oldest: string | undefined;
  /** Of those that wait, how many were tried and not taken. */
  failing: number;
  /** Why the last one was not taken: the code of the mail server, or of what kept it from being reached. */
  reason: string | undefined;
  /** Letters that were given up; they lie in the outbox for somebody to look at. */
  givenUp: number;
  /** False without a mail server: letters are printed, and stay. */
  sends: boolean;
}

/** Mails survive a crash: each is in the outbox before `send` returns, and leaves it when the mail server has taken it. */
export interface Mail {
  /** Throws where the address is none, or the outbox cannot be written. */
  send(letter: Letter): Promise<void>;
  /** Mails that wait in the outbox. Without a mail server they stay there, and are printed. */
  waiting(): Promise<number>;
  queue(): Promise<MailQueue>;
  /** Ends sending; what is not sent stays in the outbox for the next start. */
  close(): Promise<void>;
}
