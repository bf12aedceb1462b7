import { themes } from '../content-model/practice.ts';
import { modelWays, themeWays, type Ways } from './near.ts';
import { listPage, type ListView } from './list-page.ts';
import { pagesOf } from './paged.ts';
import { practiceLine, type PracticeLine } from './practice-line.ts';
import type { Route } from './routes.ts';
import { number, say, type Site } from './site.ts';

/** So many that a page stays within one flight. */
const practicesAPage = 72;

export type PracticesView = ListView<'practices', PracticeLine> & { ways: Ways[] };

/** Practices by theme, then city. */
const byTheme = (site: Site) =>
  themes.map((id) => ({
    id,
    items: site.entries.practices
      .filter(({ original }) => original.data.theme === id)
      .toSorted((a, b) => compare(a.original.data.city, b.original.data.city) || compare(a.slug, b.slug)),
  }));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function view(site: Site, lang: string, page: number): PracticesView {
  const count = site.entries.practices.length;
  const cities = new Set(site.entries.practices.map(({ original }) => original.data.city)).size;
  const base = listPage(site, {
    kind: 'practices',
    lang,
    page,
    place: 'practices',
    size: practicesAPage,
    groups: byTheme(site),
    description: say(site, lang, 'practices.description'),
    lede: count > 0 ? say(site, lang, 'practices.lede', { count, cities: number(lang, cities) }) : say(site, lang, 'practices.empty'),
    labelOf: (id) => ({ label: say(site, lang, `theme.${id as (typeof themes)[number]}`) }),
    itemOf: (group) => practiceLine(group, { site, lang, around: lang }),
  });
  return { ...base, ways: [themeWays({ site, lang }), modelWays({ site, lang })] };
}

/** What other cities did, by theme: the first page of the list. */
export const route: Route<PracticesView> = {
  pattern: '/[lang]/practices',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!, 1),
};

/** The pages after the first. */
export const pageRoute: Route<PracticesView> = {
  pattern: '/[lang]/practices/page/[page]',
  paths: (site) => {
    const later = pagesOf(byTheme(site), practicesAPage).slice(1);
    return site.languages.flatMap((lang) => later.map((_, index) => ({ lang, page: String(index + 2) })));
  },
  view: (site, { lang, page }) => view(site, lang!, Number(page)),
};
