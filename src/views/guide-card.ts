import type { Voice } from '../content-model/common.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { written, type Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { date, inLanguage, say, type Site } from './site.ts';

/** A topic with its name and sign. */
export interface TopicView {
  id: string;
  label: string;
  icon: string;
}

/** A topic of the settings, in a language. */
export function topicView(site: Site, id: string, lang: string): TopicView {
  const { label = '', icon = 'door' } = site.chrome(lang).topics[id] ?? {};
  return { id, label, icon };
}

/** A guide in a list: sign of its topic, title, what it helps with, when it was last checked. */
export interface GuideCard {
  href: string;
  title: Written;
  summary: Written;
  topic: TopicView;
  voice: { id: Voice; label: string };
  /** "Checked on 3 May 2026". */
  reviewed: string;
}

export function guideCard(group: EntryGroup<'guides'>, { site, lang, around }: Reading): GuideCard {
  const { data, lang: of } = inLanguage(group, around);
  return {
    href: `/${lang}/guides/${group.slug}/`,
    title: written(data.title, of, around),
    summary: written(data.summary, of, around),
    topic: topicView(site, data.topics[0]!, around),
    voice: { id: data.voice, label: site.chrome(around).words[`voice.${data.voice}`] },
    reviewed: say(site, around, 'story.reviewed', { date: date(around, data.reviewed) }),
  };
}
