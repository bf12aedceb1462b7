import { createMiddleware } from 'hono/factory';
import { directionOf } from '../../../src/content-model/locales.ts';
import { chooseLanguage } from '../../../src/release/accept.ts';
import type { Auth, SignedIn } from '../auth/auth.ts';
import { Refusal } from '../refusal.ts';
import { wayOn } from '../way-on.ts';
import { wordsIn, type Words } from '../words.ts';
import type { SiteFace } from './site-face.ts';

/** One request for a page: who asks, in which language they are answered. */
export interface Visit {
  lang: string;
  dir: 'ltr' | 'rtl';
  say: Words;
  face: SiteFace;
  signedIn: SignedIn | undefined;
  url: URL;
  /** The page to which signing in leads on, where the address says one of ours. */
  next: string | undefined;
  /** An address of the CMS, in the language that was asked for, so that a choice of language lasts from page to page without a cookie. */
  to: (path: string) => string;
}

export type PagesEnv = { Variables: { visit: Visit } };

/** The language of an answer: the one asked for in the address, the person's, the browser's, the city's. */
function languageFor({ url, signedIn, face, accept }: { url: URL; signedIn: SignedIn | undefined; face: SiteFace; accept: string | undefined }) {
  const known = face.languages.map(({ id }) => id);
  const asked = known.find((id) => id === url.searchParams.get('lang'));
  const own = known.find((id) => id === signedIn?.person.lang);
  return { asked, lang: asked ?? own ?? chooseLanguage(accept, known) ?? face.defaultLanguage };
}

export function visitOf({ request, signedIn, face }: { request: Request; signedIn: SignedIn | undefined; face: SiteFace }): Visit {
  const url = new URL(request.url);
  const { asked, lang } = languageFor({ url, signedIn, face, accept: request.headers.get('accept-language') ?? undefined });
  return {
    lang,
    dir: directionOf(lang),
    say: wordsIn(face.strings, lang),
    face,
    signedIn,
    url,
    next: wayOn(url.searchParams.get('next')),
    to: (path) => (asked ? withParameter(path, 'lang', asked) : path),
  };
}

/** An address of the CMS with one more parameter, or another value of it. */
export function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, 'http://cms.invalid');
  url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

/** Finds out who visits. Nothing of these pages may stay in a cache: a shared computer would show it to the next person. */
export const visits = ({ auth, faceOf }: { auth: Pick<Auth, 'whoIs'>; faceOf: () => Promise<SiteFace> }) =>
  createMiddleware<PagesEnv>(async (c, next) => {
    const [signedIn, face] = await Promise.all([auth.whoIs(c.req.raw.headers), faceOf()]);
    c.set('visit', visitOf({ request: c.req.raw, signedIn, face }));
    c.header('Cache-Control', 'no-store');
    await next();
  });

/** Who is signed in, where a page is only for those who are. */
export function personOf({ signedIn }: Visit): SignedIn['person'] {
  if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
  return signedIn.person;
}
