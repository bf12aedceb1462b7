import { html } from 'hono/html';
import type { MailQueue } from '../../mail/mail.ts';
import type { RunningVersion } from '../../version.ts';
import type { DiskFigures, MirrorFigures } from '../figures.ts';
import { isolated, type Markup } from '../markup.ts';
import { moment, size } from '../moment.ts';
import type { Visit } from '../visit.ts';
import { commandToRun } from '../warnings.ts';

/** The copy of the content elsewhere. */
export function mirrorView(visit: Visit, mirror: MirrorFigures | null): Markup {
  const { say } = visit;
  if (!mirror) return html`<p>${say('cms.status.mirror.none')}</p>`;
  if (mirror.state === 'refused')
    return html`<p class="late">${say('cms.warn.mirror', { count: mirror.waiting })} ${commandToRun(visit, mirror.command)}</p>`;
  return html`<p>${mirror.state === 'current' ? say('cms.status.mirror.current') : say('cms.status.mirror.behind', { count: mirror.waiting })}</p>`;
}

export const diskView = ({ say, lang }: Visit, { used, free, total }: DiskFigures): Markup =>
  html`<p>${say('cms.status.disk.what', { used: size(lang, used), free: size(lang, free), total: size(lang, total) })}</p>`;

/** Mails that wait, since when, and what the mail server says to them. */
export function mailsView(visit: Visit, { waiting, oldest, failing, reason, givenUp, sends }: MailQueue): Markup {
  const { say } = visit;
  const waits = html`<p>
    ${waiting > 0 ? say('cms.warn.mails', { count: waiting }) : say('cms.status.mails.none')}
    ${oldest === undefined ? '' : html`${say('cms.going.mails.oldest')} ${moment(visit, oldest)}.`}
  </p>`;
  return html`${sends ? '' : html`<p>${say('cms.going.mails.printed')}</p>`} ${sends || waiting > 0 ? waits : ''}
  ${failing > 0 ? html`<p class="late">${say('cms.going.mails.failing', { count: failing, answer: isolated(reason ?? '–') })}</p>` : ''}
  ${givenUp > 0 ? html`<p class="late">${say('cms.going.mails.givenUp', { count: givenUp })}</p>` : ''}`;
}

export function versionView(visit: Visit, { doorstep, commit, node, since }: RunningVersion): Markup {
  const { say } = visit;
  const version = commit === undefined ? doorstep : `${doorstep} (${commit})`;
  return html`<p><bdi dir="ltr">${say('cms.going.version.what', { version, node })}</bdi></p>
    <p class="soft">${say('cms.going.version.since')} ${moment(visit, since)}</p>`;
}
