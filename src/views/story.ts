import type { Voice } from '../content-model/common.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { resolveBody, type ResolvedSegment } from './body.ts';
import type { CircleView } from './circle.ts';
import { frame, languagesOf, type TranslationNotice } from './frame.ts';
import { topicView, type TopicView } from './guide-card.ts';
import { inheritedTexts } from './inherited.ts';
import { isCrowded, stopsOf, type StopView } from './line.ts';
import { translationNotice } from './notice.ts';
import type { PictureUse, PictureView } from './pictures.ts';
import { spoken, written, type SpokenView, type Written } from './quotation.ts';
import type { Params, Route } from './routes.ts';
import { date, directionOf, find, inLanguage, say, type Site } from './site.ts';
import { faceOf, nameOf } from './story-card.ts';
import { circlesOf, factsOf, type Mark } from './story-facts.ts';
import { rightsOf, type RightsView } from './story-rights.ts';
import type { BaseView } from './view.ts';

/** A section of the text, as a stop of the line. */
export interface LegView {
  id: string;
  title: string;
  where: Written;
  when: Written;
  waiting: boolean;
  segments: ResolvedSegment[];
}

/** A guide as a line of a list. */
export interface GuideLine {
  title: Written;
  href: string;
  note: string;
  topic: TopicView;
}

const labels = [
  'story.line',
  'story.address',
  'story.waiting',
  'story.short',
  'story.facts',
  'story.asked',
  'story.hard',
  'story.helped',
  'story.circle',
  'story.circleWhen',
  'story.people',
  'story.number',
  'story.next',
  'story.advice',
  'story.guides',
  'story.guidesThen',
  'near.daily',
  'near.weekly',
  'near.sometimes',
  'kind.here',
  'kind.elsewhere',
  'kind.office',
  'sample.person',
] as const;

export interface StoryView extends BaseView<'story'> {
  notice: TranslationNotice;
  sample: boolean;
  /** The words of the article, in the language in which the story is shown. */
  labels: Record<(typeof labels)[number], string>;
  name: string;
  initial: string;
  number: number;
  voice: { id: Voice; label: string };
  topic: { id: string; icon: string; about: string };
  portrait?: PictureView;
  quote: SpokenView;
  line: StopView[];
  /** The names of the stops stand upright on phones. */
  crowded: boolean;
  facts: (Written & { term: string })[];
  asOf: string;
  /** To the same story in the language in which it was told. */
  told?: { lang: string; dir: 'ltr' | 'rtl'; href: string; text: string };
  intro: ResolvedSegment[];
  legs: LegView[];
  now?: LegView;
  hard: { number?: string; unit?: Written; text: Written }[];
  hardWaiting: boolean;
  helped: { who: Written; how: Written; voice: { id: Voice; label: string } }[];
  circles: CircleView[];
  face?: PictureView;
  advice: SpokenView;
  guides: GuideLine[];
  rights: RightsView;
}

function view(site: Site, { lang: page, slug }: Params): StoryView {
  const lang = page!;
  const group = find(site, 'stories', slug!)!;
  const entry = inLanguage(group, lang);
  const { data } = entry;
  // A story that is missing in the page's language is shown in its own, words of the interface included: one language, one direction.
  const own = entry.lang;
  const chrome = site.chrome(own);
  const portrait = faceOf(site, group, lang, 'portrait');
  const face = data.circle && faceOf(site, group, lang);
  const name = nameOf(site, group, own);
  const mark = inheritedTexts(group as unknown as EntryGroup, entry);
  const { intro, legs, pictures } = legsOf(site, { entry, lang, mark });
  const topic = data.topics[0]!;
  const line = stopsOf(data.line, own, mark);
  const voice = (id: Voice) => ({ id, label: chrome.words[`voice.${id}`] });
  const base = frame(site, {
    kind: 'story',
    lang,
    place: `/stories/${group.slug}/`,
    title: data.title,
    description: data.summary,
    section: 'stories',
    breadcrumb: [{ label: site.chrome(lang).words['nav.stories'], href: `/${lang}/stories/` }],
    existsIn: languagesOf(site, group),
    picture: data.consent.scopes.includes('share') && data.consent.scopes.includes('portrait') ? data.portrait : undefined,
    entry,
    group: group as unknown as EntryGroup,
    pictures: [portrait?.use, face?.use, ...pictures],
  });
  const told = group.byLanguage.has(data.quote.language) && data.quote.language !== own ? data.quote.language : undefined;
  return {
    ...base,
    notice: translationNotice(site, entry, lang),
    sample: data.sample,
    labels: Object.fromEntries(labels.map((key) => [key, chrome.words[key]])) as StoryView['labels'],
    name,
    initial: [...data.person.name][0]!,
    number: data.number,
    voice: voice(data.voice),
    topic: {
      id: topic,
      icon: chrome.topics[topic]?.icon ?? 'door',
      about: say(site, own, 'story.about', { topic: inSentence(own, chrome.topics[topic]?.label ?? '') }),
    },
    ...(portrait ? { portrait: portrait.view } : {}),
    quote: spoken(site, { group, entry, around: own }, 'quote'),
    line,
    crowded: isCrowded(line),
    facts: factsOf(site, entry, mark),
    asOf: say(site, own, 'story.asOf', { date: date(own, (data.updated ?? data.published).slice(0, 7)) }),
    ...(told
      ? { told: { lang: told, dir: directionOf(told), href: `/${told}/stories/${group.slug}/`, text: say(site, told, 'story.readHere') } }
      : {}),
    intro,
    legs: legs.slice(0, -1),
    ...(legs.length > 0 ? { now: legs.at(-1)! } : {}),
    hard: data.hard.map(({ number, unit, text }) => ({ ...(number ? { number } : {}), ...(unit ? { unit: mark(unit) } : {}), text: mark(text) })),
    hardWaiting: legs.at(-2)?.waiting ?? false,
    helped: data.helped.map(({ who, how, voice: id }) => ({ who: mark(who), how: mark(how), voice: voice(id) })),
    circles: circlesOf(site, entry, mark),
    ...(face ? { face: face.view } : {}),
    advice: spoken(site, { group, entry, around: own }, 'advice'),
    guides: data.guides.flatMap((id) => guideLine(site, id, { lang, around: own })),
    rights: rightsOf(site, { entry, path: base.path }),
  };
}

/** Topic labels begin with a capital; in the middle of a sentence only German keeps it. */
const inSentence = (lang: string, label: string) => (lang === 'de' ? label : label.toLocaleLowerCase(lang));

/** The text: what stands before the first heading, and each section as a leg with its place and time. */
function legsOf(
  site: Site,
  { entry, lang, mark }: { entry: Entry<'stories'>; lang: string; mark: Mark },
): { intro: ResolvedSegment[]; legs: LegView[]; pictures: PictureUse[] } {
  const intro = resolveBody(site, { segments: entry.body.intro, entry, lang });
  const sections = entry.body.sections.map(({ segments }) => resolveBody(site, { segments, entry, lang }));
  const legs = entry.body.sections.map(({ id, title }, index) => {
    const { where = '', when = '', waiting = false } = entry.data.legs[index] ?? {};
    return { id, title, where: mark(where), when: mark(when), waiting, segments: sections[index]!.segments };
  });
  return { intro: intro.segments, legs, pictures: [intro, ...sections].flatMap(({ pictures }) => pictures) };
}

/** A guide in a list, with when it last changed or was checked. */
function guideLine(site: Site, slug: string, { lang, around }: { lang: string; around: string }): GuideLine[] {
  const group = find(site, 'guides', slug);
  if (!group) return [];
  const { lang: of, data } = inLanguage(group, lang);
  const changed = data.changed && data.changed.on > data.reviewed && data.changed.on <= site.day ? data.changed.on : undefined;
  return [
    {
      title: written(data.title, of, around),
      href: `/${lang}/guides/${slug}/`,
      note: changed
        ? say(site, around, 'story.changedOn', { date: date(around, changed) })
        : say(site, around, 'story.reviewed', { date: date(around, data.reviewed) }),
      topic: topicView(site, data.topics[0]!, around),
    },
  ];
}

/** One person’s story: the line from the first place to the door here. */
export const route: Route<StoryView> = {
  pattern: '/[lang]/stories/[slug]',
  paths: (site) => site.languages.flatMap((lang) => site.entries.stories.map(({ slug }) => ({ lang, slug }))),
  view,
};
