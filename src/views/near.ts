import { models, themes } from '../content-model/practice.ts';
import { reasons } from '../content-model/story.ts';
import { onceASite } from './once-a-site.ts';
import { countryName, localise, number, say, type Site } from './site.ts';

/** A way in: what it is called, and how many stories or practices are behind it where that helps. */
export interface WayLink {
  text: string;
  href: string;
  note?: string;
}

/** Ways in of one kind, under their heading. */
export interface Ways {
  title: string;
  links: WayLink[];
}

type Reader = { site: Site; lang: string };

/** How many published entries satisfy a test, for each value of a facet. */
function counted<T>(items: readonly T[], valuesOf: (item: T) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) for (const value of valuesOf(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export const audienceWays = ({ site, lang }: Reader): Ways => ({
  title: say(site, lang, 'audiences.title'),
  links: site.graph.settings.audiences.map(({ id, label }) => ({ text: localise(site, label, lang), href: `/${lang}/for/${id}/` })),
});

export const stageWays = ({ site, lang }: Reader): Ways => ({
  title: say(site, lang, 'stages.title'),
  links: site.graph.settings.stages.map(({ id, label }) => ({ text: localise(site, label, lang), href: `/${lang}/when/${id}/` })),
});

export const topicWays = ({ site, lang }: Reader): Ways => ({
  title: say(site, lang, 'topics.title'),
  links: site.graph.settings.topics.map(({ id, label }) => ({ text: localise(site, label, lang), href: `/${lang}/topics/${id}/` })),
});

/** The countries from which somebody came and told, with how many did. */
export const countries = onceASite((site) => counted(site.entries.stories, ({ original }) => [original.data.person.country]));
const reasonCounts = onceASite((site) => counted(site.entries.stories, ({ original }) => [original.data.person.cameFor]));
export const themeCounts = onceASite((site) => counted(site.entries.practices, ({ original }) => [original.data.theme]));
export const modelCounts = onceASite((site) => counted(site.entries.practices, ({ original }) => [original.data.model]));

export function countryWays({ site, lang }: Reader): Ways {
  const collator = new Intl.Collator(lang);
  const links = [...countries(site)].map(([id, count]) => ({
    text: countryName(lang, id),
    href: `/${lang}/stories/from/${id.toLowerCase()}/`,
    note: say(site, lang, 'way.count', { count }),
  }));
  return { title: say(site, lang, 'countries.title'), links: links.toSorted((a, b) => collator.compare(a.text, b.text)) };
}

export function reasonWays({ site, lang }: Reader): Ways {
  const counts = reasonCounts(site);
  return {
    title: say(site, lang, 'reasons.title'),
    // Also those for which nobody has told yet: a gap is worth knowing.
    links: reasons.map((reason) => ({
      text: say(site, lang, `reason.${reason}`),
      href: `/${lang}/stories/came-for/${reason}/`,
      note: counts.has(reason) ? say(site, lang, 'way.count', { count: counts.get(reason)! }) : say(site, lang, 'way.nobody'),
    })),
  };
}

/** Practices by a field of theirs: the values that occur, in the order of the model. */
function practiceWays<V extends string>(
  { site, lang }: Reader,
  {
    values,
    counts,
    part,
    label,
  }: { values: readonly V[]; counts: ReadonlyMap<string, number>; part: 'theme' | 'model'; label: (value: V) => string },
): Ways {
  return {
    title: say(site, lang, `${part}s.title`),
    links: values
      .filter((value) => counts.has(value))
      .map((value) => ({ text: label(value), href: `/${lang}/practices/${part}/${value}/`, note: number(lang, counts.get(value)!) })),
  };
}

export const themeWays = (reader: Reader): Ways =>
  practiceWays(reader, {
    values: themes,
    counts: themeCounts(reader.site),
    part: 'theme',
    label: (theme) => say(reader.site, reader.lang, `theme.${theme}`),
  });

export const modelWays = (reader: Reader): Ways =>
  practiceWays(reader, {
    values: models,
    counts: modelCounts(reader.site),
    part: 'model',
    label: (model) => say(reader.site, reader.lang, `model.${model}`),
  });
