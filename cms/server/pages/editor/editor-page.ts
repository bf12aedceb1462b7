import { html, raw } from 'hono/html';
import type { Handler } from 'hono';
import { directionOf } from '../../../../src/content-model/locales.ts';
import type { PageData } from '../../../admin/page-data.ts';
import type { Bundle } from '../../bundle/build.ts';
import { makeConfig } from '../../../config/config.ts';
import type { MainContent } from '../../content/main-content.ts';
import { fieldWords } from '../../field-words.ts';
import { Refusal } from '../../refusal.ts';
import { mayWith } from '../../roles.ts';
import { wordsIn, type Languages } from '../../words.ts';
import { sharedComputer } from '../../auth/shared-computer.ts';
import { personOf, type PagesEnv } from '../visit.ts';
import { pageWords } from './page-words.ts';

export interface EditorPageInput {
  bundle: () => Promise<Bundle>;
  content: Pick<MainContent, 'current'>;
  languages: () => Languages;
}

/** JSON that can stand in a page: nothing in it ends the element it stands in (HTML Standard, restrictions for contents of script elements). */
export const inPage = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** The editor of texts, for who is signed in and in one working language: a page with data and the bundle, which does the rest. */
export const showEditor =
  ({ bundle, content, languages }: EditorPageInput): Handler<PagesEnv> =>
  async (c) => {
    const { visit } = c.var;
    const { face, say } = visit;
    const lang = c.req.param('lang') ?? '';
    if (!face.languages.some(({ id }) => id === lang)) throw new Refusal(404, 'cms.refused.missing');
    const { id, name, email, role, desks } = personOf(visit);
    const [{ script, styles }, { graph }] = await Promise.all([bundle(), content.current()]);
    if (!graph) throw new Refusal(503, 'cms.refused.broken');
    const known = languages();
    const texts = known.get(lang) ?? known.get(face.defaultLanguage)!;
    const labels = fieldWords(lang);
    const data: PageData = {
      lang,
      dir: directionOf(lang),
      languages: face.languages.map((language) => ({ id: language.id, name: language.name })),
      person: { id, name: name || email, role },
      mayWriteRaw: mayWith(role, 'approve', { collection: 'guides', kind: 'original', relation: 'other' }),
      shared: sharedComputer(c.req.raw.headers),
      words: pageWords(texts),
      fieldWords: labels,
      config: makeConfig({
        role,
        desks,
        lang,
        languages: face.languages,
        settings: graph.settings.site,
        say: wordsIn(known, lang),
        labelOf: (english) => labels[english] ?? english,
      }) as unknown as PageData['config'],
    };
    const assets = '/admin/assets/';
    return c.html(
      html`<!doctype html>
        <html lang="${lang}" dir="${data.dir}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width,initial-scale=1" />
            <title>${say('head.title', { title: wordsIn(known, lang)('cms.name'), site: face.name })}</title>
            <meta name="robots" content="noindex" />
            <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml" />
            ${styles.map((file) => html`<link rel="stylesheet" href="${assets}${file}" />`)}
            <script type="application/json" id="page-data">
              ${raw(inPage(data))}
            </script>
            <script type="module" src="${assets}${script}"></script>
          </head>
          <body>
            <div id="bar"></div>
            <div id="nc-root"></div>
            <div id="standings"></div>
            <noscript><p>${wordsIn(known, lang)('cms.editor.noscript')}</p></noscript>
          </body>
        </html>`,
    );
  };
