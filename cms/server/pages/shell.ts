import { html } from 'hono/html';
import { directionOf } from '../../../src/content-model/locales.ts';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import { may } from '../roles.ts';
import { iconAddress, scriptAddress, signAddress, styleAddress } from './assets.ts';
import type { Markup } from './markup.ts';
import { withParameter, type Visit } from './visit.ts';

export interface PageInput {
  visit: Visit;
  title: string;
  main: Markup;
  /** Whether the passkey script belongs to it. */
  script?: boolean;
  /** Set where the form on it was not carried out: the title says so first. */
  problem?: boolean;
  /** Where the language switcher leads where the page's own address shows nothing by itself: the answer to a form. */
  at?: string;
}

const places: readonly { path: string; key: StringKey; shown: (visit: Visit) => boolean }[] = [
  { path: '/', key: 'cms.nav.home', shown: () => true },
  { path: '/desk', key: 'cms.review.nav.desk', shown: () => true },
  { path: '/translations', key: 'cms.translating.title', shown: () => true },
  { path: '/people', key: 'cms.nav.people', shown: ({ signedIn }) => may(signedIn!.person.role, 'people') },
  { path: '/status', key: 'cms.nav.status', shown: ({ signedIn }) => may(signedIn!.person.role, 'status') },
  { path: '/account', key: 'cms.nav.account', shown: () => true },
];

function languages({ face, lang, url }: Visit, at: string | undefined): Markup[] {
  return face.languages.map(
    ({ id, name }) =>
      html`<li>
        <a
          lang="${id}"
          hreflang="${id}"
          dir="${directionOf(id)}"
          href="${withParameter(at ?? url.pathname + url.search, 'lang', id)}"
          ${id === lang ? html` aria-current="true"` : ''}
          >${name}</a
        >
      </li>`,
  );
}

function navigation(visit: Visit): Markup | '' {
  const { signedIn, say, to, url } = visit;
  if (!signedIn) return '';
  const inside = signedIn.needs === 'nothing';
  const current = (path: string) => (path === url.pathname ? 'page' : path !== '/' && url.pathname.startsWith(`${path}/`) ? 'true' : '');
  return html`<nav class="nav" aria-label="${say('nav.main')}">
    ${
      inside
        ? places
            .filter(({ shown }) => shown(visit))
            .map(({ path, key }) => html`<a href="${to(path)}" ${current(path) ? html` aria-current="${current(path)}"` : ''}>${say(key)}</a>`)
        : ''
    }
    <form method="post" action="${to('/sign-out')}"><button class="leave">${say('cms.nav.leave')}</button></form>
  </nav>`;
}

/** The frame of every page: language and direction, the city's name and colour, the way past the navigation. */
export function shell({ visit, title, main, script, problem, at }: PageInput): Markup {
  const { say, face, lang, dir, to } = visit;
  const tab = say('head.title', { title: problem ? say('cms.form.problemIn', { title }) : title, site: face.name });
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${tab}</title>
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#0e1a33" />
        <link rel="icon" href="${iconAddress}" type="image/svg+xml" />
        <link rel="stylesheet" href="${styleAddress}" />
        <link rel="stylesheet" href="${signAddress(face.sign)}" />
        ${script ? html`<script type="module" src="${scriptAddress}"></script>` : ''}
      </head>
      <body>
        <a class="skip" href="#main">${say('nav.skip')}</a>
        <nav class="langs" aria-label="${say('nav.languages')}">
          <ul class="wrap">
            ${languages(visit, at)}
          </ul>
        </nav>
        <header class="wrap top">
          <a class="logo" href="${to('/')}">
            <svg viewBox="0 0 52 36" aria-hidden="true">
              <path class="road" d="M0 31h22"></path>
              <path class="door" d="M22 0h22v36H22z"></path>
              <path class="light" d="M26 4h14v6H26z"></path>
              <circle class="light" cx="39" cy="22" r="2"></circle>
            </svg>
            <span><bdi>${face.name}</bdi> <span class="desk">${say('cms.name')}</span></span>
          </a>
          ${navigation(visit)}
        </header>
        <main id="main" class="wrap page" tabindex="-1">${main}</main>
        <footer class="foot">
          <div class="wrap">
            <p>${say('cms.footer')}</p>
          </div>
        </footer>
      </body>
    </html>`;
}
