import { Hono, type MiddlewareHandler } from 'hono';
import type { Api } from '../../protocol/create-api.ts';
import { inside } from '../gates.ts';
import type { PagesEnv } from '../visit.ts';
import { showDesk } from './desk-page.ts';
import { showEntries } from './entries-page.ts';

/** The desk: what people work on, and what there is to work on. */
export function deskPages({ visit, answer }: { visit: MiddlewareHandler<PagesEnv>; answer: Api['answer'] }): Hono<PagesEnv> {
  const app = new Hono<PagesEnv>();
  app.get('/desk', visit, inside, showDesk({ answer }));
  app.get('/desk/entries', visit, inside, showEntries({ answer }));
  return app;
}
