import type { Handler } from 'hono';
import { html } from 'hono/html';
import type { Publishing } from '../publishing/publishing.ts';
import { may } from '../roles.ts';
import type { Figures } from './figures.ts';
import { isolated, listed, type Markup } from './markup.ts';
import { moment } from './moment.ts';
import { rights, roleNames } from './rights.ts';
import { shell } from './shell.ts';
import { personOf, type PagesEnv, type Visit } from './visit.ts';
import { warnings } from './warnings.ts';

interface HomeInput {
  publishing: Pick<Publishing, 'state'>;
  figures: Figures;
  siteOrigin: string;
}

/** Who one is here, and with which role. */
function who(visit: Visit): Markup {
  const { say, lang, face } = visit;
  const { email, role, desks } = personOf(visit);
  const names = face.desks.filter(({ id }) => desks.includes(id)).map(({ name }) => isolated(name));
  return html`<p class="lede">${say('cms.home.who', { email: isolated(email), role: say(roleNames[role]) })}</p>
    ${names.length > 0 ? html`<p>${say('cms.home.desks', { count: names.length, desks: listed(lang, names) })}</p>` : ''}`;
}

function lastRelease(visit: Visit, { publishing, siteOrigin }: HomeInput): Markup {
  const { say } = visit;
  const { lastLive, waiting, working } = publishing.state();
  return html`<h2>${say('cms.home.site')}</h2>
    <p>
      ${
        lastLive
          ? html`${say('cms.home.live')} ${moment(visit, lastLive.at)}.
            ${say('cms.release.pages', { count: lastLive.pages, written: lastLive.written })}`
          : say('cms.home.notYet')
      }
      ${waiting > 0 || working ? say('cms.status.waiting', { count: waiting }) : ''}
    </p>
    <p><a href="${siteOrigin}/">${say('cms.home.toSite')}</a></p>`;
}

/** Where one is after signing in: who one is and may do, what needs looking at, where to go. */
export const showHome =
  (input: HomeInput): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { say, to, face, lang } = visit;
    const { name, email, role } = personOf(visit);
    const found = may(role, 'status') ? await warnings(visit, input) : [];
    const title = say('cms.home.title', { name: isolated(name || email) });
    return c.html(
      shell({
        visit,
        title: say('cms.nav.home'),
        main: html`<div class="split">
          <div class="stack">
            <h1>${title}</h1>
            ${who(visit)}
            ${
              found.length > 0
                ? html`<section class="warn" aria-labelledby="warnings">
                    <h2 id="warnings">${say('cms.warn.title', { count: found.length })}</h2>
                    <ul>
                      ${found.map((one) => html`<li>${one}</li>`)}
                    </ul>
                  </section>`
                : ''
            }
            <section>
              <h2>${say('cms.home.rights')}</h2>
              ${rights(visit, role)}
            </section>
          </div>
          <div class="aside stack">
            <p class="enamel sign">${face.city(lang)}</p>
            ${lastRelease(visit, input)}
            <h2>${say('cms.home.go')}</h2>
            <ul class="ways">
              <li><a href="${to('/desk')}">${say('cms.review.nav.desk')}</a> <span>${say('cms.review.desk.what')}</span></li>
              <li><a href="${to('/translations')}">${say('cms.translating.title')}</a> <span>${say('cms.translating.lede')}</span></li>
              <li><a href="${to('/account')}">${say('cms.nav.account')}</a> <span>${say('cms.home.account')}</span></li>
              ${may(role, 'people') ? html`<li><a href="${to('/people')}">${say('cms.nav.people')}</a> <span>${say('cms.home.people')}</span></li>` : ''}
              ${may(role, 'status') ? html`<li><a href="${to('/status')}">${say('cms.nav.status')}</a> <span>${say('cms.home.status')}</span></li>` : ''}
            </ul>
          </div>
        </div>`,
      }),
    );
  };
