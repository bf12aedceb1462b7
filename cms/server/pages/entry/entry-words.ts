import { html } from 'hono/html';
import { directionOf } from '../../../../src/content-model/locales.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import { countryName, date, languageName } from '../../../../src/views/site.ts';
import { choicesOf } from '../../../config/choices.ts';
import type { DocumentName } from '../../document.ts';
import { fieldWord } from '../../field-words.ts';
import type { ChangeWords } from '../../review/change-words.ts';
import { documentNames } from '../../review/document-names.ts';
import { nameOfReference, type Title } from '../../review/title-of.ts';
import { isolated, type Markup } from '../markup.ts';
import type { Visit } from '../visit.ts';

/** What a document is called, as plain text: its title, or how settings are called, or that it has none yet. */
export function titleText({ say }: Visit, name: DocumentName, title: Title | undefined): string {
  if (title) return title.text;
  return name.collection === 'settings' || name.collection === 'strings'
    ? documentNames(say).title(name)
    : say('cms.review.untitled', { name: isolated(name.slug) });
}

/** The same for a page: in the language and direction it is written in. */
export const titleMarkup = (visit: Visit, name: DocumentName, title: Title | undefined): Markup =>
  title ? html`<bdi lang="${title.lang}" dir="${directionOf(title.lang)}">${title.text}</bdi>` : html`<bdi>${titleText(visit, name, title)}</bdi>`;

/** A language by its own name where it is one of the site's. */
export const languageMarkup = ({ face, lang }: Visit, of: string): Markup => {
  const own = face.languages.find(({ id }) => id === of);
  return own ? html`<bdi lang="${of}">${own.name}</bdi>` : html`<bdi>${languageName(lang, of)}</bdi>`;
};

/** What it is: "guides · Nederlands · translation". */
export function whatItIs(visit: Visit, name: DocumentName, kind: 'original' | 'translation'): Markup {
  const { say } = visit;
  const what = documentNames(say).collection(name);
  const language = name.collection === 'settings' ? '' : html` · ${languageMarkup(visit, name.lang)}`;
  return html`${what}${language}${kind === 'translation' ? html` · ${say('cms.review.translation')}` : ''}`;
}

/** How a difference names things for whoever visits. */
export const changeWords = ({ say, lang }: Visit, graph: Graph | null): ChangeWords => ({
  label: (english) => fieldWord(lang, english),
  title: (refersTo, id) => nameOfReference(graph, { refersTo, id, lang }),
  leadsTo: (target) => say('cms.review.leadsTo', { target }),
  choice: (values, value) => choicesOf(values, { say }).find((choice) => choice.value === String(value))?.label ?? String(value),
  language: (tag) => languageName(lang, tag),
  country: (code) => countryName(lang, code),
  day: (value) => date(lang, value),
  yes: say('cms.review.yes'),
  no: say('cms.review.no'),
});
