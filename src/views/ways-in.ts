import { models, themes } from '../content-model/practice.ts';
import { reasons } from '../content-model/story.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { facetRoutes, type FacetInput } from './facet-list.ts';
import { audienceWays, countries, countryWays, modelCounts, modelWays, reasonWays, stageWays, themeCounts, themeWays, topicWays } from './near.ts';
import { countryName, localise, say, type Site } from './site.ts';

type Reader = { site: Site; lang: string };
type Kind = 'stories' | 'guides' | 'pages';

/** The public entries of a collection that satisfy a test; what the test asks of, all three have. */
const some = (site: Site, kind: Kind, test: (data: { audiences: string[]; stages: string[]; topics: string[] }) => boolean): EntryGroup[] =>
  (site.entries[kind] as readonly EntryGroup<Kind>[]).filter(({ original }) => test(original.data)) as unknown as EntryGroup[];

const storiesGroup = ({ site, lang }: Reader, items: readonly EntryGroup[]): FacetInput['groups'][number] => ({
  id: 'stories',
  label: say(site, lang, 'way.stories'),
  of: 'stories',
  items,
});
const pagesGroup = ({ site, lang }: Reader, items: readonly EntryGroup[]): FacetInput['groups'][number] => ({
  id: 'pages',
  label: say(site, lang, 'way.pages'),
  of: 'pages',
  items,
});

/** Guides under the first of a settings list that each belongs to; those that belong to none come last. */
function guidesBy(
  { site, lang }: Reader,
  guides: readonly EntryGroup[],
  { settings, field }: { settings: 'stages' | 'topics'; field: 'stages' | 'topics' },
): FacetInput['groups'] {
  const terms = site.graph.settings[settings];
  const firstOf = (group: EntryGroup) => terms.find(({ id }) => (group as unknown as EntryGroup<'guides'>).original.data[field].includes(id))?.id;
  return [
    ...terms.map(({ id, label }) => ({
      id: `guides-${id}`,
      label: localise(site, label, lang),
      of: 'guides' as const,
      items: guides.filter((group) => firstOf(group) === id),
    })),
    { id: 'guides', label: say(site, lang, 'way.guides'), of: 'guides' as const, items: guides.filter((group) => firstOf(group) === undefined) },
  ];
}

/** For whom: everything for some readers, guides in the order of their way. */
export const audience = facetRoutes('audience', '/[lang]/for/[audience]', {
  each: (site) => site.graph.settings.audiences.map(({ id }) => ({ audience: id })),
  input: (reader, { audience: id }) => {
    const { site, lang } = reader;
    const { label, line } = site.graph.settings.audiences.find((one) => one.id === id)!;
    const mine = ({ audiences }: { audiences: string[] }) => audiences.includes(id!);
    return {
      place: `/for/${id}/`,
      title: localise(site, label, lang),
      lede: localise(site, line, lang),
      groups: [
        storiesGroup(reader, some(site, 'stories', mine)),
        // Guides for nobody in particular are for everyone; what is meant for these readers comes first.
        ...guidesBy(reader, [...some(site, 'guides', mine), ...some(site, 'guides', ({ audiences }) => audiences.length === 0)], {
          settings: 'stages',
          field: 'stages',
        }),
        pagesGroup(reader, some(site, 'pages', mine)),
      ],
      expectsStories: true,
      near: [audienceWays(reader), stageWays(reader)],
    };
  },
});

/** Where on the way: everything for a stage, guides by topic. */
export const stage = facetRoutes('stage', '/[lang]/when/[stage]', {
  each: (site) => site.graph.settings.stages.map(({ id }) => ({ stage: id })),
  input: (reader, { stage: id }) => {
    const { site, lang } = reader;
    const { label, line } = site.graph.settings.stages.find((one) => one.id === id)!;
    const mine = ({ stages }: { stages: string[] }) => stages.includes(id!);
    return {
      place: `/when/${id}/`,
      title: localise(site, label, lang),
      lede: localise(site, line, lang),
      groups: [
        ...guidesBy(reader, some(site, 'guides', mine), { settings: 'topics', field: 'topics' }),
        pagesGroup(reader, some(site, 'pages', mine)),
        storiesGroup(reader, some(site, 'stories', mine)),
      ],
      expectsStories: true,
      near: [stageWays(reader), audienceWays(reader)],
    };
  },
});

/** What it is about: stories and guides on a topic. */
export const topic = facetRoutes('topic', '/[lang]/topics/[topic]', {
  each: (site) => site.graph.settings.topics.map(({ id }) => ({ topic: id })),
  input: (reader, { topic: id }) => {
    const { site, lang } = reader;
    const mine = ({ topics }: { topics: string[] }) => topics.includes(id!);
    const guides = some(site, 'guides', mine);
    const stories = some(site, 'stories', mine);
    return {
      place: `/topics/${id}/`,
      title: site.chrome(lang).topics[id!]!.label,
      lede: `${say(site, lang, 'guides.count', { count: guides.length })} · ${say(site, lang, 'way.count', { count: stories.length })}`,
      topic: id!,
      groups: [
        { id: 'guides', label: say(site, lang, 'way.guides'), of: 'guides', items: guides },
        storiesGroup(reader, stories),
        pagesGroup(reader, some(site, 'pages', mine)),
      ],
      expectsStories: true,
      near: [topicWays(reader), stageWays(reader)],
    };
  },
});

const storiesCrumb = ({ site, lang }: Reader) => [{ label: say(site, lang, 'nav.stories'), href: `/${lang}/stories/` }];
const asGroups = (groups: readonly EntryGroup<'stories'>[]) => groups as unknown as EntryGroup[];

/** Stories by people from one country. */
export const from = facetRoutes('stories-from', '/[lang]/stories/from/[country]', {
  each: (site) => [...countries(site).keys()].sort().map((id) => ({ country: id.toLowerCase() })),
  input: (reader, { country }) => {
    const { site, lang } = reader;
    const id = country!.toUpperCase();
    const stories = site.entries.stories.filter(({ original }) => original.data.person.country === id);
    return {
      place: `/stories/from/${country}/`,
      title: say(site, lang, 'from.title', { country: countryName(lang, id) }),
      lede: say(site, lang, 'from.lede', { count: stories.length }),
      section: 'stories',
      breadcrumb: storiesCrumb(reader),
      groups: [storiesGroup(reader, asGroups(stories))],
      near: [countryWays(reader), reasonWays(reader)],
    };
  },
});

/** Stories of people who came for one reason. */
export const cameFor = facetRoutes('stories-came-for', '/[lang]/stories/came-for/[reason]', {
  each: () => reasons.map((reason) => ({ reason })),
  input: (reader, { reason }) => {
    const { site, lang } = reader;
    const label = say(site, lang, `reason.${reason as (typeof reasons)[number]}`);
    const stories = site.entries.stories.filter(({ original }) => original.data.person.cameFor === reason);
    return {
      place: `/stories/came-for/${reason}/`,
      title: say(site, lang, 'cameFor.title', { reason: label }),
      label,
      lede: stories.length > 0 ? say(site, lang, 'cameFor.lede', { count: stories.length }) : '',
      section: 'stories',
      breadcrumb: storiesCrumb(reader),
      groups: [storiesGroup(reader, asGroups(stories))],
      near: [reasonWays(reader), countryWays(reader)],
    };
  },
});

/** Practices of one theme, and of one kind. */
const practicesBy = (reader: Reader, part: 'theme' | 'model', id: string): FacetInput => {
  const { site, lang } = reader;
  const label =
    part === 'theme' ? say(site, lang, `theme.${id as (typeof themes)[number]}`) : say(site, lang, `model.${id as (typeof models)[number]}`);
  const items = site.entries.practices.filter(({ original }) => original.data[part] === id) as unknown as EntryGroup[];
  return {
    place: `/practices/${part}/${id}/`,
    title: part === 'theme' ? say(site, lang, 'practices.theme', { theme: label }) : say(site, lang, 'practices.model', { model: label }),
    label,
    lede: items.length > 0 ? say(site, lang, 'practices.count', { count: items.length }) : '',
    section: 'practices',
    breadcrumb: [{ label: say(site, lang, 'nav.practices'), href: `/${lang}/practices/` }],
    groups: [{ id: 'practices', label, of: 'practices', items }],
    near: [themeWays(reader), modelWays(reader)],
  };
};
export const theme = facetRoutes('practices-theme', '/[lang]/practices/theme/[theme]', {
  each: (site) => themes.filter((id) => themeCounts(site).has(id)).map((id) => ({ theme: id })),
  input: (reader, { theme: id }) => practicesBy(reader, 'theme', id!),
});
export const model = facetRoutes('practices-model', '/[lang]/practices/model/[model]', {
  each: (site) => models.filter((id) => modelCounts(site).has(id)).map((id) => ({ model: id })),
  input: (reader, { model: id }) => practicesBy(reader, 'model', id!),
});
