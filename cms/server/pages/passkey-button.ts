import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Markup } from './markup.ts';
import type { Visit } from './visit.ts';

/** What the passkey script can say, by the name under which it looks for it. */
const said = {
  cancelled: 'cms.passkey.cancelled',
  known: 'cms.passkey.known',
  address: 'cms.passkey.address',
  offline: 'cms.passkey.offline',
  failed: 'cms.passkey.failed',
} as const satisfies Record<string, StringKey>;

interface PasskeyButton {
  visit: Visit;
  /** `register` makes a new passkey, `use` proves one in a session, `sign-in` opens a session and offers passkeys in the e-mail field, too. */
  does: 'register' | 'use' | 'sign-in';
  label: StringKey;
  /** Where one is led afterwards. */
  next: string;
  /** Id of the field that names a new passkey. */
  named?: string;
}

/** A button that the passkey script (passkey.js) brings to life; without the script it stays hidden and a sentence says so. */
export const passkeyButton = ({ visit: { say, to }, does, label, next, named }: PasskeyButton): Markup =>
  html`<div
    class="stack"
    data-passkey="${does}"
    data-next="${to(next)}"
    ${named ? html` data-named="${named}"` : ''}${Object.entries(said).map(([name, key]) => html` data-${name}="${say(key)}"`)}
  >
    <p data-missing>${say('cms.passkey.missing')}</p>
    <button class="do" type="button" hidden>${say(label)}</button>
    <p class="wrong" role="alert" data-said></p>
  </div>`;
