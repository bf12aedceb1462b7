import type { Handler } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { Auth, SignedIn } from '../auth/auth.ts';
import { cookiesOfShared, endOfShared, sharedComputer } from '../auth/shared-computer.ts';
import { afterwards, doneNotice } from './done.ts';
import { errorSummary, textField, type FormState } from './fields.ts';
import { emptyForm, fieldProblems, readForm, type FieldProblem, type Form } from './form.ts';
import { leadingOn } from '../way-on.ts';
import type { Markup } from './markup.ts';
import { passkeyButton } from './passkey-button.ts';
import { shell } from './shell.ts';
import type { PagesEnv, Visit } from './visit.ts';
import { wayIn } from './way.ts';

type PageHandler = Handler<PagesEnv>;

const sign = ({ face, lang }: Visit) => html`<p class="enamel sign">${face.city(lang)}</p>`;

/** The form that asks for a link. Its answer is the same for everybody: whether an address has an account is nobody's business. */
function linkForm({ visit, form, problems }: { visit: Visit; form: Form; problems: readonly FieldProblem[] }): Markup {
  const { say, to } = visit;
  const state: FormState = { say, form, problems };
  return html`<form method="post" action="${to(leadingOn('/sign-in', visit.next))}" class="form" novalidate>
    ${textField(state, { name: 'email', type: 'email', label: 'cms.in.email', hint: 'cms.in.email.hint', autocomplete: 'email webauthn', most: 254 })}
    <button class="do">${say('cms.in.send')}</button>
  </form>`;
}

function signInPage(visit: Visit, { form = emptyForm, problems = [] }: { form?: Form; problems?: readonly FieldProblem[] } = {}): Markup {
  const { say } = visit;
  const title = say('cms.in.title');
  return shell({
    visit,
    title,
    script: true,
    problem: problems.length > 0,
    main: html`${doneNotice(visit)}${errorSummary({ say, form, problems })}
      <div class="split">
        <div class="stack">
          ${wayIn(visit, 'address')}
          <h1>${title}</h1>
          <p class="lede">${say('cms.in.intro')}</p>
          ${linkForm({ visit, form, problems })}
          <section class="passkey" data-needs-script hidden>
            <h2>${say('cms.in.passkey')}</h2>
            <p>${say('cms.in.passkey.what')}</p>
            ${passkeyButton({ visit, does: 'sign-in', label: 'cms.passkey.use.button', next: visit.next ?? '/' })}
          </section>
        </div>
        <div class="aside stack">
          ${sign(visit)}
          <p class="soft">${say('cms.in.who')}</p>
        </div>
      </div>`,
  });
}

/** Where somebody is led who has signed in: on, or first to their passkey. */
const onward = ({ to }: Visit, { needs }: SignedIn, next: string | undefined): string =>
  to(needs === 'nothing' ? (next ?? '/') : leadingOn('/sign-in/passkey', next));

export const showSignIn: PageHandler = (c) => {
  const { visit } = c.var;
  if (visit.signedIn) return c.redirect(onward(visit, visit.signedIn, visit.next), 303);
  return c.html(signInPage(visit));
};

const asked = z.object({ email: z.string().trim().max(254).pipe(z.email()) });

/** Sends a link, if somebody has the address. */
export const askForLink =
  (auth: Pick<Auth, 'requestLink'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const { data, error } = asked.safeParse({ email: form.text('email') });
    if (error) return c.html(signInPage(visit, { form, problems: fieldProblems(error, { email: 'cms.form.email' }) }), 422);
    auth.requestLink({ email: data.email, lang: visit.lang, next: visit.next });
    return c.redirect(visit.to(leadingOn('/sign-in/sent', visit.next)), 303);
  };

export const showSent: PageHandler = (c) => {
  const { visit } = c.var;
  const { say, to, next } = visit;
  const title = say('cms.in.sent');
  return c.html(
    shell({
      visit,
      title,
      main: html`<div class="narrow stack">
        ${wayIn(visit, 'mail')}
        <h1>${title}</h1>
        <p class="lede">${say('cms.in.sent.what')}</p>
        <p>${say('cms.in.sent.nothing')}</p>
        <p><a href="${to(leadingOn('/sign-in', next))}">${say('cms.in.again')}</a></p>
      </div>`,
    }),
  );
};

/** A link that came too late or was used: another one can be asked for at once. */
function lateLinkPage(visit: Visit): Markup {
  const title = visit.say('cms.in.late');
  return shell({
    visit,
    title,
    at: '/sign-in',
    main: html`<div class="narrow stack">
      ${wayIn(visit, 'address')}
      <h1>${title}</h1>
      <p class="lede">${visit.say('cms.in.late.what')}</p>
      ${linkForm({ visit, form: emptyForm, problems: [] })}
    </div>`,
  });
}

/** Longer than any token: what is longer is not looked up. */
const mostToken = 500;

/** The page a mailed link leads to. It redeems nothing: programs that scan mails open links, too. */
export const showLink =
  (auth: Pick<Auth, 'isRedeemable'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const token = c.req.query('token') ?? '';
    if (!token || token.length > mostToken || !(await auth.isRedeemable(token))) return c.html(lateLinkPage(visit), 410);
    const { say, to } = visit;
    const title = say('cms.in.link');
    return c.html(
      shell({
        visit,
        title,
        main: html`<div class="narrow stack">
          ${wayIn(visit, 'mail')}
          <h1>${title}</h1>
          <p class="lede">${say('cms.in.link.what')}</p>
          <form method="post" action="${to('/sign-in/redeem')}">
            <input type="hidden" name="token" value="${token}" />
            <p class="choice">
              <input type="checkbox" name="shared" id="shared" value="yes" aria-describedby="shared-hint" /><label for="shared"
                >${say('cms.in.shared')}</label
              >
              <span class="hint" id="shared-hint">${say('cms.in.shared.what')}</span>
            </p>
            <button class="do">${say('cms.in.link.button')}</button>
          </form>
        </div>`,
      }),
    );
  };

export const redeemLink =
  (auth: Pick<Auth, 'redeem'>): PageHandler =>
  async (c) => {
    const { visit } = c.var;
    const form = await readForm(c);
    const token = form.text('token');
    const opened = token && token.length <= mostToken ? await auth.redeem(token, c.req.raw.headers) : undefined;
    if (!opened) return c.html(lateLinkPage(visit), 410);
    const cookies = form.text('shared') === 'yes' ? cookiesOfShared(opened.cookies) : [...opened.cookies, endOfShared];
    for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
    return c.redirect(onward(visit, opened.signedIn, opened.next), 303);
  };

export const leave =
  (auth: Pick<Auth, 'signOut'>): PageHandler =>
  async (c) => {
    for (const cookie of await auth.signOut(c.req.raw.headers)) c.header('Set-Cookie', cookie, { append: true });
    if (sharedComputer(c.req.raw.headers)) {
      // What was typed and not saved lies in the browser's storage: the next person must not find it.
      c.header('Clear-Site-Data', '"storage", "cache"');
      c.header('Set-Cookie', endOfShared, { append: true });
    }
    return c.redirect(afterwards(c.var.visit, '/sign-in', 'signed-out'), 303);
  };
