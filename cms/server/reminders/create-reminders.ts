import type { DatabaseSync } from 'node:sqlite';
import { daysBetween } from '../../../src/content-model/days.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { today } from '../../../src/release/today.ts';
import type { Auth } from '../auth/auth.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Mail } from '../mail/mail.ts';
import { wordsIn, type Languages } from '../words.ts';
import { dueOn } from './due.ts';
import { reminderLetter } from './letter.ts';
import { recipientsOf, type Recipients } from './recipients.ts';
import type { Reminders } from './reminders.ts';
import { sentReminders } from './sent.ts';
import { daysAfter, weekOf } from './week.ts';

export interface RemindersInput {
  database: DatabaseSync;
  content: Pick<MainContent, 'current' | 'day'>;
  mail: Pick<Mail, 'send'>;
  auth: Pick<Auth, 'people'>;
  /** The interface texts; the first language is the city's. */
  languages: () => Languages;
  siteName: (lang: string) => string;
  siteOrigin: string;
  cmsOrigin: string;
  now?: () => Date;
  /** Calls back now and then; returns what ends it. */
  every?: (tick: () => void) => () => void;
  /** Gets a sentence for the log, without addresses and texts. */
  tell?: (sentence: string) => void;
}

const aMinute = (tick: () => void) => {
  const timer = setInterval(tick, 60_000);
  timer.unref();
  return () => clearInterval(timer);
};

export function createReminders(input: RemindersInput): Reminders {
  const { database, content, mail, auth, languages, siteName, siteOrigin, cmsOrigin } = input;
  const { now = () => new Date(), every = aMinute, tell = () => undefined } = input;
  const sent = sentReminders(database);
  let done: string | undefined;
  let closed = false;
  let running: Promise<void> | undefined;

  async function recipientsOn(graph: Graph, day: string): Promise<Recipients> {
    const people = (await auth.people()).filter(({ mails }) => mails !== false);
    return recipientsOf({ due: dueOn(graph, day), organisations: graph.settings.organisations, people, languages: [...languages().keys()] });
  }

  /** Returns whether everybody of the week has their mail. */
  async function sendAll(graph: Graph, week: string): Promise<boolean> {
    const { recipients } = await recipientsOn(graph, await content.day());
    const until = new Date(now().getTime() + 7 * 86_400_000);
    const contact = graph.settings.site.contact.email;
    let all = true;
    for (const recipient of recipients) {
      if (closed) return false;
      const claimed = sent.claim(week, recipient.address, now());
      if (claimed === 'another') all = false;
      if (claimed !== 'mine') continue;
      const words = wordsIn(languages(), recipient.lang);
      try {
        await mail.send(reminderLetter({ recipient, words, site: siteName(recipient.lang), contact, siteOrigin, cmsOrigin, until }));
        sent.sent(week, recipient.address, now());
      } catch (problem) {
        all = false;
        sent.notSent(week, recipient.address);
        tell(`A weekly mail could not be written (${(problem as { code?: string }).code ?? (problem as Error).name}); it is tried again.`);
      }
    }
    return all;
  }

  async function look(): Promise<void> {
    const { graph } = await content.current();
    if (!graph) return;
    const week = weekOf(now(), graph.settings.site.timeZone);
    if (done === week) return;
    // A city that has just begun is not written to at its first start, but on its first Monday.
    if (sent.isDone(week) || sent.isEmpty() || (await sendAll(graph, week))) {
      sent.done(week, now());
      done = week;
    }
  }

  const tick = (): Promise<void> =>
    (running ??= look()
      .catch((problem: unknown) => tell(`The weekly mails could not be looked after: ${(problem as Error).name}.`))
      .finally(() => (running = undefined)));
  const endTicking = every(() => void tick());

  return {
    tick,
    async preview() {
      const { graph } = await content.current();
      const last = sent.last();
      const at = last && { at: last.at, mails: last.mails };
      if (!graph) return { monday: null, owners: 0, guides: 0, facts: 0, unreachable: 0, last: at };
      const { timeZone } = graph.settings.site;
      const week = weekOf(now(), timeZone);
      const monday = sent.isDone(week) || sent.isEmpty() ? daysAfter(week, 7) : null;
      const ahead = monday === null ? 0 : daysBetween(today(timeZone, now()), monday);
      const { recipients, unreachable } = await recipientsOn(graph, daysAfter(await content.day(), ahead));
      const due = new Set(recipients.flatMap(({ due: own }) => own));
      const count = (collection: string) => [...due].filter(({ name }) => name.collection === collection).length;
      return { monday, owners: recipients.length, guides: count('guides'), facts: count('facts'), unreachable: unreachable.length, last: at };
    },
    async close() {
      closed = true;
      endTicking();
      await running;
    },
  };
}
