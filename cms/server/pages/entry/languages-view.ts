import { html } from 'hono/html';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import { entryAddress } from '../../editor-address.ts';
import type { EntryReview, LanguageOfEntry } from '../../review/entry-review.ts';
import { languageMarkup } from './entry-words.ts';
import type { Markup } from '../markup.ts';
import { translateButton } from '../translations/translation-markup.ts';
import type { Visit } from '../visit.ts';

const states: Readonly<Record<LanguageOfEntry['state'], StringKey>> = {
  original: 'cms.review.lang.original',
  current: 'cms.review.lang.current',
  outdated: 'cms.review.lang.outdated',
  summary: 'cms.review.lang.summary',
  missing: 'cms.review.lang.missing',
};

/** The languages of an entry: where each stands, and a way to it or to begin it. */
export function languagesView(visit: Visit, { name, languages }: EntryReview): Markup {
  const { say, to } = visit;
  if (languages.length === 0) return html``;
  return html`<section aria-labelledby="languages" class="stack">
    <h2 id="languages">${say('cms.review.languages')}</h2>
    <ul class="tongues">
      ${languages.map((one) => {
        const here = one.lang === name.lang;
        const there = one.state !== 'missing' || one.draft !== undefined;
        const label = languageMarkup(visit, one.lang);
        return html`<li>
          <p>
            ${there && !here ? html`<a href="${to(entryAddress({ ...name, lang: one.lang }))}">${label}</a>` : html`<b>${label}</b>`}
            <span class="soft">
              ${one.state === 'missing' && one.draft ? '' : say(states[one.state])}${
                one.draft ? html`${one.state === 'missing' ? '' : ' · '}${say(`cms.review.status.${one.draft}`)}` : ''
              }
            </span>
          </p>
          ${one.mayTranslate ? translateButton(visit, { ...name, lang: one.lang }) : ''}
        </li>`;
      })}
    </ul>
  </section>`;
}
