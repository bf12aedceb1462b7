import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Mail } from '../mail/mail.ts';
import { wordsIn, type Languages } from '../words.ts';
import type { Auth, SignedIn } from './auth.ts';
import { authEngine } from './engine.ts';
import { invitationLetter, linkLetter } from './letters.ts';
import { linksOf } from './links.ts';
import { passkeyRequests } from './passkey-requests.ts';
import { peopleIn } from './people.ts';
import { sessionsIn } from './sessions.ts';
import { inTransaction } from './transaction.ts';

/** What signing in needs of the rest of the server. */
export interface AuthNeeds {
  /** The private database; better-auth's tables are made in it. */
  database: DatabaseSync;
  mail: Pick<Mail, 'send'>;
  /** The origin of the CMS: what passkeys and cookies are bound to, and what links begin with. */
  origin: string;
  /** What cookies are signed with, at least 32 characters. */
  secret: string;
  /** The name of the site in a language. */
  siteName: (lang: string) => string;
  /** The interface texts, as they are published at the moment of the call. */
  languages: () => Languages;
  /** Gets a sentence for the log, without addresses and texts. */
  tell?: (sentence: string) => void;
}

/** How long after the answer to a request for a link the work for it begins, in milliseconds: its length must not be felt in the answer. */
const afterTheAnswer = 50;

/** Cookies that are remembered. */
const mostVerified = 5000;

const passkeyRow = z.object({ id: z.string(), name: z.string().nullable(), createdAt: z.string().nullable() });

/** Signing in by better-auth. */
export async function createAuth({ database, mail, origin, secret, siteName, languages, tell = () => {} }: AuthNeeds): Promise<Auth> {
  const firstLanguage = () => [...languages().keys()][0]!;
  const auth = await authEngine({ database, origin, secret, siteName: siteName(firstLanguage()) });
  const people = peopleIn(database);
  const sessions = sessionsIn(database);
  const links = linksOf({ auth, database });
  sessions.sweep();

  const knownLanguage = (lang: string) => (languages().has(lang) ? lang : firstLanguage());
  const linkWith = (token: string) => `${origin}/sign-in/link?token=${token}`;

  /** Whose session a cookie is, once its signature was verified; whether that session is still good is asked every time. */
  const verified = new Map<string, string>();
  const current = async (headers: Headers) => {
    const cookie = headers.get('cookie');
    if (!cookie) return undefined;
    const known = verified.get(cookie);
    if (known) return sessions.use(known);
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (!found) return undefined;
    if (verified.size >= mostVerified) verified.clear();
    verified.set(cookie, found.session.id);
    return sessions.use(found.session.id);
  };
  const withoutTimes = ({ person, session, needs }: SignedIn): SignedIn => ({ person, session, needs });

  /** Links are mailed one after the other: a thousand requests at once cannot outrun the count of links, nor fill the disk's queue. */
  let mailing = Promise.resolve();
  const mailLink = async ({ email, lang, next }: { email: string; lang: string; next: string | undefined }): Promise<void> => {
    sessions.sweep();
    const person = people.byEmail(email);
    if (!person || links.enough(person)) return;
    const link = linkWith(await links.make(person, next));
    await mail.send(linkLetter({ person, link, site: siteName(lang), words: wordsIn(languages(), lang) }));
  };

  return {
    async whoIs(headers) {
      const found = await current(headers);
      return found && withoutTimes(found);
    },

    requestLink({ email, lang, next }) {
      const answered = new Promise((then) => setTimeout(then, afterTheAnswer));
      mailing = mailing
        .then(() => answered)
        .then(() => mailLink({ email, lang: knownLanguage(lang), next }))
        .catch((problem: unknown) =>
          tell(`A link to sign in could not be mailed (${(problem as { code?: string }).code ?? (problem as Error).name}).`),
        );
    },
    async linkFor(email) {
      const person = people.byEmail(email);
      return person && linkWith(await links.make(person));
    },
    isRedeemable: (token) => Promise.resolve(links.isRedeemable(token)),
    async redeem(token, headers) {
      const before = await current(headers);
      const redeemed = await links.redeem(token, headers);
      if (!redeemed) return undefined;
      if (before) sessions.end(before.person.id, before.session);
      const row = database.prepare('SELECT id, userId FROM session WHERE token = ?').get(redeemed.sessionToken);
      const signedIn = row && sessions.use(String(row['id']));
      return signedIn && { cookies: redeemed.cookies, signedIn: withoutTimes(signedIn), next: redeemed.next };
    },
    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },

    handlePasskey: passkeyRequests({ auth, origin, sessions, current }),
    passkeys: (person) =>
      Promise.resolve(
        database
          .prepare('SELECT id, name, createdAt FROM passkey WHERE userId = ? ORDER BY createdAt, id')
          .all(person)
          .map((row) => passkeyRow.parse(row))
          .map(({ id, name, createdAt }) => ({ id, name: name ?? '', added: createdAt ?? '' })),
      ),
    removePasskey: async (person, id) => void database.prepare('DELETE FROM passkey WHERE userId = ? AND id = ?').run(person, id),

    sessions: async (person, of) => sessions.of(person, of),
    endSession: async (person, session) => sessions.end(person, session),
    endAllSessions: async (person) => sessions.endAll(person),

    async invite({ by, unmailed, ...given }) {
      const person = people.add({ ...given, lang: knownLanguage(given.lang) });
      if (unmailed) return person;
      const words = wordsIn(languages(), person.lang);
      await mail.send(invitationLetter({ person, by: by?.name, page: `${origin}/sign-in`, site: siteName(person.lang), words }));
      return person;
    },
    people: async () => people.all(),
    person: async (id) => people.byId(id),
    change: async (id, to) => people.change(id, to.lang === undefined ? to : { ...to, lang: knownLanguage(to.lang) }),
    remove: async (id) => people.remove(id),
    resetPasskeys: async (id) =>
      inTransaction(database, () => {
        database.prepare('DELETE FROM passkey WHERE userId = ?').run(id);
        sessions.endAll(id);
      }),
    close: () => mailing,
  };
}
