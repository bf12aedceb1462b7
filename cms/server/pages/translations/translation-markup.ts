import { html } from 'hono/html';
import { languageName } from '../../../../src/views/site.ts';
import { documentKey, type DocumentName } from '../../document.ts';
import type { ShownCell } from '../../translating/translation-table.ts';
import { isolated, type Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

/** How an entry stands in a language, in words: “Outdated, 3 parts”. */
function stateWords({ say }: Visit, { state, parts }: Pick<ShownCell, 'state' | 'parts'>): string {
  if (state === 'outdated') return say('cms.translating.parts', { count: parts });
  return say(`cms.translating.${state}`);
}

/** How long something has been waiting: “today”, “4 days”. */
export const waited = ({ say }: Pick<Visit, 'say'>, days: number): string =>
  days === 0 ? say('cms.translating.today') : say('cms.translating.days', { count: days });

/** How far a draft is, whose it is and for how long. */
function draftWords(visit: Visit, { draft, days }: Pick<ShownCell, 'draft' | 'days'>): string[] {
  const owner = draft?.own ? visit.say('cms.translating.own') : draft?.owner;
  return [...(owner ? [isolated(owner)] : []), ...(days === undefined ? [] : [waited(visit, days)])];
}

/** A cell of the table: the state, which leads to the work, and who is at it since when. */
export function cellMarkup(visit: Visit, cell: ShownCell, at: { name: DocumentName; title: string }): Markup {
  const { say, to, lang } = visit;
  const { draft, address, begin, state } = cell;
  const into = { title: isolated(at.title), language: languageName(lang, cell.lang) };
  if (begin)
    return html`<span class="tr-state" data-state="missing">${say('cms.translating.missing')}</span>
      <button class="less" name="at" value="${documentKey(at.name)}">
        ${say('cms.translating.begin')}<span class="vh"> ${say('cms.translating.beginOf', into)}</span>
      </button>`;
  const words = draft && state === 'missing' ? say(`cms.translating.${draft.status}`) : stateWords(visit, cell);
  const also = draft && state !== 'missing' ? [say(`cms.translating.${draft.status}`)] : [];
  const more = [...also, ...draftWords(visit, cell)];
  const shown = draft && state === 'missing' ? draft.status : state;
  return html`${
    address
      ? html`<a class="tr-state" data-state="${shown}" href="${address.startsWith('/admin/') ? address : to(address)}">${words}</a>`
      : html`<span class="tr-state" data-state="${shown}">${words}</span>`
  }
  ${more.length > 0 ? html`<span class="soft">${more.join(' · ')}</span>` : ''}`;
}

/** The button “Translate into …” of an entry, for its page: a form that needs no script and leads to the editor. */
export const translateButton = ({ say, to, lang }: Visit, name: DocumentName): Markup =>
  html`<form method="post" action="${to('/translations')}">
    <button class="less" name="at" value="${documentKey(name)}">${say('cms.translating.into', { language: languageName(lang, name.lang) })}</button>
  </form>`;

/** The button “Still right” of a guide, for its page. */
export const stillRightButton = ({ say, to }: Visit, name: DocumentName): Markup =>
  html`<form method="post" action="${to(`/entries/${documentKey(name)}/still-right`)}">
    <button class="less" aria-describedby="still-right-what">${say('cms.translating.stillRight')}</button>
    <p class="hint" id="still-right-what">${say('cms.translating.stillRight.what')}</p>
  </form>`;

/** The button “Translations are still right” of an original that has translations which are out of date, for its page. */
export const sameMeaningButton = ({ say, to }: Visit, name: DocumentName): Markup =>
  html`<form method="post" action="${to(`/entries/${documentKey(name)}/translations-still-right`)}">
    <button class="less" aria-describedby="same-meaning-what">${say('cms.translating.sameMeaning')}</button>
    <p class="hint" id="same-meaning-what">${say('cms.translating.sameMeaning.what')}</p>
  </form>`;
