import type { Handler } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Auth } from '../auth/auth.ts';
import { roles } from '../roles.ts';
import { afterwards, doneNotice } from './done.ts';
import { errorSummary, textField, type FormState } from './fields.ts';
import { fieldProblems, formFrom, readForm, type FieldProblem, type Form } from './form.ts';
import { isolated, listed, type Markup } from './markup.ts';
import { moment } from './moment.ts';
import { languageField, personName, position, positionFields, positionIn } from './person-form.ts';
import { filterForm, filterIn, filtered, lacksPasskey, type ListedPerson } from './going-on/people-filter.ts';
import { rights, roleNames } from './rights.ts';
import { shell } from './shell.ts';
import { personOf, type PagesEnv, type Visit } from './visit.ts';

type PageHandler = Handler<PagesEnv>;

function personItem(visit: Visit, person: ListedPerson): Markup {
  const { say, to, lang, face } = visit;
  const { id, name, email, role, desks, lastSeen } = person;
  const names = face.desks.filter((desk) => desks.includes(desk.id)).map((desk) => isolated(desk.name));
  return html`<li>
    <p>
      <a href="${to(`/people/${id}`)}"
        ><b><bdi>${name || email}</bdi></b></a
      >
      <bdi class="soft">${email}</bdi>
    </p>
    <p>${say(roleNames[role])}${names.length > 0 ? html`<br /><span class="soft">${listed(lang, names)}</span>` : ''}</p>
    <p class="soft">
      ${lastSeen ? html`${say('cms.account.sessions.seen')} ${moment(visit, lastSeen)}` : say('cms.people.never')}
      ${lacksPasskey(person) ? html`<b class="missing">${say('cms.going.people.noPasskey')}</b>` : ''}
    </p>
  </li>`;
}

/** What each role may do, from the table of roles. */
const rolesView = (visit: Visit): Markup =>
  html`<div class="roles">
    <h3>${visit.say('cms.going.people.roles')}</h3>
    ${roles.map(
      (role) =>
        html`<details>
          <summary>${visit.say(roleNames[role])}</summary>
          ${rights(visit, role)}
        </details>`,
    )}
  </div>`;

interface PeopleInput {
  visit: Visit;
  auth: Pick<Auth, 'people'>;
  form?: Form;
  problems?: readonly FieldProblem[];
}

async function peoplePage({ visit, auth, form, problems = [] }: PeopleInput): Promise<Markup> {
  const { say, to, lang } = visit;
  const filter = filterIn(visit.url);
  const people = filtered(await auth.people(), filter, { lang, now: new Date() });
  const state: FormState = { say, problems, form: form ?? formFrom({ role: 'contributor', language: lang }) };
  const title = say('cms.nav.people');
  return shell({
    visit,
    title,
    problem: problems.length > 0,
    main: html`${doneNotice(visit)}${errorSummary(state)}
      <h1>${title}</h1>
      <div class="split">
        <section aria-labelledby="here" class="stack">
          <h2 id="here">${say('cms.people.here', { count: people.length })}</h2>
          ${filterForm(visit, filter)}
          ${
            people.length > 0
              ? html`<ul class="people">
                  ${people.map((person) => personItem(visit, person))}
                </ul>`
              : html`<p>${say('cms.going.people.none')}</p>`
          }
          ${rolesView(visit)}
        </section>
        <section aria-labelledby="invite" class="stack">
          <h2 id="invite">${say('cms.people.invite')}</h2>
          <p>${say('cms.people.invite.what')}</p>
          <form method="post" action="${to('/people')}" class="form" novalidate>
            ${textField(state, { name: 'name', label: 'cms.person.name', autocomplete: 'off', most: 80 })}
            ${textField(state, { name: 'email', type: 'email', label: 'cms.in.email', autocomplete: 'off', most: 254 })}
            ${positionFields(state, visit)} ${languageField(state, visit)}
            <button class="do">${say('cms.people.invite.button')}</button>
          </form>
        </section>
      </div>`,
  });
}

export const showPeople =
  (auth: Pick<Auth, 'people'>): PageHandler =>
  async (c) =>
    c.html(await peoplePage({ visit: c.var.visit, auth }));

export const invitePerson =
  (auth: Pick<Auth, 'people' | 'invite'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const schema = z.object({
      name: personName,
      email: z.string().trim().max(254).pipe(z.email()),
      language: z.enum(visit.face.languages.map(({ id }) => id)),
    });
    const who = schema.safeParse({ name: form.text('name'), email: form.text('email'), language: form.text('language') });
    const where = position(visit.face).safeParse(positionIn(form));
    if (!who.success || !where.success) {
      const found = [
        ...(who.error ? fieldProblems(who.error, { name: 'cms.form.name', email: 'cms.form.email' }) : []),
        ...(where.error ? fieldProblems(where.error, { role: 'cms.form.role', desks: 'cms.form.desks' }) : []),
        ...(who.error ? fieldProblems(who.error, { language: 'cms.form.language' }) : []),
      ];
      return c.html(await peoplePage({ visit, auth, form, problems: found }), 422);
    }
    const { name, email, language } = who.data;
    await auth.invite({ name, email, lang: language, ...where.data, by: personOf(visit) });
    return c.redirect(afterwards(visit, '/people', 'invited'), 303);
  };
