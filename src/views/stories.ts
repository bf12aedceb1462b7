import { frame } from './frame.ts';
import { audienceWays, countryWays, reasonWays, topicWays, type Ways } from './near.ts';
import { peopleForm, type PeopleForm } from './people-form.ts';
import type { Route } from './routes.ts';
import { localise, say, type Site } from './site.ts';
import { storyCard, type StoryCard } from './story-card.ts';
import type { BaseView } from './view.ts';

/** So many that a page stays within one flight; the first page has the form beside them, in which a large city lists many countries and languages. */
export const storiesAPage = 24;
export const storiesOnFirstPage = 12;

export interface StoriesView extends BaseView<'stories'> {
  title: string;
  count: string;
  /** On the first page, where anybody has told. */
  people?: PeopleForm;
  stories: StoryCard[];
  /** "Page 2 of 3"; empty where there is one page only. */
  page: string;
  newer?: string;
  older?: string;
  ways: Ways[];
}

const pagesOf = (site: Site) => 1 + Math.ceil(Math.max(0, site.entries.stories.length - storiesOnFirstPage) / storiesAPage);
/** Where a page begins in the list of all stories. */
const startOf = (page: number) => (page === 1 ? 0 : storiesOnFirstPage + (page - 2) * storiesAPage);
const placeOf = (page: number) => (page === 1 ? '/stories/' : `/stories/page/${page}/`);

function view(site: Site, lang: string, page: number): StoriesView {
  const { words } = site.chrome(lang);
  const pages = pagesOf(site);
  const stories = site.entries.stories.slice(startOf(page), startOf(page + 1)).map((group) => storyCard(site, group, lang));
  const city = localise(site, site.graph.settings.site.city, lang);
  const which = pages > 1 ? say(site, lang, 'stories.page', { page, pages }) : '';
  const base = frame(site, {
    kind: 'stories',
    lang,
    place: placeOf(page),
    title: page === 1 ? words['stories.title'] : `${words['stories.title']}, ${which}`,
    description: say(site, lang, 'stories.description', { city }),
    section: 'stories',
    pictures: stories.flatMap(({ pictures }) => pictures),
  });
  const count = site.entries.stories.length;
  const people = page === 1 ? peopleForm(site, lang) : undefined;
  return {
    ...base,
    title: words['stories.title'],
    count: count > 0 ? `${say(site, lang, 'stories.count', { count })} ${words['stories.order']}` : words['stories.empty'],
    ...(people ? { people } : {}),
    stories,
    page: which,
    ways: [countryWays({ site, lang }), reasonWays({ site, lang }), topicWays({ site, lang }), audienceWays({ site, lang })],
    ...(page > 1 ? { newer: `/${lang}${placeOf(page - 1)}` } : {}),
    ...(page < pages ? { older: `/${lang}${placeOf(page + 1)}` } : {}),
  };
}

/** All stories, newest first: the first page of the list. */
export const route: Route<StoriesView> = {
  pattern: '/[lang]/stories',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!, 1),
};

/** The pages after the first. */
export const pageRoute: Route<StoriesView> = {
  pattern: '/[lang]/stories/page/[page]',
  paths: (site) => site.languages.flatMap((lang) => Array.from({ length: pagesOf(site) - 1 }, (_, index) => ({ lang, page: String(index + 2) }))),
  view: (site, { lang, page }) => view(site, lang!, Number(page)),
};
