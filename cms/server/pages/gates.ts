import { createMiddleware } from 'hono/factory';
import { Refusal } from '../refusal.ts';
import { may, type SiteAction } from '../roles.ts';
import { personOf, type PagesEnv } from './visit.ts';

/** Lets those in who are signed in and have used their passkey where their role has one. Who answers the refusal leads a reader on to where they can. */
export const inside = createMiddleware<PagesEnv>(async (c, next) => {
  const { signedIn } = c.var.visit;
  if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
  if (signedIn.needs !== 'nothing') throw new Refusal(403, 'cms.refused.passkey');
  return next();
});

/** Lets those through whose role may do something with the whole site. Comes after `inside`. */
export const onlyWhoMay = (action: SiteAction) =>
  createMiddleware<PagesEnv>(async (c, next) => {
    if (!may(personOf(c.var.visit).role, action)) throw new Refusal(403, 'cms.refused.role');
    return next();
  });
