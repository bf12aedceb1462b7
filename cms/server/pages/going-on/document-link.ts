import { html } from 'hono/html';
import type { Graph } from '../../../../src/graph/graph.ts';
import { documentKey, type DocumentName } from '../../document.ts';
import { entryAddress } from '../../editor-address.ts';
import { documentNames } from '../../review/document-names.ts';
import { groupOf } from '../../review/title-of.ts';
import type { Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

/** More documents than this are counted instead of named. */
export const most = 12;

/** The title under which a document is published in its language; undefined where it is not, or has none. */
export function titleOf(graph: Graph | null, { collection, lang, slug }: DocumentName): string | undefined {
  return groupOf(graph, { collection, lang, slug })?.byLanguage.get(lang)?.data.title;
}

/** A document by its title, which leads to its page, with what it is and in which language; by its name where it has no title. */
function documentLink({ say, to }: Visit, name: DocumentName, title: string | undefined): Markup {
  const { collection, lang, slug } = name;
  const label = title === undefined ? html`<code dir="ltr">${documentKey(name)}</code>` : html`<bdi>${title}</bdi>`;
  const called = documentNames(say).collection(name);
  const what = collection === 'settings' ? `${called}: ${slug}` : called;
  return html`<a href="${to(entryAddress(name))}">${label}</a> <span class="of">${what}${lang === 'all' ? '' : html` · <bdi>${lang}</bdi>`}</span>`;
}

/** Documents as a list, the first of them by title, the others counted. */
export function documentList(visit: Visit, documents: readonly { name: DocumentName; title: string | undefined }[], shown = most): Markup | '' {
  if (documents.length === 0) return '';
  return html`<ul class="documents">
    ${documents.slice(0, shown).map(({ name, title }) => html`<li>${documentLink(visit, name, title)}</li>`)}
    ${documents.length > shown ? html`<li>${visit.say('cms.change.more', { count: documents.length - shown })}</li>` : ''}
  </ul>`;
}
