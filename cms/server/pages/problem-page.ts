import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Markup } from './markup.ts';
import { shell } from './shell.ts';
import type { Visit } from './visit.ts';

const titles: Readonly<Record<number, StringKey>> = {
  401: 'cms.problem.signin',
  403: 'cms.problem.role',
  404: 'notFound.title',
  429: 'cms.problem.often',
};

const titleOf = (status: number): StringKey => titles[status] ?? (status >= 500 ? 'cms.problem.server' : 'cms.problem.request');

/** What one gets instead of a page: why, and a way on. */
export function problemPage(visit: Visit, { status, sentence }: { status: number; sentence: string }): Markup {
  const { say, to, signedIn } = visit;
  const title = say(titleOf(status));
  return shell({
    visit,
    title,
    at: '/',
    main: html`<div class="narrow stack">
      <h1>${title}</h1>
      <p class="lede">${sentence}</p>
      <p><a href="${to(signedIn ? '/' : '/sign-in')}">${say(signedIn ? 'cms.problem.home' : 'cms.problem.toSignIn')}</a></p>
    </div>`,
  });
}
