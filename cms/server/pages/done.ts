import { html } from 'hono/html';
import type { StringKey } from '../../../src/content-model/string-keys.ts';
import type { Markup } from './markup.ts';
import type { Visit } from './visit.ts';

/** What has been done, told on the page to which a form leads: only these words may stand in the address. */
const said = {
  'signed-out': 'cms.done.signedOut',
  saved: 'cms.done.saved',
  'passkey-added': 'cms.done.passkeyAdded',
  'passkey-removed': 'cms.done.passkeyRemoved',
  'session-ended': 'cms.done.sessionEnded',
  invited: 'cms.done.invited',
  'sessions-ended': 'cms.done.sessionsEnded',
  'passkeys-reset': 'cms.done.passkeysReset',
  removed: 'cms.done.removed',
  'gone-back': 'cms.done.goneBack',
  submitted: 'cms.review.done.submitted',
  'taken-back': 'cms.review.done.takenBack',
  asked: 'cms.review.done.asked',
  ready: 'cms.review.done.ready',
  noted: 'cms.review.done.noted',
  discarded: 'cms.review.done.discarded',
  unpublished: 'cms.review.done.unpublished',
  restored: 'cms.review.done.restored',
  kept: 'cms.review.done.kept',
  'still-right': 'cms.done.stillRight',
  'same-meaning': 'cms.done.sameMeaning',
} as const satisfies Record<string, StringKey>;
export type Done = keyof typeof said;

/** The address of a page that says what was done. */
export const afterwards = ({ to }: Visit, path: string, done: Done): string => to(`${path}?done=${done}`);

export function doneNotice({ url, say }: Visit): Markup | '' {
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(said, done) ? html`<p class="done" role="status">${say(said[done as Done])}</p>` : '';
}
