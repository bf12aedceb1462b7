import type { Person } from '../person.ts';
import type { Role } from '../roles.ts';

/** Who makes a request, and how far their session goes. */
export interface SignedIn {
  person: Person;
  /** Opaque id of the session, for lists; not the secret in the cookie. */
  session: string;
  /** What this session needs before it opens anything but the page for it: editors and administrators register a passkey once, then use it in each session. */
  needs: 'nothing' | 'register-passkey' | 'use-passkey';
}

export interface SessionInfo {
  id: string;
  began: string;
  /** ISO 8601. */
  seen: string;
  /** Browser and system in words, as "Firefox, Android"; never an address. */
  device: string;
  current: boolean;
}

export interface PasskeyInfo {
  id: string;
  name: string;
  added: string;
}

/** Signing in, by better-auth underneath; only this folder knows it. */
export interface Auth {
  /** Nobody where there is no session, it was ended, or its person was removed. */
  whoIs(headers: Headers): Promise<SignedIn | undefined>;

  /** Sends a link, if somebody has this address; `next` is the page it leads on to, kept here and not in the link. Returns at once and the same for everybody; the mail goes afterwards. */
  requestLink(input: { email: string; lang: string; next?: string | undefined }): void;
  /** Makes a link (the whole address) for somebody and gives it back instead of mailing it: for the terminal of whoever runs the server. */
  linkFor(email: string): Promise<string | undefined>;
  /** Whether a link could still be redeemed; redeems nothing, so a mail scanner may ask. */
  isRedeemable(token: string): Promise<boolean>;
  /** Opens a session and ends the one that this browser had. Of many at once exactly one succeeds; a late or used token gives undefined. `next` is the page that was asked for with the link. */
  redeem(token: string, headers: Headers): Promise<{ cookies: readonly string[]; signedIn: SignedIn; next: string | undefined } | undefined>;
  signOut(headers: Headers): Promise<readonly string[]>;

  /** The passkey requests of the browser (`passkeyPaths`), and no other endpoint of better-auth. Answers `{"ok":true}` or options; else it throws a Refusal. */
  handlePasskey(request: Request): Promise<Response>;
  passkeys(person: string): Promise<PasskeyInfo[]>;
  removePasskey(person: string, id: string): Promise<void>;

  sessions(person: string, current?: string): Promise<SessionInfo[]>;
  endSession(person: string, session: string): Promise<void>;
  endAllSessions(person: string): Promise<void>;

  /** Makes an account and mails that it is there (from `by`, where somebody invited). Known addresses get the new role and desks. */
  invite(input: {
    email: string;
    name: string;
    role: Role;
    desks: readonly string[];
    lang: string;
    by?: Person;
    /** Tells them nothing: for who is told in another way. */
    unmailed?: boolean;
  }): Promise<Person>;
  people(): Promise<(Person & { lastSeen: string | null; passkeys: number })[]>;
  person(id: string): Promise<Person | undefined>;
  /** A change of role or desks ends their sessions; one of name or language does not. Throws where it would leave no administrator. */
  change(id: string, to: { role?: Role; desks?: readonly string[]; lang?: string; name?: string; mails?: boolean }): Promise<void>;
  remove(id: string): Promise<void>;
  /** For somebody who lost theirs: ends their sessions, and their next link lets them register another. */
  resetPasskeys(id: string): Promise<void>;
  /** Waits for the mails that were asked for. */
  close(): Promise<void>;
}
