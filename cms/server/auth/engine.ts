import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { magicLink } from 'better-auth/plugins/magic-link';
import { deviceWords } from './device-words.ts';
import { newPersonId, opaque } from './person-id.ts';
import { cookieNames } from './session-cookie.ts';
import { linkMinutes, sessionDays } from './times.ts';

/** How a session was opened. */
export type Strength = 'link' | 'passkey';

/** What is kept of a token: whoever reads the database cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Where better-auth's own paths begin. */
export const basePath = '/api/auth';

/**
 * better-auth, set up as the CMS wants it: people who are invited, links by mail, passkeys. Its tables are made, or brought up to date, in `database`.
 * Fields of ours cannot be set by a request (`input: false`); neither the address nor the name of a browser's version is stored.
 */
export async function authEngine({
  database,
  origin,
  secret,
  siteName,
}: {
  database: DatabaseSync;
  origin: string;
  secret: string;
  siteName: string;
}) {
  const names = cookieNames(origin);
  const secure = origin.startsWith('https:');
  const auth = betterAuth({
    baseURL: origin,
    basePath,
    secret,
    appName: siteName,
    database,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Where the whole server limits requests; by better-auth it would be by address.
    rateLimit: { enabled: false },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        desks: { type: 'string', required: true, input: false },
        lang: { type: 'string', required: true, input: false },
        lastSeen: { type: 'date', required: false, input: false },
        mails: { type: 'boolean', required: false, input: false },
      },
    },
    session: {
      // The absolute end. Being idle is looked after in sessions.ts: by better-auth, each renewal would need a new cookie.
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        strength: { type: 'string', required: true, input: false, defaultValue: 'link' },
        seenAt: { type: 'date', required: true, input: false, defaultValue: () => new Date() },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session, context) => {
            const strength: Strength = context?.path === '/passkey/verify-authentication' ? 'passkey' : 'link';
            return Promise.resolve({ data: { ...session, ipAddress: null, userAgent: deviceWords(session.userAgent ?? ''), strength } });
          },
          after: async (session) => {
            database.prepare('UPDATE user SET lastSeen = ? WHERE id = ?').run(new Date().toISOString(), session.userId);
          },
        },
      },
    },
    advanced: {
      database: { generateId: ({ model }) => (model === 'user' ? newPersonId() : opaque(24)) },
      ipAddress: { disableIpTracking: true },
      // Said outright, since better-auth leaves them out where it takes its surroundings for a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // Names and attributes are ours: `__Host-` in front, which better-auth's own setting would make `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: names.session,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: names.session }, [names.challenge]: { name: names.challenge } },
    },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: (token) => Promise.resolve(tokenHash(token)) },
        sendMagicLink: ({ token, metadata }) => {
          (metadata as { take: (token: string) => void }).take(token);
        },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: siteName,
        origin,
        registration: { requireSession: true },
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
        advanced: { webAuthnChallengeCookie: names.challenge },
      }),
    ],
  });
  await (await getMigrations(auth.options)).runMigrations();
  const { adapter } = await auth.$context;
  // better-auth would open transactions that last over several turns, on the connection by which the rest of the server writes: what others wrote
  // in between would be part of them. Each of its statements stands for itself instead; a link is used up by a single one.
  adapter.transaction = (work) => work(adapter);
  return auth;
}

export type AuthEngine = Awaited<ReturnType<typeof authEngine>>;
