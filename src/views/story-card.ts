import type { Story } from '../content-model/collections.ts';
import type { Voice } from '../content-model/common.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { shortLine, type StopView } from './line.ts';
import { pictureFor, type PictureUse, type PictureView } from './pictures.ts';
import { topicView, type TopicView } from './guide-card.ts';
import { inheritedTexts } from './inherited.ts';
import { spoken, written, type SpokenView, type Written } from './quotation.ts';
import { date, inLanguage, say, type Site } from './site.ts';

/** A story in a list: one row. */
export interface StoryCard {
  href: string;
  /** Name and age. */
  name: string;
  initial: string;
  work: Written;
  /** "from Kharkiv, here since October 2022", in the language of the page. */
  from: string;
  number: number;
  quote: SpokenView;
  voice: { id: Voice; label: string };
  topic: TopicView;
  line: StopView[];
  face?: PictureView;
  sample: boolean;
  /** What to give to `frame({ pictures })`. */
  pictures: PictureUse[];
}

/** A story as a row of a list on a page in a language. */
export function storyCard(site: Site, group: EntryGroup<'stories'>, lang: string): StoryCard {
  const entry = inLanguage(group, lang);
  const { data } = entry;
  const { person } = data;
  const { words } = site.chrome(lang);
  const face = faceOf(site, group, lang);
  const own = inheritedTexts(group as unknown as EntryGroup, entry);
  const mark = (text: string): Written => (entry.lang === lang ? own(text) : written(text, entry.lang, lang));
  return {
    href: `/${lang}/stories/${group.slug}/`,
    name: nameOf(site, group, lang),
    initial: [...person.name][0]!,
    work: mark(person.work),
    from: cameFrom(site, person, lang),
    number: data.number,
    quote: spoken(site, { group, entry, around: lang }, 'quote'),
    voice: { id: data.voice, label: words[`voice.${data.voice}`] },
    topic: topicView(site, data.topics[0]!, lang),
    line: shortLine(data.line, lang, mark),
    ...(face ? { face: face.view } : {}),
    sample: data.sample,
    pictures: face ? [face.use] : [],
  };
}

/** Where from and since when; of people who left, until when. */
function cameFrom(site: Site, { from, since, until }: Story['person'], lang: string): string {
  const values = { place: from, since: date(lang, since) };
  return until ? say(site, lang, 'story.wasHere', { ...values, until: date(lang, until) }) : say(site, lang, 'story.cameFrom', values);
}

/** The name as the teller wants it shown, with the age if they wish. */
export function nameOf(site: Site, group: EntryGroup<'stories'>, lang: string): string {
  const { name, age } = inLanguage(group, lang).data.person;
  return age === undefined ? name : say(site, lang, 'story.nameAge', { name, age });
}

/** The portrait in a circle, if the teller agreed to one. The name stands beside it, so it has no text of its own in lists. */
export function faceOf(site: Site, group: EntryGroup<'stories'>, lang: string, recipe: 'face' | 'portrait' = 'face') {
  const { portrait, consent } = inLanguage(group, lang).data;
  if (!portrait || !consent.scopes.includes('portrait')) return undefined;
  return pictureFor(site.graph, recipe === 'face' ? { ...portrait, alt: '' } : portrait, recipe);
}
