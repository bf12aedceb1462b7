import { entriesFromAToZ, lettersOf, type AzLetter, type AzLine } from './a-z.ts';
import { frame } from './frame.ts';
import { audienceWays, stageWays, topicWays, type Ways } from './near.ts';
import type { Route } from './routes.ts';
import { searchForm, type SearchForm } from './search-form.ts';
import { say, type Site } from './site.ts';
import type { BaseView } from './view.ts';

export interface SearchView extends BaseView<'search'> {
  title: string;
  form: SearchForm;
  /** The A–Z: what the page is without JavaScript. */
  az: { title: string; lede: string; letters: AzLetter[]; groups: { letter: string; items: AzLine[] }[] };
  ways: Ways[];
}

/** So much of an A–Z, in bytes before compression, that the page stays within one flight; where there is more, the letters lead to it. */
const mostBytes = 9500;
const bytesOf = (items: readonly AzLine[]) =>
  items.reduce((sum, { href, title, what }) => sum + new TextEncoder().encode(href + title + what).length, 0);

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
    form: searchForm(site, lang),
    az: {
      title: say(site, lang, 'az.title'),
      lede: items.length > 0 ? say(site, lang, 'az.lede', { count: items.length }) : say(site, lang, 'az.empty'),
      letters,
      groups: bytesOf(items) <= mostBytes ? groups : [],
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
