import type { Handler } from 'hono';
import type { Auth } from '../auth/auth.ts';
import { Refusal } from '../refusal.ts';
import { mayRemovePasskey } from './account-page.ts';
import { afterwards } from './done.ts';
import { readForm } from './form.ts';
import { personOf, type PagesEnv } from './visit.ts';

type PageHandler = Handler<PagesEnv>;

export const removePasskey =
  (auth: Pick<Auth, 'passkeys' | 'removePasskey'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { id: person, role } = personOf(visit);
    const id = (await readForm(c)).text('id');
    const own = await auth.passkeys(person);
    if (!own.some((passkey) => passkey.id === id)) throw new Refusal(404, 'cms.refused.missing');
    if (!mayRemovePasskey(role, own)) throw new Refusal(409, 'cms.account.passkeys.last');
    await auth.removePasskey(person, id);
    return c.redirect(afterwards(visit, '/account', 'passkey-removed'), 303);
  };

export const endSession =
  (auth: Pick<Auth, 'endSession'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    await auth.endSession(personOf(visit).id, (await readForm(c)).text('id'));
    return c.redirect(afterwards(visit, '/account', 'session-ended'), 303);
  };

/** Everywhere, this browser included. */
export const endAllSessions =
  (auth: Pick<Auth, 'endAllSessions'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    await auth.endAllSessions(personOf(visit).id);
    return c.redirect(afterwards(visit, '/sign-in', 'signed-out'), 303);
  };
