import { html } from 'hono/html';
import { directionOf } from '../../../src/content-model/locales.ts';

/** A sentence as a whole page, made of nothing that could fail: for when the pages of the CMS cannot be made. */
export const plainPage = ({ lang, sentence }: { lang: string; sentence: string }): string =>
  String(
    html`<!doctype html>
      <html lang="${lang}" dir="${directionOf(lang)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>${sentence}</title>
        </head>
        <body>
          <main><h1>${sentence}</h1></main>
        </body>
      </html> `,
  );
