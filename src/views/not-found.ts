import { frame } from './frame.ts';
import type { Route } from './routes.ts';
import type { Site } from './site.ts';
import type { BaseView } from './view.ts';

export interface NotFoundView extends BaseView<'not-found'> {
  ways: { label: string; href: string }[];
}

function notFound(site: Site, lang: string): NotFoundView {
  const { words, home } = site.chrome(lang);
  const base = frame(site, {
    kind: 'not-found',
    lang,
    place: '/404/',
    title: words['notFound.title'],
    description: words['notFound.text'],
    noindex: true,
  });
  const ways = [
    { label: words['nav.home'], href: home },
    { label: words['nav.guides'], href: `/${lang}/guides/` },
    { label: words['nav.stories'], href: `/${lang}/stories/` },
  ];
  return { ...base, breadcrumb: [], languages: base.languages.map((language) => ({ ...language, href: `/${language.lang}/` })), ways };
}

/** The page for an address that leads nowhere, in each language. */
export const route: Route<NotFoundView> = {
  pattern: '/[lang]/404',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => notFound(site, lang!),
};

/** The same for addresses without a language, as static hosts look for it: `/404.html`. */
export const anywhere: Route<NotFoundView> = {
  pattern: '/404',
  paths: () => [{}],
  view: (site) => ({ ...notFound(site, site.graph.settings.site.defaultLanguage), path: '/404' }),
};
