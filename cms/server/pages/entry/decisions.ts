import { html } from 'hono/html';
import { isCollection } from '../../../../src/content-model/collections.ts';
import type { StringKey } from '../../../../src/content-model/string-keys.ts';
import { documentKey } from '../../document.ts';
import { editorAddress, entryAddress } from '../../editor-address.ts';
import type { EntryReview, ReviewedDraft } from '../../review/entry-review.ts';
import type { Status } from '../../store/store.ts';
import { longField, type FormState } from './long-field.ts';
import type { Markup } from '../markup.ts';
import { sameMeaningButton, stillRightButton } from '../translations/translation-markup.ts';
import type { Visit } from '../visit.ts';

/** What giving a draft another status is called, by where it is and where it goes. Giving it back to its writer has a form of its own, unless it is one's own. */
const moves: Readonly<Record<Status, Partial<Record<Status, StringKey>>>> = {
  draft: { pending_review: 'cms.review.do.submit', pending_publish: 'cms.review.do.approve' },
  pending_review: { pending_publish: 'cms.review.do.approve', draft: 'cms.review.do.takeBack' },
  pending_publish: { pending_review: 'cms.review.do.unapprove', draft: 'cms.review.do.takeBack' },
};

/** What one would most likely do next: it stands first and stands out. */
const next: Readonly<Partial<Record<Status, Status>>> = { draft: 'pending_review', pending_review: 'pending_publish' };

const post = (visit: Visit, path: string, inside: Markup): Markup => html`<form method="post" action="${visit.to(path)}">${inside}</form>`;

/** The buttons of an entry: everything that whoever visits may do with it now, and nothing else. */
export function decisions(visit: Visit, { review, asking }: { review: EntryReview; asking: FormState }): Markup {
  const { say } = visit;
  const { name, draft, published, may } = review;
  const at = entryAddress(name);
  const steps = draft ? draftSteps(visit, { review, draft, asking }) : [];
  const { languages, kind } = review;
  const still = name.collection === 'guides' && published && !draft && may.publish ? stillRightButton(visit, name) : '';
  const outdated = kind === 'original' && published && may.publish && languages.some(({ state }) => state === 'outdated');
  const same = outdated ? sameMeaningButton(visit, name) : '';
  const ways = [
    ...(may.write
      ? [
          html`<a class="less" href="${editorAddress(name, review.kind, name.collection === 'settings' ? visit.lang : name.lang)}"
            >${say('cms.review.do.write')}</a
          >`,
        ]
      : []),
    ...(isCollection(name.collection) ? [html`<a class="less" href="/preview/${documentKey(name)}">${say('cms.review.do.preview')}</a>`] : []),
    ...(may.read ? [html`<a href="${visit.to(`${at}/history`)}">${say('cms.review.do.history')}</a>`] : []),
    ...(draft && may.discard ? [html`<a href="${visit.to(`${at}/discard`)}">${say('cms.review.do.discard')}</a>`] : []),
    ...(published && isCollection(name.collection) && may.unpublish
      ? [html`<a href="${visit.to(`${at}/unpublish`)}">${say('cms.review.do.unpublish')}</a>`]
      : []),
  ];
  return html`<section aria-labelledby="decide" class="stack">
    <h2 id="decide">${say('cms.review.decide')}</h2>
    ${steps.length > 0 || still || same ? html`${steps}${still}${same}` : html`<p>${say('cms.review.do.nothing')}</p>`}
    <ul class="doing">
      ${ways.map((way) => html`<li>${way}</li>`)}
    </ul>
  </section>`;
}

function draftSteps(visit: Visit, { review, draft, asking }: { review: EntryReview; draft: ReviewedDraft; asking: FormState }): Markup[] {
  const { say } = visit;
  const { name, may } = review;
  const at = entryAddress(name);
  const { status, revision, isOwn, stale } = draft;
  const seen = html`<input type="hidden" name="revision" value="${revision}" />`;
  const live = html`<input type="hidden" name="published" value="${review.published?.revision ?? ''}" />`;
  // Whoever may approve gives a draft of another back with a word about it.
  const asks = status !== 'draft' && draft.moves.includes('draft') && !isOwn && may.note;
  const button = (to: Status, first: boolean) =>
    html`<input type="hidden" name="to" value="${to}" />${seen}<button class="${first ? 'do' : 'less'}">${say(moves[status][to]!)}</button>`;
  const possible = draft.moves.filter((to) => moves[status][to] !== undefined && !(to === 'draft' && asks));
  const sorted = possible.toSorted((a, b) => Number(b === next[status]) - Number(a === next[status]));
  return [
    ...(stale && may.write
      ? [
          html`<div class="step warn">
            <p>${say('cms.review.stale')}</p>
            ${post(visit, `${at}/keep`, html`${seen}${live}<button class="less">${say('cms.review.stale.keep')}</button>`)}
          </div>`,
        ]
      : []),
    ...(status === 'pending_publish' && may.publish
      ? [
          html`<div class="step">
            ${post(visit, `${at}/publish`, html`${seen}<button class="do">${say('cms.review.do.publish')}</button>`)}
            <p class="hint">${say('cms.review.do.publish.what')}</p>
          </div>`,
        ]
      : []),
    ...sorted.map(
      (to) =>
        html`<div class="step">
          ${post(visit, `${at}/status`, button(to, to === next[status]))}
          ${to === 'pending_publish' && isOwn ? html`<p class="hint">${say('cms.review.ownText')}</p>` : ''}
        </div>`,
    ),
    ...(asks
      ? [
          html`<details class="step ask" ${asking.problems.length > 0 ? html` open` : ''}>
            <summary>${say('cms.review.do.ask')} …</summary>
            <form method="post" action="${visit.to(`${at}/ask`)}" class="form" novalidate>
              ${seen} ${longField(asking, { name: 'changes', label: 'cms.review.do.ask.what', hint: 'cms.review.do.ask.hint' })}
              <button class="less">${say('cms.review.do.ask')}</button>
            </form>
          </details>`,
        ]
      : []),
  ];
}
