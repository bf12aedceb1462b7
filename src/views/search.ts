import { entriesFromAToZ, lettersOf, type AzLetter, type AzLine } from './a-z.ts';
import { frame } from './frame.ts';
import { audienceWays, stageWays, topicWays, type Ways } from './near.ts';
import type { Route } from './routes.ts';
import { say, type Site } from './site.ts';
import type { BaseView } from './view.ts';

export interface SearchView extends BaseView<'search'> {
  title: string;
  /** The A–Z: what the page is without JavaScript. */
  az: { title: string; lede: string; letters: AzLetter[]; groups: { letter: string; items: AzLine[] }[] };
  ways: Ways[];
}

/** So many that the page stays within one flight; where there are more, the letters lead to them. */
const mostHere = 110;

function view(site: Site, lang: string): SearchView {
  const items = entriesFromAToZ(site, lang);
  const letters = lettersOf(site, lang);
  const groups = letters.map(({ letter }) => ({ letter, items: items.filter((item) => (item.letter === '0' ? '0–9' : item.letter) === letter) }));
  const title = say(site, lang, 'nav.search');
  const base = frame(site, {
    kind: 'search',
    lang,
    place: '/search/',
    title,
    description: title,
    section: 'search',
    noindex: true,
  });
  return {
    ...base,
    title,
    az: {
      title: say(site, lang, 'az.title'),
      lede: items.length > 0 ? say(site, lang, 'az.lede', { count: items.length }) : say(site, lang, 'az.empty'),
      letters,
      groups: items.length <= mostHere ? groups : [],
    },
    ways: [audienceWays({ site, lang }), stageWays({ site, lang }), topicWays({ site, lang })],
  };
}

/** Search, and the A–Z below it. */
export const route: Route<SearchView> = {
  pattern: '/[lang]/search',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!),
};
