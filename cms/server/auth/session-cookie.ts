import { makeSignature } from 'better-auth/crypto';

/**
 * The names of the cookies on an origin. Over https with `__Host-`: the browser then takes them only from this very host, over https.
 * Over plain http (a computer of one's own) browsers refuse that prefix.
 */
export const cookieNames = (origin: string): { session: string; challenge: string } => {
  const prefix = origin.startsWith('https:') ? '__Host-' : '';
  return { session: `${prefix}doorstep`, challenge: `${prefix}doorstep-passkey` };
};

/** The `Cookie` header that carries a session's token, signed as better-auth signs it. */
export async function sessionCookie({ origin, secret, token }: { origin: string; secret: string; token: string }): Promise<string> {
  return `${cookieNames(origin).session}=${encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)}`;
}
