import { readable } from '../content-model/colour.ts';
import type { Site } from '../views/site.ts';

/** What a telephone shows of the site on its home screen: name, colour and sign. One for all languages, so in the default one. */
export function webManifest({ graph, chrome }: Site): string {
  const { name, defaultLanguage, sign } = graph.settings.site;
  const { city, dir } = chrome(defaultLanguage);
  const icon = (size: number) => ({ src: `/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' });
  const manifest = {
    name,
    short_name: city,
    lang: defaultLanguage,
    dir,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'browser',
    theme_color: readable(sign, '#ffffff', 4.5),
    background_color: '#ffffff',
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' }, icon(192), icon(512)],
  };
  return `${JSON.stringify(manifest)}\n`;
}
