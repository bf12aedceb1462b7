import { addMonths } from '../content-model/days.ts';
import type { Voice } from '../content-model/common.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { contactOf as contactSegments, resolveBody, type ComponentProps } from './body.ts';
import { colophon, type ColophonRow, type ColophonView } from './colophon.ts';
import { frame, languagesOf, type TranslationNotice } from './frame.ts';
import { topicView, type TopicView } from './guide-card.ts';
import { legsOf, type GuideLeg } from './guide-legs.ts';
import { inheritedTexts } from './inherited.ts';
import { translationNotice } from './notice.ts';
import { letterTo } from './letter.ts';
import { languageNames, organisationOf } from './organisation-card.ts';
import { personLine, type PersonLine } from './person-line.ts';
import type { PictureUse } from './pictures.ts';
import type { Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import type { Params, Route } from './routes.ts';
import { date, find, inLanguage, say, type Site } from './site.ts';
import type { BaseView } from './view.ts';
import { hasFork } from './whole-text.ts';

export interface GuideView extends BaseView<'guide'> {
  notice: TranslationNotice;
  /** Said of invented content; empty of any other. */
  sample: string;
  /** The words of the article, in the language in which the guide is shown. */
  labels: Record<(typeof labels)[number], string>;
  topic: TopicView;
  /** "Guide: Housing". */
  kindOf: string;
  title: string;
  summary: Written;
  voice: { id: Voice; label: string };
  owner: string;
  glance: { icon: string; term: string; text: Written }[];
  /** The languages in which one is helped. */
  spoken?: { term: string; text: string };
  overdue?: string;
  legs: GuideLeg[];
  /** Whether a reader can choose among variants. */
  forks: boolean;
  helps?: ComponentProps['Contact'];
  people: PersonLine[];
  changed?: { on: string; before?: Written; now: Written; why?: Written };
  different: { text: string; link?: { text: string; href: string } };
  colophon: ColophonView;
}

const labels = ['guide.done', 'guide.helps', 'guide.people', 'guide.changed', 'guide.different', 'changed.was', 'changed.now'] as const;
/** So many people that the page stays within one flight. */
const mostPeople = 8;

function view(site: Site, { lang: page, slug }: Params): GuideView {
  const lang = page!;
  const group = find(site, 'guides', slug!)!;
  const entry = inLanguage(group, lang);
  const { data } = entry;
  // A guide that is missing in the page's language is shown in its own, words of the interface included: one language, one direction.
  const reading: Reading = { site, lang, around: entry.lang };
  const { words } = site.chrome(entry.lang);
  const marked = inheritedTexts(group, entry);
  const { legs, pictures, facts } = textOf(entry, reading);
  const people = peopleOf(group, reading);
  const organisation = organisationOf(reading, data.owner);
  const due = addMonths(data.reviewed, data.reviewEvery);
  const overdue = due < site.day ? say(site, entry.lang, 'guide.overdue', { date: date(entry.lang, due) }) : undefined;
  const topic = topicView(site, data.topics[0]!, entry.lang);
  const base = frame(site, {
    kind: 'guide',
    lang,
    place: `/guides/${group.slug}/`,
    title: data.title,
    description: data.summary,
    section: 'guides',
    breadcrumb: [{ label: site.chrome(lang).words['nav.guides'], href: `/${lang}/guides/` }],
    existsIn: languagesOf(site, group),
    picture: data.picture,
    entry,
    group: group as unknown as EntryGroup,
    pictures: [...pictures, ...people.flatMap((person) => person.pictures)],
  });
  // Said once: where the text itself says how to reach them, that is enough.
  const said = entry.body.uses.some(({ component, attributes }) => component === 'Contact' && attributes['id'] === data.contact);
  const helps = data.contact && !said ? contactSegments(data.contact, reading)[0] : undefined;
  const { languages } = data.glance;
  return {
    ...base,
    notice: translationNotice(site, entry, lang),
    sample: data.sample ? words['sample.entry'] : '',
    labels: Object.fromEntries(labels.map((key) => [key, words[key]])) as GuideView['labels'],
    topic,
    kindOf: say(site, entry.lang, 'guide.kind', { topic: topic.label }),
    title: data.title,
    summary: marked(data.summary),
    voice: { id: data.voice, label: words[`voice.${data.voice}`] },
    owner: organisation?.name ?? '',
    glance: (['who', 'cost', 'time', 'bring'] as const).map((part) => ({
      icon: icons[part],
      term: words[`guide.${part}`],
      text: marked(data.glance[part]),
    })),
    ...(languages.length > 0 ? { spoken: { term: words['guide.languages'], text: languageNames(languages, entry.lang) } } : {}),
    ...(overdue ? { overdue } : {}),
    legs,
    forks: legs.some(({ parts }) => parts.some((part) => hasFork('full' in part ? [part.full] : [...part.main, ...part.side]))),
    ...(helps ? { helps: helps.props } : {}),
    people: people.map(({ line }) => line),
    ...changedOf(data.changed, { reading, marked }),
    different: differentOf(organisation, { reading, path: base.path }),
    colophon: colophon(
      { entry, path: base.path, first: reviewRows({ reviewed: data.reviewed, due, overdue }, reading), sources: data.sources, facts },
      reading,
    ),
  };
}

const icons = { who: 'user', cost: 'money', time: 'clock', bring: 'bag' } as const;

function textOf(entry: Entry<'guides'>, { site, lang }: Reading) {
  const parts = [{ segments: entry.body.intro }, ...entry.body.sections].map((part) => ({
    ...part,
    ...resolveBody(site, { segments: part.segments, entry, lang, notes: true }),
  }));
  const facts = new Map(parts.flatMap((part) => part.facts.map((fact) => [fact.slug, fact])));
  return { legs: legsOf(parts), pictures: parts.flatMap((part) => part.pictures), facts: [...facts.values()] };
}

/** Published stories whose tellers wish they had had this guide, or did what it says. */
function peopleOf(group: EntryGroup<'guides'>, reading: Reading): { line: PersonLine; pictures: PictureUse[] }[] {
  return reading.site.entries.stories
    .filter(({ original }) => original.data.guides.includes(group.slug))
    .slice(0, mostPeople)
    .map((story) => personLine(story, reading));
}

function changedOf(
  changed: Entry<'guides'>['data']['changed'],
  { reading: { site, around }, marked }: { reading: Reading; marked: (text: string) => Written },
): Pick<GuideView, 'changed'> {
  if (!changed || changed.on > site.day) return {};
  const { on, before, now, why } = changed;
  return { changed: { on: date(around, on), now: marked(now), ...(before ? { before: marked(before) } : {}), ...(why ? { why: marked(why) } : {}) } };
}

function reviewRows(
  { reviewed, due, overdue }: { reviewed: string; due: string; overdue: string | undefined },
  { site, around }: Reading,
): ColophonRow[] {
  return [
    { term: say(site, around, 'guide.reviewed'), text: date(around, reviewed) },
    { term: say(site, around, 'guide.due'), text: date(around, due), ...(overdue ? { late: say(site, around, 'guide.late') } : {}) },
  ];
}

/** Whom to tell when it was different: the guide's owner. */
function differentOf(
  organisation: ReturnType<typeof organisationOf>,
  { reading: { site, around }, path }: { reading: Reading; path: string },
): GuideView['different'] {
  const text = say(site, around, 'guide.differentText', { owner: organisation?.name ?? site.graph.settings.site.name });
  const href = letterTo(site, { owner: organisation?.id, path });
  return href ? { text, link: { text: say(site, around, 'guide.differentLink'), href } } : { text };
}

/** One guide: its steps are stops of a line. */
export const route: Route<GuideView> = {
  pattern: '/[lang]/guides/[slug]',
  paths: (site) => site.languages.flatMap((lang) => site.entries.guides.map(({ slug }) => ({ lang, slug }))),
  view,
};
