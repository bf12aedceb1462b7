import type { Handler } from 'hono';
import { html } from 'hono/html';
import { passkeyButton } from './passkey-button.ts';
import { textField } from './fields.ts';
import { formFrom } from './form.ts';
import { shell } from './shell.ts';
import { leadingOn } from '../way-on.ts';
import type { PagesEnv } from './visit.ts';
import { wayIn } from './way.ts';

/** The one page that is open to a session which still needs its passkey: registers one, or uses the one that is there. */
export const showPasskey: Handler<PagesEnv> = (c) => {
  const { visit } = c.var;
  const { signedIn, say, to, next = '/' } = visit;
  if (!signedIn) return c.redirect(to(leadingOn('/sign-in', visit.next)), 303);
  if (signedIn.needs === 'nothing') return c.redirect(to(next), 303);
  const registers = signedIn.needs === 'register-passkey';
  const title = say(registers ? 'cms.passkey.register' : 'cms.passkey.use');
  const state = { say, form: formFrom({ passkey: say('cms.passkey.first') }), problems: [] };
  return c.html(
    shell({
      visit,
      title,
      script: true,
      main: html`<div class="narrow stack">
        ${wayIn(visit, 'passkey')}
        <h1>${title}</h1>
        <p class="lede">${say(registers ? 'cms.passkey.register.why' : 'cms.passkey.use.why')}</p>
        <p>${say('cms.passkey.what')}</p>
        ${
          registers
            ? html`<div class="form" data-needs-script hidden>
                ${textField(state, { name: 'passkey', label: 'cms.passkey.name', hint: 'cms.passkey.name.hint', autocomplete: 'off', most: 60 })}
              </div>`
            : ''
        }
        ${passkeyButton({
          visit,
          does: registers ? 'register' : 'use',
          label: registers ? 'cms.passkey.register.button' : 'cms.passkey.use.button',
          next,
          ...(registers ? { named: 'passkey' } : {}),
        })}
        ${registers ? '' : html`<p class="soft">${say('cms.passkey.lost')}</p>`}
      </div>`,
    }),
  );
};
