import type { Voice } from '../content-model/common.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { colophon, type ColophonView } from './colophon.ts';
import { frame, languagesOf, type TranslationNotice } from './frame.ts';
import { topicView, type TopicView } from './guide-card.ts';
import { translationNotice } from './notice.ts';
import { practiceLine, type PracticeLine } from './practice-line.ts';
import type { Reading } from './reading.ts';
import type { Params, Route } from './routes.ts';
import { countryName, date, find, inLanguage, say, type Site } from './site.ts';
import { wholeText, type TextView } from './whole-text.ts';
import type { BaseView } from './view.ts';

export interface PracticeView extends BaseView<'practice'> {
  notice: TranslationNotice;
  /** Said of invented content; empty of any other. */
  sample: string;
  topic: TopicView;
  voice: { id: Voice; label: string };
  title: string;
  summary: string;
  facts: { term: string; text: string }[];
  text: TextView;
  others?: { title: string; items: PracticeLine[] };
  colophon: ColophonView;
}

const mostOthers = 6;

function view(site: Site, { lang: page, slug }: Params): PracticeView {
  const lang = page!;
  const group = find(site, 'practices', slug!)!;
  const entry = inLanguage(group, lang);
  const { data } = entry;
  const reading: Reading = { site, lang, around: entry.lang };
  const { view: text, pictures, facts } = wholeText(entry.body, { entry, reading });
  const theme = say(site, entry.lang, `theme.${data.theme}`);
  const others = othersOf(site, group);
  const base = frame(site, {
    kind: 'practice',
    lang,
    place: `/practices/${group.slug}/`,
    title: data.title,
    description: data.summary,
    section: 'practices',
    breadcrumb: [{ label: site.chrome(lang).words['nav.practices'], href: `/${lang}/practices/` }],
    existsIn: languagesOf(site, group),
    picture: data.picture,
    entry,
    pictures,
  });
  return {
    ...base,
    notice: translationNotice(site, entry, lang),
    sample: data.sample ? site.chrome(entry.lang).words['sample.entry'] : '',
    topic: topicView(site, data.topics[0]!, entry.lang),
    voice: { id: data.voice, label: site.chrome(entry.lang).words[`voice.${data.voice}`] },
    title: data.title,
    summary: data.summary,
    facts: factsOf(entry, { site, theme }),
    text,
    ...(others.length > 0
      ? { others: { title: say(site, entry.lang, 'practice.others', { theme }), items: others.map((other) => practiceLine(other, reading)) } }
      : {}),
    colophon: colophon({ entry, path: base.path, sources: data.sources, facts }, reading),
  };
}

function factsOf({ lang, data }: Entry<'practices'>, { site, theme }: { site: Site; theme: string }): PracticeView['facts'] {
  const { since, until } = data;
  const period =
    since && until
      ? say(site, lang, 'practice.period', { since: date(lang, since), until: date(lang, until) })
      : since
        ? say(site, lang, 'practice.since', { since: date(lang, since) })
        : until && say(site, lang, 'practice.until', { until: date(lang, until) });
  const facts: [string, string | undefined][] = [
    [say(site, lang, 'practice.where'), say(site, lang, 'story.originIn', { place: data.city, country: countryName(lang, data.country) })],
    [say(site, lang, 'practice.theme'), theme],
    [say(site, lang, 'practice.model'), say(site, lang, `model.${data.model}`)],
    [say(site, lang, 'practice.when'), period],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}

/** Others of the same theme: those that come after it in the list, then from its beginning, so that each is led to by some. */
function othersOf(site: Site, group: EntryGroup<'practices'>): EntryGroup<'practices'>[] {
  const same = site.entries.practices.filter(({ original }) => original.data.theme === group.original.data.theme);
  const at = same.indexOf(group);
  return [...same.slice(at + 1), ...same.slice(0, at)].slice(0, mostOthers);
}

/** What one city did to welcome people. */
export const route: Route<PracticeView> = {
  pattern: '/[lang]/practices/[slug]',
  paths: (site) => site.languages.flatMap((lang) => site.entries.practices.map(({ slug }) => ({ lang, slug }))),
  view,
};
