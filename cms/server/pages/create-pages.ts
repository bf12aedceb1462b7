import { Hono } from 'hono';
import type { Bundle } from '../bundle/build.ts';
import type { Auth } from '../auth/auth.ts';
import type { MainContent } from '../content/main-content.ts';
import type { Languages } from '../words.ts';
import type { Api } from '../protocol/create-api.ts';
import type { Publishing } from '../publishing/publishing.ts';
import { endAllSessions, endSession, removePasskey } from './account-actions.ts';
import { saveAccount, showAccount } from './account-page.ts';
import { assetPages } from './assets.ts';
import type { Figures } from './figures.ts';
import { inside, onlyWhoMay } from './gates.ts';
import { deskPages } from './desk/desk-pages.ts';
import { entryPages } from './entry/entry-pages.ts';
import { askToGoBack, goBack } from './going-on/go-back-page.ts';
import { bundleFiles } from './editor/bundle-files.ts';
import { showEditor } from './editor/editor-page.ts';
import { showHome } from './home-page.ts';
import { showPasskey } from './passkey-page.ts';
import { invitePerson, showPeople } from './people-page.ts';
import { askToRemove, changePerson, endTheirSessions, removePerson, resetTheirPasskeys, showPerson } from './person-page.ts';
import { problemPage } from './problem-page.ts';
import { askForLink, leave, redeemLink, showLink, showSent, showSignIn } from './sign-in-pages.ts';
import { siteFaces } from './site-face.ts';
import { showStatus } from './status-page.ts';
import { translationPages } from './translations/translation-pages.ts';
import { visitOf, visits, type PagesEnv } from './visit.ts';

export interface PagesInput {
  auth: Auth;
  content: Pick<MainContent, 'current'>;
  /** The interface texts, none of them missing. */
  languages: () => Languages;
  publishing: Pick<Publishing, 'state' | 'records' | 'rollBack' | 'rollBackChanges'>;
  figures: Figures;
  /** Address of the site that is edited, without a path. */
  siteOrigin: string;
  /** The protocol, for pages that do what the editor of texts does. */
  api: Api['answer'];
  /** The files of the editor of texts; made when they are asked for first. */
  bundle: () => Promise<Bundle>;
}

export interface Pages {
  /** To be mounted at `/`. Refusals are thrown through it: whoever mounts it answers them, by `refusalPage` where a page was asked for. */
  app: Hono<PagesEnv>;
  /** The page that says why something was not done, in the language of whoever asked. Rejects where no page can be made at all. */
  refusalPage: (input: { request: Request; status: number; sentence: string }) => Promise<string>;
}

/** The pages of the CMS's own origin: signing in, one's account, people, status. They need no script but for passkeys. */
export function createPages({ auth, content, languages, publishing, figures, siteOrigin, api, bundle }: PagesInput): Pages {
  const faceOf = siteFaces({ content, languages });
  const visit = visits({ auth, faceOf });
  const app = new Hono<PagesEnv>();
  app.route('/', assetPages());
  app.route('/', bundleFiles(bundle));
  app.route('/', translationPages({ visit, answer: api }));
  app.route('/', deskPages({ visit, answer: api }));
  app.route('/', entryPages({ visit, answer: api, content, siteOrigin, publishing }));
  app.get('/admin/:lang/', visit, inside, showEditor({ bundle, content, languages }));

  app.get('/sign-in', visit, showSignIn);
  app.post('/sign-in', visit, askForLink(auth));
  app.get('/sign-in/sent', visit, showSent);
  app.get('/sign-in/link', visit, showLink(auth));
  app.post('/sign-in/redeem', visit, redeemLink(auth));
  app.get('/sign-in/passkey', visit, showPasskey);
  app.post('/sign-out', visit, leave(auth));

  app.get('/', visit, inside, showHome({ publishing, figures, siteOrigin }));
  app.get('/account', visit, inside, showAccount(auth));
  app.post('/account', visit, inside, saveAccount(auth));
  app.post('/account/passkeys/remove', visit, inside, removePasskey(auth));
  app.post('/account/sessions/end', visit, inside, endSession(auth));
  app.post('/account/sessions/end-all', visit, inside, endAllSessions(auth));

  const people = onlyWhoMay('people');
  app.get('/people', visit, inside, people, showPeople(auth));
  app.post('/people', visit, inside, people, invitePerson(auth));
  app.get('/people/:id', visit, inside, people, showPerson(auth));
  app.post('/people/:id', visit, inside, people, changePerson(auth));
  app.post('/people/:id/sessions/end-all', visit, inside, people, endTheirSessions(auth));
  app.post('/people/:id/passkeys/reset', visit, inside, people, resetTheirPasskeys(auth));
  app.get('/people/:id/remove', visit, inside, people, askToRemove(auth));
  app.post('/people/:id/remove', visit, inside, people, removePerson(auth));

  app.get('/status', visit, inside, onlyWhoMay('status'), showStatus({ auth, content, publishing, figures }));
  app.get('/status/go-back', visit, inside, onlyWhoMay('roll-back'), askToGoBack({ publishing }));
  app.post('/status/go-back', visit, inside, onlyWhoMay('roll-back'), goBack({ publishing }));

  return {
    app,
    refusalPage: async ({ request, ...refused }) => {
      const [face, signedIn] = await Promise.all([faceOf(), auth.whoIs(request.headers)]);
      return String(await problemPage(visitOf({ request, signedIn, face }), refused));
    },
  };
}
