import { Refusal } from '../refusal.ts';
import type { SignedIn } from './auth.ts';
import { basePath, type AuthEngine } from './engine.ts';
import type { Sessions } from './sessions.ts';
import { freshHours } from './times.ts';

/** What a browser may ask of better-auth, and nothing else: whole paths and their methods. */
export const passkeyPaths = {
  registerOptions: `${basePath}/passkey/generate-register-options`,
  register: `${basePath}/passkey/verify-registration`,
  signInOptions: `${basePath}/passkey/generate-authenticate-options`,
  signIn: `${basePath}/passkey/verify-authentication`,
} as const;
const methods = new Map<string, 'GET' | 'POST'>([
  [passkeyPaths.registerOptions, 'GET'],
  [passkeyPaths.register, 'POST'],
  [passkeyPaths.signInOptions, 'GET'],
  [passkeyPaths.signIn, 'POST'],
]);

/** The answer of an authenticator is a few kilobytes. */
const mostBytes = 65_536;

/** Answers the passkey requests of a browser. Throws a Refusal for everything else, and for whatever better-auth does not accept. */
export function passkeyRequests({
  auth,
  origin,
  sessions,
  current,
}: {
  auth: AuthEngine;
  origin: string;
  sessions: Sessions;
  /** Whose session a request has. */
  current: (headers: Headers) => Promise<(SignedIn & { began: Date }) | undefined>;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = new URL(request.url).pathname;
    if (methods.get(path) !== request.method) throw new Refusal(404, 'cms.refused.missing');
    if (request.method === 'POST' && request.headers.get('origin') !== origin) throw new Refusal(403, 'cms.refused.origin');
    // Asked first, because it ends a session that was idle for too long: better-auth would still take it.
    const session = await current(request.headers);
    const registers = path === passkeyPaths.registerOptions || path === passkeyPaths.register;
    if (registers) mayRegister(session);

    const answer = await auth.handler(await asWeSayIt({ request, path, origin, registers }));
    if (answer.status >= 400) throw await refusalOf(answer);
    if (path === passkeyPaths.register) sessions.strengthen(session!.session);
    if (path === passkeyPaths.signIn && session) sessions.end(session.person.id, session.session);
    if (request.method === 'GET') return answer;
    // better-auth answers with the session's token, which no script may see.
    const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
    return new Response('{"ok":true}', { headers });
  };
}

/** A mailbox alone must not be enough to add a passkey beside those that are there, nor a session that was left open. */
function mayRegister(session: (SignedIn & { began: Date }) | undefined): void {
  if (!session) throw new Refusal(401, 'cms.refused.signin');
  if (session.needs === 'use-passkey') throw new Refusal(403, 'cms.refused.passkey');
  if (Date.now() - session.began.getTime() > freshHours * 3_600_000) throw new Refusal(403, 'cms.refused.fresh');
}

/** The request with our origin, the headers that matter, no query, and only those fields of its body that we mean to pass on. */
async function asWeSayIt({
  request,
  path,
  origin,
  registers,
}: {
  request: Request;
  path: string;
  origin: string;
  registers: boolean;
}): Promise<Request> {
  const headers = new Headers();
  for (const name of ['cookie', 'origin', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (request.method === 'GET') return new Request(origin + path, { headers });
  headers.set('content-type', 'application/json');
  const text = await request.text();
  if (text.length > mostBytes) throw new Refusal(413, 'cms.refused.size', { values: { most: '64 kB' } });
  const { response, name } = bodyOf(text);
  // Without what better-auth would also take, as `createSession`.
  const body = registers && typeof name === 'string' ? { response, name: name.slice(0, 80) } : { response };
  return new Request(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
}

function bodyOf(text: string): { response?: unknown; name?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below.
  }
  throw new Refusal(400, 'cms.refused.json');
}

/** What better-auth could not accept is for the person a passkey that did not work; a fault of the server stays one. */
async function refusalOf(answer: Response): Promise<Error> {
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  if (answer.status >= 500 && code !== 'FAILED_TO_VERIFY_REGISTRATION') return new Error(`A passkey request failed: ${code ?? answer.status}.`);
  return new Refusal(422, 'cms.refused.notpasskey');
}
