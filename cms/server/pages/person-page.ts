import type { Context, Handler } from 'hono';
import { html } from 'hono/html';
import type { Auth } from '../auth/auth.ts';
import type { Person } from '../person.ts';
import { Refusal } from '../refusal.ts';
import { afterwards, doneNotice } from './done.ts';
import { errorSummary, type FormState } from './fields.ts';
import { fieldProblems, formFrom, readForm, type FieldProblem, type Form } from './form.ts';
import { isolated, type Markup } from './markup.ts';
import { moment } from './moment.ts';
import { position, positionFields, positionIn } from './person-form.ts';
import { shell } from './shell.ts';
import type { PagesEnv, Visit } from './visit.ts';

type PageHandler = Handler<PagesEnv>;

/** The person in the address. Refuses with 404 where there is nobody of that id. */
async function personAt(c: Context<PagesEnv>, auth: Pick<Auth, 'person'>): Promise<Person> {
  const person = await auth.person(c.req.param('id') ?? '');
  if (!person) throw new Refusal(404, 'cms.refused.missing');
  return person;
}

interface PersonInput {
  visit: Visit;
  auth: Pick<Auth, 'sessions' | 'passkeys'>;
  person: Person;
  form?: Form;
  problems?: readonly FieldProblem[];
}

async function personPage({ visit, auth, person, form, problems = [] }: PersonInput): Promise<Markup> {
  const { say, to } = visit;
  const { id, name, email, role, desks } = person;
  const [sessions, passkeys] = await Promise.all([auth.sessions(id), auth.passkeys(id)]);
  const state: FormState = { say, problems, form: form ?? formFrom({ role, desks }) };
  const title = name || email;
  return shell({
    visit,
    title,
    problem: problems.length > 0,
    main: html`${doneNotice(visit)}${errorSummary(state)}
      <p><a href="${to('/people')}">${say('cms.nav.people')}</a></p>
      <h1><bdi>${title}</bdi></h1>
      <p class="lede"><bdi>${email}</bdi></p>
      <div class="sections">
        <section aria-labelledby="position" class="tall">
          <h2 id="position">${say('cms.person.position')}</h2>
          <form method="post" action="${to(`/people/${id}`)}" class="form" novalidate>
            ${positionFields(state, visit)}
            <p class="soft">${say('cms.person.change.what')}</p>
            <button class="do">${say('cms.form.save')}</button>
          </form>
        </section>
        <section aria-labelledby="sessions" class="stack">
          <h2 id="sessions">${say('cms.account.sessions')}</h2>
          ${
            sessions.length === 0
              ? html`<p>${say('cms.person.sessions.none')}</p>`
              : html`<ul class="things">
                    ${sessions.map(
                      ({ device, seen }) =>
                        html`<li>
                          <p>
                            <b><bdi>${device || say('cms.account.sessions.unknown')}</bdi></b>
                            <span class="soft">${say('cms.account.sessions.seen')} ${moment(visit, seen)}</span>
                          </p>
                        </li>`,
                    )}
                  </ul>
                  <form method="post" action="${to(`/people/${id}/sessions/end-all`)}">
                    <button class="less">${say('cms.person.sessions.end')}</button>
                  </form>`
          }
        </section>
        <section aria-labelledby="passkeys" class="stack">
          <h2 id="passkeys">${say('cms.account.passkeys')}</h2>
          <p>${say('cms.person.passkeys', { count: passkeys.length })}</p>
          ${
            passkeys.length > 0
              ? html`<p>${say('cms.person.passkeys.reset.what')}</p>
                  <form method="post" action="${to(`/people/${id}/passkeys/reset`)}">
                    <button class="less">${say('cms.person.passkeys.reset')}</button>
                  </form>`
              : ''
          }
        </section>
        <section aria-labelledby="remove" class="stack">
          <h2 id="remove">${say('cms.person.remove')}</h2>
          <p>${say('cms.person.remove.what')}</p>
          <p><a class="less" href="${to(`/people/${id}/remove`)}">${say('cms.person.remove.to')}</a></p>
        </section>
      </div>`,
  });
}

type PersonAuth = Pick<Auth, 'person' | 'sessions' | 'passkeys'>;

export const showPerson =
  (auth: PersonAuth): PageHandler =>
  async (c) =>
    c.html(await personPage({ visit: c.var.visit, auth, person: await personAt(c, auth) }));

export const changePerson =
  (auth: PersonAuth & Pick<Auth, 'change'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const person = await personAt(c, auth);
    const form = await readForm(c);
    const { data, error } = position(visit.face).safeParse(positionIn(form));
    if (error) {
      const problems = fieldProblems(error, { role: 'cms.form.role', desks: 'cms.form.desks' });
      return c.html(await personPage({ visit, auth, person, form, problems }), 422);
    }
    await auth.change(person.id, data);
    return c.redirect(afterwards(visit, `/people/${person.id}`, 'saved'), 303);
  };

export const endTheirSessions =
  (auth: Pick<Auth, 'person' | 'endAllSessions'>): PageHandler =>
  async (c) => {
    const { id } = await personAt(c, auth);
    await auth.endAllSessions(id);
    return c.redirect(afterwards(c.var.visit, `/people/${id}`, 'sessions-ended'), 303);
  };

export const resetTheirPasskeys =
  (auth: Pick<Auth, 'person' | 'resetPasskeys'>): PageHandler =>
  async (c) => {
    const { id } = await personAt(c, auth);
    await auth.resetPasskeys(id);
    return c.redirect(afterwards(c.var.visit, `/people/${id}`, 'passkeys-reset'), 303);
  };

/** Asks once more before somebody is removed. */
export const askToRemove =
  (auth: Pick<Auth, 'person'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const { say, to } = visit;
    const { id, name, email } = await personAt(c, auth);
    const title = say('cms.person.remove.sure', { name: isolated(name || email) });
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack">
          <h1>${title}</h1>
          <p class="lede">${say('cms.person.remove.what')}</p>
          <form method="post" action="${to(`/people/${id}/remove`)}" class="both">
            <button class="danger">${say('cms.person.remove.button')}</button>
            <a href="${to(`/people/${id}`)}">${say('cms.form.cancel')}</a>
          </form>
        </div>`,
      }),
    );
  };

export const removePerson =
  (auth: Pick<Auth, 'person' | 'remove'>): PageHandler =>
  async (c) => {
    const { id } = await personAt(c, auth);
    await auth.remove(id);
    return c.redirect(afterwards(c.var.visit, '/people', 'removed'), 303);
  };
