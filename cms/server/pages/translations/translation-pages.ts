import { Hono, type MiddlewareHandler } from 'hono';
import { inside } from '../gates.ts';
import type { PagesEnv } from '../visit.ts';
import type { Asking } from './asking.ts';
import { showTranslations } from './table-page.ts';
import { beginFromForm, sayFromForm } from './translation-forms.ts';

/** The table of translations, and the forms of an entry's page that have to do with them. */
export function translationPages({ visit, ...asking }: Asking & { visit: MiddlewareHandler<PagesEnv> }): Hono<PagesEnv> {
  const app = new Hono<PagesEnv>();
  app.get('/translations', visit, inside, showTranslations(asking));
  app.post('/translations', visit, inside, beginFromForm(asking));
  const entry = '/entries/:collection/:lang/:slug';
  app.post(`${entry}/still-right`, visit, inside, sayFromForm(asking, { action: 'stillRight', done: 'still-right' }));
  app.post(`${entry}/translations-still-right`, visit, inside, sayFromForm(asking, { action: 'markTranslationsStillRight', done: 'same-meaning' }));
  return app;
}
