/** What the next mail would be, as far as one can tell now. */
export interface ReminderPreview {
  /** The Monday on which it is sent, at `sendingHour` by the clocks of the city; `null` where that of this week is being sent now. */
  monday: string | null;
  /** How many get a mail. */
  owners: number;
  guides: number;
  facts: number;
  /** Entries that nobody can be told of. */
  unreachable: number;
  /** The week that was dealt with last. */
  last: { at: string; mails: number } | undefined;
}

/** Sends each owner one mail a week about all of theirs that must be looked at again. */
export interface Reminders {
  preview(): Promise<ReminderPreview>;
  /** Sends what is to be sent by now. Done twice it is done. */
  tick(): Promise<void>;
  /** Waits for the mails under way. */
  close(): Promise<void>;
}
