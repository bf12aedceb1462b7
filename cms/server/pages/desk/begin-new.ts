import { html } from 'hono/html';
import type { Collection } from '../../../../src/content-model/collections.ts';
import { decapCollection } from '../../editor-address.ts';
import { documentNames } from '../../review/document-names.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

/** Everything that somebody may begin, as ways into the editor: one for each collection and language. */
export function beginNew({ say, face }: Visit, writable: readonly Collection[]): Markup | '' {
  if (writable.length === 0) return '';
  return html`<details class="begin">
    <summary>${say('cms.review.new')} …</summary>
    <dl>
      ${writable.map((collection) => {
        const what = documentNames(say).collection({ collection });
        return html`<div>
          <dt>${what}</dt>
          ${face.languages.map(
            ({ id, name }) =>
              html`<dd>
                <a
                  href="/admin/${id}/#/collections/${decapCollection({ collection, lang: id, slug: '' }, 'original')}/new"
                  aria-label="${say('cms.review.new.in', { what, language: name })}"
                  ><bdi lang="${id}">${name}</bdi></a
                >
              </dd>`,
          )}
        </div>`;
      })}
    </dl>
  </details>`;
}
