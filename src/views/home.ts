import type { Guide } from '../content-model/collections.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { frame } from './frame.ts';
import { topicView, type TopicView } from './guide-card.ts';
import { written, type Written } from './quotation.ts';
import type { Route } from './routes.ts';
import { date, find, inLanguage, localise, number, say, type Site } from './site.ts';
import { storyCard, type StoryCard } from './story-card.ts';
import type { BaseView } from './view.ts';

interface GuideLink {
  title: Written;
  href: string;
}

export interface HomeView extends BaseView<'home'> {
  title: string;
  /** What the colours of the lines stand for. */
  legend: { id: string; label: string; icon: string }[];
  stories: StoryCard[];
  /** To the list of all stories. */
  all?: { text: string; href: string };
  sign: { name: Written; figures: { value: Written; what: Written }[] };
  doors: { href: string; id: string; icon: string; line: string; guides: GuideLink[] }[];
  stages: { href: string; id: string; label: string; line: string; guides: GuideLink[] }[];
  changes: { guide: GuideLink; topic: TopicView; on: string; why?: Written; before?: Written; now: Written }[];
}

/** The guides that satisfy a test, those with the lowest number first, then the oldest. */
type GuidesFor = (wanted: (guide: Guide) => boolean, order: { limit: number; first: (guide: Guide) => number }) => GuideLink[];

const most = { stories: 6, inDoor: 3, atStage: 2, changes: 3 } as const;

function view(site: Site, lang: string): HomeView {
  const { settings } = site.graph;
  const chrome = site.chrome(lang);
  const city = chrome.city;
  const count = site.entries.stories.length;
  const chosen = settings.site.stories.flatMap((slug) => find(site, 'stories', slug) ?? []);
  const stories = (chosen.length > 0 ? chosen : site.entries.stories).slice(0, most.stories).map((group) => storyCard(site, group, lang));
  const title = count > 0 ? say(site, lang, 'home.title', { count, city }) : say(site, lang, 'home.empty', { city });
  const base = frame(site, {
    kind: 'home',
    lang,
    place: '/',
    title: settings.site.name,
    description: say(site, lang, 'home.description', { city }),
    pictures: stories.flatMap(({ pictures }) => pictures),
  });
  const used = new Set(stories.map(({ topic }) => topic.id));
  const guidesFor: GuidesFor = (wanted, { limit, first }) =>
    site.entries.guides
      .filter((group) => wanted(group.original.data))
      .toSorted((a, b) => first(a.original.data) - first(b.original.data) || (a.original.data.published < b.original.data.published ? -1 : 1))
      .slice(0, limit)
      .map((group) => guideLink(group, lang));
  const stageOf = ({ stages }: Guide) => settings.stages.findIndex(({ id }) => stages.includes(id));
  return {
    ...base,
    title: stories.length > 0 && stories.length < count ? `${title} ${say(site, lang, 'home.some', { count: stories.length })}` : title,
    legend: settings.topics.filter(({ id }) => used.has(id)).map(({ id }) => ({ id, ...chrome.topics[id]! })),
    stories,
    ...(stories.length < count ? { all: { text: say(site, lang, 'home.all', { count }), href: `/${lang}/stories/` } } : {}),
    sign: signOf(site, lang),
    doors: settings.audiences
      .filter(({ door }) => door)
      .map(({ id, icon, line }) => ({
        id,
        href: `/${lang}/for/${id}/`,
        icon,
        line: localise(site, line, lang),
        // What one needs first comes first.
        guides: guidesFor(({ audiences }) => audiences.includes(id), { limit: most.inDoor, first: stageOf }),
      }))
      .filter(({ guides }) => guides.length > 0),
    stages: stagesOf(site, lang, guidesFor),
    changes: changesOf(site, lang),
  };
}

function guideLink(group: EntryGroup<'guides'>, lang: string): GuideLink {
  const entry = inLanguage(group, lang);
  return { title: written(entry.data.title, entry.lang, lang), href: `/${lang}/guides/${group.slug}/` };
}

/** The sign bears the name in the language of the place, as street signs do. */
function signOf(site: Site, lang: string): HomeView['sign'] {
  const { city, localLanguage, figures } = site.graph.settings.site;
  return {
    name: written(localise(site, city, localLanguage), localLanguage, lang),
    figures: figures.flatMap((slug) => {
      const group = find(site, 'facts', slug);
      if (!group) return [];
      const { lang: of, data } = inLanguage(group, lang);
      const percent = data.unit === '%';
      const value = typeof data.value === 'number' ? { text: number(lang, data.value) + (percent ? '%' : '') } : written(data.value, of, lang);
      return [{ value, what: written(data.unit && !percent ? data.unit : data.title, of, lang) }];
    }),
  };
}

/** The way from before coming to after leaving; left out where no guide stands at any of its stages. */
function stagesOf(site: Site, lang: string, guidesFor: GuidesFor): HomeView['stages'] {
  const stages = site.graph.settings.stages.map(({ id, label, line }) => ({
    id,
    href: `/${lang}/when/${id}/`,
    label: localise(site, label, lang),
    line: localise(site, line, lang),
    // Guides that begin here, before those that only go on.
    guides: guidesFor((guide) => guide.stages.includes(id), { limit: most.atStage, first: ({ stages }) => (stages[0] === id ? 0 : 1) }),
  }));
  return stages.some(({ guides }) => guides.length > 0) ? stages : [];
}

/** The latest changes of meaning, newest first. */
function changesOf(site: Site, lang: string): HomeView['changes'] {
  const changed = site.entries.guides.flatMap((group) => {
    const on = group.original.data.changed?.on;
    return on && on <= site.day ? [{ group, on }] : [];
  });
  return changed
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
    .slice(0, most.changes)
    .map(({ group, on }) => {
      const { lang: of, data } = inLanguage(group, lang);
      const { before, now, why } = data.changed!;
      return {
        guide: guideLink(group, lang),
        topic: topicView(site, data.topics[0]!, lang),
        on: date(lang, on),
        ...(why ? { why: written(why, of, lang) } : {}),
        ...(before ? { before: written(before, of, lang) } : {}),
        now: written(now, of, lang),
      };
    });
}

/** Home: lines from everywhere that converge on the city's sign. */
export const route: Route<HomeView> = {
  pattern: '/[lang]',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!),
};
