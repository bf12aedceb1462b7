/** A mail in plain text. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Mails survive a crash: each is in the outbox before `send` returns, and leaves it when the mail server has taken it. */
export interface Mail {
  send(letter: Letter): Promise<void>;
  /** Mails that wait in the outbox. Without a mail server they stay there, and are printed. */
  waiting(): Promise<number>;
  close(): Promise<void>;
}
