import { html } from 'hono/html';
import type { Publishing } from '../publishing/publishing.ts';
import type { Figures } from './figures.ts';
import type { Markup } from './markup.ts';
import { size } from './moment.ts';
import type { Visit } from './visit.ts';

/** Under this share of free space the server may soon be unable to save. */
const littleSpace = 0.05;

/** What somebody must look at, each with what to do about it: only for those who may see the status. */
export async function warnings(
  visit: Visit,
  { publishing, figures }: { publishing: Pick<Publishing, 'state'>; figures: Figures },
): Promise<Markup[]> {
  const { say, to, lang } = visit;
  const [mirror, disk, mails] = await Promise.all([figures.mirror(), figures.disk(), figures.mailsWaiting()]);
  const { last } = publishing.state();
  const more = html`<a href="${to('/status')}">${say('cms.warn.more')}</a>`;
  return [
    ...(last && last.state !== 'live' ? [html`${say('cms.warn.release', { count: last.problems.length })} ${more}`] : []),
    ...(mirror?.state === 'refused' ? [html`${say('cms.warn.mirror', { count: mirror.waiting })} ${commandToRun(visit, mirror.command)}`] : []),
    ...(mails > 0 ? [html`${say('cms.warn.mails', { count: mails })} ${more}`] : []),
    ...(disk.free < disk.total * littleSpace ? [html`${say('cms.warn.disk', { free: size(lang, disk.free) })} ${more}`] : []),
  ];
}

export const commandToRun = ({ say }: Visit, command: string | null): Markup | '' =>
  command === null ? '' : html`${say('cms.warn.run')} <code class="command" dir="ltr">${command}</code>`;
