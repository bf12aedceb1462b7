import { html } from 'hono/html';
import { entryAddress } from '../../editor-address.ts';
import type { EntryReview, ReviewNote } from '../../review/entry-review.ts';
import { longField, type FormState } from './long-field.ts';
import type { Markup } from '../markup.ts';
import { moment } from '../moment.ts';
import type { Visit } from '../visit.ts';

/** What people wrote to each other about a draft, oldest first, and a field for one more. */
export function notesView(visit: Visit, { review, noting }: { review: EntryReview; noting: FormState }): Markup {
  const { say, to } = visit;
  const { draft, may, name } = review;
  if (!draft) return html``;
  return html`<section aria-labelledby="notes" class="stack">
    <h2 id="notes">${say('cms.review.notes')}</h2>
    ${
      draft.notes.length === 0
        ? html`<p class="soft">${say('cms.review.notes.none')}</p>`
        : html`<ol class="notes">
            ${draft.notes.map((note) => noteItem(visit, { note, review }))}
          </ol>`
    }
    ${
      may.note
        ? html`<form method="post" action="${to(`${entryAddress(name)}/notes`)}" class="form" novalidate>
            ${longField(noting, { name: 'note', label: 'cms.review.notes.new', hint: 'cms.review.notes.hint' })}
            <button class="less">${say('cms.review.notes.add')}</button>
          </form>`
        : ''
    }
  </section>`;
}

function noteItem(visit: Visit, { note, review }: { note: ReviewNote; review: EntryReview }): Markup {
  const { say, to } = visit;
  const { id, author, isOwn, at, text, resolved } = note;
  const who = isOwn ? say('cms.review.own') : (author ?? say('cms.review.somebody'));
  const reviews = review.may.note && (isOwn || review.may.approve);
  const button = (does: 'toggle' | 'delete', label: string) =>
    html`<form method="post" action="${to(`${entryAddress(review.name)}/notes/${does}`)}">
      <input type="hidden" name="id" value="${id}" />
      <button class="quiet">${label}<span class="vh"> ${say('cms.review.notes.of', { who })}</span></button>
    </form>`;
  return html`<li class="${resolved ? 'resolved' : 'open'}">
    <p class="soft">
      <b><bdi>${who}</bdi></b
      >, ${moment(visit, at)}${resolved ? html` · ${say('cms.review.notes.resolved')}` : ''}
    </p>
    <p class="said" dir="auto">${text}</p>
    ${
      reviews
        ? html`<div class="both">
            ${button('toggle', say(resolved ? 'cms.review.notes.reopen' : 'cms.review.notes.resolve'))}
            ${isOwn ? button('delete', say('cms.review.notes.delete')) : ''}
          </div>`
        : ''
    }
  </li>`;
}
