/** A mail in plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** ISO 8601: a letter that says something that is over by then is not sent any more. */
  until?: string;
}

/** Mails survive a crash: each is in the outbox before `send` returns, and leaves it when the mail server has taken it. */
export interface Mail {
  /** Throws where the address is none, or the outbox cannot be written. */
  send(letter: Letter): Promise<void>;
  /** Mails that wait in the outbox. Without a mail server they stay there, and are printed. */
  waiting(): Promise<number>;
  /** Ends sending; what is not sent stays in the outbox for the next start. */
  close(): Promise<void>;
}
