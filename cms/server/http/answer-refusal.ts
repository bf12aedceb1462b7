import type { Context } from 'hono';
import type { Logger } from 'pino';
import { chooseLanguage } from '../../../src/release/accept.ts';
import type { SignedIn } from '../auth/auth.ts';
import { shownFindings } from '../checks/shown-findings.ts';
import { Refusal } from '../refusal.ts';
import { leadingOn, wayOn } from '../way-on.ts';
import { wordsIn, type Languages, type Words } from '../words.ts';
import { plainPage } from './plain-page.ts';
import { refusalOf } from './refusal-of.ts';
import { errorForLog } from './request-log.ts';

/** Seconds after which one may try again where the server cannot now. */
const retryAfter = 30;

export interface RefusalAnswers {
  whoIs: (headers: Headers) => Promise<SignedIn | undefined>;
  /** Interface texts that were last known to be whole: never throws. */
  languages: () => Languages;
  /** A page of the CMS that says it. It may fail: then the sentence is said on a bare one. */
  page: (input: { request: Request; status: number; sentence: string }) => Promise<string>;
  log: Logger;
}

/** What is answered to a program: the protocol, the requests of a passkey, health. */
const isForPrograms = (path: string): boolean => path.startsWith('/api/') || path === '/health';

/** The one place where what was thrown becomes an answer: JSON or a page, in the language of whoever asked. */
export function createRefusalAnswers({ whoIs, languages, page, log }: RefusalAnswers): (problem: unknown, c: Context) => Promise<Response> {
  async function wordsFor(c: Context): Promise<{ lang: string; words: Words }> {
    const known = languages();
    const person = await whoIs(c.req.raw.headers).catch(() => undefined);
    // As the pages choose it: what the address asks for, the person's own, the browser's.
    const wanted = [c.req.query('lang'), person?.person.lang, chooseLanguage(c.req.header('accept-language'), [...known.keys()])];
    const lang = wanted.find((one) => one !== undefined && known.has(one)) ?? [...known.keys()][0]!;
    return { lang, words: wordsIn(known, lang) };
  }

  return async (problem, c) => {
    const refusal = refusalOf(problem);
    if (!refusal) log.error({ method: c.req.method, error: errorForLog(problem) }, 'unexpected');
    else if (refusal.status >= 500) log.warn({ method: c.req.method, refused: refusal.key, error: errorForLog(refusal.cause ?? refusal) }, 'refused');
    const { key = 'cms.refused.broken', values = {}, findings = [], versions, status = 500 } = refusal ?? {};
    const { lang, words } = await wordsFor(c);
    const sentence = words(key, values);
    const asPage = () => page({ request: c.req.raw, status, sentence }).catch(() => plainPage({ lang, sentence }));
    const answer = isForPrograms(c.req.path)
      ? c.json(
          {
            error: sentence,
            reason: key,
            ...(findings.length > 0 && { findings: shownFindings(findings, { lang, words }) }),
            ...(versions && { versions }),
          },
          status,
        )
      : (redirected(c, refusal) ?? c.html(await asPage(), status));
    if (refusal?.status === 429) answer.headers.set('Retry-After', String(values['seconds'] ?? retryAfter));
    if (status === 503 || status === 507) answer.headers.set('Retry-After', String(retryAfter));
    return answer;
  };
}

/** Somebody who reads a page and only has to sign in is led there, and on from there; a form is refused instead, since what was typed would be gone. */
function redirected(c: Context, refusal: Refusal | undefined): Response | undefined {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return undefined;
  const lang = c.req.query('lang');
  const query = lang && /^[a-z-]{2,12}$/.test(lang) ? `?lang=${lang}` : '';
  const address = new URL(c.req.url);
  address.searchParams.delete('lang');
  const next = wayOn(address.pathname + address.search);
  if (refusal?.status === 401) return c.redirect(leadingOn(`/sign-in${query}`, next), 303);
  if (refusal?.key === 'cms.refused.passkey') return c.redirect(leadingOn(`/sign-in/passkey${query}`, next), 303);
  return undefined;
}
