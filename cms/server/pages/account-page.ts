import type { Handler } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Auth, PasskeyInfo, SessionInfo } from '../auth/auth.ts';
import { needsPasskey } from '../roles.ts';
import { doneNotice } from './done.ts';
import { errorSummary, selectField, textField, type FormState } from './fields.ts';
import { fieldProblems, formFrom, readForm, type FieldProblem, type Form } from './form.ts';
import type { Markup } from './markup.ts';
import { moment } from './moment.ts';
import { passkeyButton } from './passkey-button.ts';
import { personName } from './person-form.ts';
import { roleNames } from './rights.ts';
import { shell } from './shell.ts';
import { personOf, type PagesEnv, type Visit } from './visit.ts';

type PageHandler = Handler<PagesEnv>;

/** A passkey that is needed cannot be the last one to go: nobody could get in to add another. */
export const mayRemovePasskey = (role: Parameters<typeof needsPasskey>[0], passkeys: readonly PasskeyInfo[]): boolean =>
  !needsPasskey(role) || passkeys.length > 1;

function passkeyList(visit: Visit, passkeys: readonly PasskeyInfo[]): Markup {
  const { say, to } = visit;
  if (passkeys.length === 0) return html`<p>${say('cms.account.passkeys.none')}</p>`;
  const removable = mayRemovePasskey(personOf(visit).role, passkeys);
  return html`<ul class="things">
      ${passkeys.map(
        ({ id, name, added }) =>
          html`<li>
            <p>
              <b><bdi>${name}</bdi></b> <span class="soft">${say('cms.account.passkeys.added')} ${moment(visit, added)}</span>
            </p>
            ${
              removable
                ? html`<form method="post" action="${to('/account/passkeys/remove')}">
                    <input type="hidden" name="id" value="${id}" />
                    <button class="less">${say('cms.account.remove')}<span class="vh"> ${name}</span></button>
                  </form>`
                : ''
            }
          </li>`,
      )}
    </ul>
    ${removable ? '' : html`<p class="soft">${say('cms.account.passkeys.last')}</p>`}`;
}

function sessionList(visit: Visit, sessions: readonly SessionInfo[]): Markup {
  const { say, to } = visit;
  return html`<ul class="things">
    ${sessions.map(
      ({ id, device, seen, current }) =>
        html`<li>
          <p>
            <b><bdi>${device || say('cms.account.sessions.unknown')}</bdi></b>
            <span class="soft">${current ? say('cms.account.sessions.this') : html`${say('cms.account.sessions.seen')} ${moment(visit, seen)}`}</span>
          </p>
          ${
            current
              ? ''
              : html`<form method="post" action="${to('/account/sessions/end')}">
                  <input type="hidden" name="id" value="${id}" />
                  <button class="less">${say('cms.account.sessions.end')}<span class="vh"> ${device}</span></button>
                </form>`
          }
        </li>`,
    )}
  </ul>`;
}

/** A box for mails about one’s work; those that let one in come all the same. */
const mailsField = ({ say, form }: FormState): Markup =>
  html`<div class="choice">
    <input id="mails" type="checkbox" name="mails" value="yes" aria-describedby="mails-hint" ${form.text('mails') === 'yes' ? html` checked` : ''} />
    <label for="mails">${say('cms.review.mails')}</label>
    <p class="hint" id="mails-hint">${say('cms.review.mails.hint')}</p>
  </div>`;

interface AccountInput {
  visit: Visit;
  auth: Pick<Auth, 'passkeys' | 'sessions' | 'person'>;
  form?: Form;
  problems?: readonly FieldProblem[];
}

async function accountPage({ visit, auth, form, problems = [] }: AccountInput): Promise<Markup> {
  const { say, to, face, signedIn } = visit;
  const person = personOf(visit);
  const [passkeys, sessions, known] = await Promise.all([
    auth.passkeys(person.id),
    auth.sessions(person.id, signedIn!.session),
    auth.person(person.id),
  ]);
  const wantsMails = known?.mails !== false;
  const state: FormState = { say, problems, form: form ?? formFrom({ name: person.name, language: person.lang, mails: wantsMails ? ['yes'] : [] }) };
  const naming: FormState = { say, problems: [], form: formFrom({ passkey: say('cms.passkey.next', { number: passkeys.length + 1 }) }) };
  const title = say('cms.nav.account');
  return shell({
    visit,
    title,
    script: true,
    problem: problems.length > 0,
    main: html`${doneNotice(visit)}${errorSummary(state)}
      <h1>${title}</h1>
      <p class="lede"><bdi>${person.email}</bdi>, ${say(roleNames[person.role])}</p>
      <div class="sections">
        <section aria-labelledby="details">
          <h2 id="details">${say('cms.account.details')}</h2>
          <form method="post" action="${to('/account')}" class="form" novalidate>
            ${textField(state, { name: 'name', label: 'cms.person.name', hint: 'cms.account.name.hint', autocomplete: 'name', most: 80 })}
            ${selectField(state, {
              name: 'language',
              label: 'cms.person.language',
              hint: 'cms.account.language.hint',
              choices: face.languages.map(({ id, name }) => ({ value: id, label: name, lang: id })),
            })}
            ${mailsField(state)}
            <button class="do">${say('cms.form.save')}</button>
          </form>
        </section>
        <section aria-labelledby="passkeys" class="stack tall second">
          <h2 id="passkeys">${say('cms.account.passkeys')}</h2>
          <p>${say('cms.passkey.what')}</p>
          ${passkeyList(visit, passkeys)}
          <h3>${say('cms.account.passkeys.add')}</h3>
          <div class="form" data-needs-script hidden>
            ${textField(naming, { name: 'passkey', label: 'cms.passkey.name', hint: 'cms.passkey.name.hint', autocomplete: 'off', most: 60 })}
          </div>
          ${passkeyButton({
            visit,
            does: 'register',
            label: 'cms.passkey.register.button',
            next: '/account?done=passkey-added',
            named: 'passkey',
          })}
        </section>
        <section aria-labelledby="sessions" class="stack">
          <h2 id="sessions">${say('cms.account.sessions')}</h2>
          <p>${say('cms.account.sessions.what')}</p>
          ${sessionList(visit, sessions)}
          <form method="post" action="${to('/account/sessions/end-all')}">
            <button class="less">${say('cms.account.sessions.endAll')}</button>
          </form>
        </section>
      </div>`,
  });
}

export const showAccount =
  (auth: Pick<Auth, 'passkeys' | 'sessions' | 'person'>): PageHandler =>
  async (c) =>
    c.html(await accountPage({ visit: c.var.visit, auth }));

/** Name and language. The answer is in the new language, whichever the address had asked for. */
export const saveAccount =
  (auth: Pick<Auth, 'change' | 'passkeys' | 'sessions' | 'person'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const schema = z.object({ name: personName, language: z.enum(visit.face.languages.map(({ id }) => id)) });
    const { data, error } = schema.safeParse({ name: form.text('name'), language: form.text('language') });
    if (error) {
      const problems = fieldProblems(error, { name: 'cms.form.name', language: 'cms.form.language' });
      return c.html(await accountPage({ visit, auth, form, problems }), 422);
    }
    await auth.change(personOf(visit).id, { name: data.name, lang: data.language, mails: form.text('mails') === 'yes' });
    return c.redirect('/account?done=saved', 303);
  };
