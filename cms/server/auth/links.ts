import type { DatabaseSync } from 'node:sqlite';
import { isAPIError } from 'better-auth/api';
import type { Person } from '../person.ts';
import { tokenHash, type AuthEngine } from './engine.ts';
import { mostLinks } from './times.ts';
import { wayOn } from '../way-on.ts';

/** Links that sign in: made, looked at, redeemed once. */
export interface Links {
  /** A token for somebody, good for ten minutes; with the page to which it leads on. */
  make(person: Person, next?: string): Promise<string>;
  /** Whether somebody has as many valid links as anybody needs. */
  enough(person: Person): boolean;
  isRedeemable(token: string): boolean;
  /** The `Set-Cookie` values and the token of the new session; undefined where the link was late, used or nobody's. */
  redeem(token: string, headers: Headers): Promise<{ cookies: string[]; sessionToken: string; next: string | undefined } | undefined>;
}

export function linksOf({ auth, database }: { auth: AuthEngine; database: DatabaseSync }): Links {
  const now = () => new Date().toISOString();
  return {
    async make({ email }, next) {
      let made: string | undefined;
      const take = (token: string) => {
        made = token;
      };
      await auth.api.signInMagicLink({ body: { email, metadata: { take } }, headers: new Headers() });
      if (made === undefined) throw new Error('better-auth made no link.');
      // Beside the token and not in the link: what a link leads to cannot be changed by whoever passes it on.
      if (next !== undefined)
        database.prepare(`UPDATE verification SET value = json_set(value, '$.next', ?) WHERE identifier = ?`).run(next, tokenHash(made));
      return made;
    },
    enough: ({ email }) => {
      const row = database
        .prepare(`SELECT count(*) AS count FROM verification WHERE json_extract(value, '$.email') = ? AND expiresAt > ?`)
        .get(email, now());
      return Number(row?.['count']) >= mostLinks;
    },
    isRedeemable: (token) =>
      database.prepare('SELECT 1 FROM verification WHERE identifier = ? AND expiresAt > ?').get(tokenHash(token), now()) !== undefined,
    async redeem(token, headers) {
      const kept = database.prepare(`SELECT json_extract(value, '$.next') AS next FROM verification WHERE identifier = ?`).get(tokenHash(token));
      try {
        const answer = await auth.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
        return { cookies: answer.headers.getSetCookie(), sessionToken: answer.response.token, next: wayOn(kept?.['next']) };
      } catch (problem) {
        if (isLate(problem)) return undefined;
        throw problem;
      }
    },
  };
}

/** better-auth tells of a late or used link, and of one whose person was removed, by leading to a page with the reason. */
const isLate = (problem: unknown): boolean => {
  if (!isAPIError(problem)) return false;
  const location = new Headers(problem.headers).get('location') ?? '';
  return /[?&]error=(INVALID_TOKEN|new_user_signup_disabled)\b/.test(location);
};
