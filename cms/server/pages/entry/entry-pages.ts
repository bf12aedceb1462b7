import { Hono, type MiddlewareHandler } from 'hono';
import type { Publishing } from '../../publishing/publishing.ts';
import { inside } from '../gates.ts';
import type { PagesEnv } from '../visit.ts';
import { askToDiscard, askToUnpublish } from './asking-pages.ts';
import * as act from './entry-actions.ts';
import { showHistory, showVersion } from './history-pages.ts';
import { showPublished } from './published-page.ts';

export interface EntryRoutes extends act.EntryPagesInput {
  publishing: Pick<Publishing, 'state'>;
  visit: MiddlewareHandler<PagesEnv>;
}

/** The pages of one entry in one language: `/entries/guides/nl/register` and what is below it. */
export function entryPages(input: EntryRoutes): Hono<PagesEnv> {
  const { visit } = input;
  const app = new Hono<PagesEnv>();
  const at = '/entries/:collection/:lang/:slug';
  app.get(at, visit, inside, act.showEntry(input));
  app.post(`${at}/status`, visit, inside, act.changeStatus(input));
  app.post(`${at}/ask`, visit, inside, act.askForChanges(input));
  app.post(`${at}/publish`, visit, inside, act.publish(input));
  app.get(`${at}/published`, visit, inside, showPublished(input));
  app.post(`${at}/keep`, visit, inside, act.keepAllTheSame(input));
  app.post(`${at}/notes`, visit, inside, act.addNote(input));
  app.post(`${at}/notes/toggle`, visit, inside, act.toggleNote(input));
  app.post(`${at}/notes/delete`, visit, inside, act.deleteNote(input));
  app.get(`${at}/discard`, visit, inside, askToDiscard(input));
  app.post(`${at}/discard`, visit, inside, act.discard(input));
  app.get(`${at}/unpublish`, visit, inside, askToUnpublish(input));
  app.post(`${at}/unpublish`, visit, inside, act.unpublish(input));
  app.get(`${at}/history`, visit, inside, showHistory(input));
  app.get(`${at}/history/:revision`, visit, inside, showVersion(input));
  app.post(`${at}/history/:revision/restore`, visit, inside, act.restore(input));
  return app;
}
