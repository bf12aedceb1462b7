import type { Voice } from '../content-model/common.ts';
import type { Guide, Page, Story } from '../content-model/collections.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { noteId, type ComponentProps, type ResolvedBody } from './body.ts';
import { colophon, type ColophonView } from './colophon.ts';
import { factView, type FactView } from './fact-view.ts';
import { frame, languagesOf, type TranslationNotice } from './frame.ts';
import { guideCard, topicView, type GuideCard, type TopicView } from './guide-card.ts';
import { translationNotice } from './notice.ts';
import { pictureFor, type PictureUse } from './pictures.ts';
import type { Reading } from './reading.ts';
import type { Params, Route } from './routes.ts';
import { find, inLanguage, say, type Site } from './site.ts';
import { storyCard, type StoryCard } from './story-card.ts';
import { onceEach, wholeText, type TextView } from './whole-text.ts';
import type { BaseView } from './view.ts';

/** A block as a page shows it; `stories` serves the chorus of quotes and lists of stories. */
export type BlockView = { heading?: string } & (
  | { type: 'chorus' | 'stories'; stories: StoryCard[] }
  | { type: 'guides'; guides: GuideCard[] }
  | { type: 'figures'; numbers: ComponentProps['Numbers'] }
  | { type: 'text'; text: TextView }
  | { type: 'picture'; figure: ComponentProps['Figure'] }
);

export interface PageView extends BaseView<'page'> {
  notice: TranslationNotice;
  /** Said of invented content; empty of any other. */
  sample: string;
  topic: TopicView;
  voice: { id: Voice; label: string };
  title: string;
  summary: string;
  /** Said before the house number of a story, for screen readers. */
  number: string;
  picture?: ComponentProps['Figure'];
  text: TextView;
  blocks: BlockView[];
  forks: boolean;
  colophon: ColophonView;
}

function view(site: Site, { lang: page, slug }: Params): PageView {
  const lang = page!;
  const group = find(site, 'pages', slug!)!;
  const entry = inLanguage(group, lang);
  const { data } = entry;
  const reading: Reading = { site, lang, around: entry.lang };
  const text = wholeText(entry.body, { entry, reading });
  const blocks = data.blocks.flatMap((block, index) => blockOf(block, { entry, index, reading }));
  const picture = figureOf(data.picture, reading);
  const base = frame(site, {
    kind: 'page',
    lang,
    place: `/pages/${group.slug}/`,
    title: data.title,
    description: data.summary,
    section: `pages/${group.slug}`,
    existsIn: languagesOf(site, group),
    picture: data.picture,
    entry,
    group: group as unknown as EntryGroup,
    pictures: [...(picture ? [picture.use] : []), ...text.pictures, ...blocks.flatMap(({ pictures }) => pictures)],
  });
  const views = blocks.map(({ view }) => view);
  return {
    ...base,
    notice: translationNotice(site, entry, lang),
    sample: data.sample ? site.chrome(entry.lang).words['sample.entry'] : '',
    topic: topicView(site, data.topics[0]!, entry.lang),
    voice: { id: data.voice, label: site.chrome(entry.lang).words[`voice.${data.voice}`] },
    title: data.title,
    summary: data.summary,
    number: say(site, entry.lang, 'story.number'),
    ...(picture ? { picture: picture.figure } : {}),
    text: text.view,
    blocks: views,
    forks: text.view.forks || views.some((block) => block.type === 'text' && block.text.forks),
    colophon: colophon({ entry, path: base.path, facts: onceEach([...text.facts, ...blocks.flatMap(({ facts }) => facts)]) }, reading),
  };
}

type Block = Page['blocks'][number];
interface Made extends Pick<ResolvedBody, 'pictures' | 'facts'> {
  view: BlockView;
}

/** A block with what it names; nothing where all of that is not public. */
function blockOf(block: Block, { entry, index, reading }: { entry: Entry<'pages'>; index: number; reading: Reading }): Made[] {
  const { site, around } = reading;
  const heading = block.heading ? { heading: block.heading } : {};
  const make = (view: BlockView, { pictures = [], facts = [] }: { pictures?: PictureUse[]; facts?: FactView[] } = {}): Made[] => [
    { view, pictures, facts },
  ];
  switch (block.type) {
    case 'chorus':
    case 'stories': {
      const groups = block.type === 'chorus' ? block.stories.flatMap((slug) => find(site, 'stories', slug) ?? []) : chosenStories(site, block);
      // Cards speak the language of the article; their links stay in the page's.
      const stories = groups.map((group) => ({ ...storyCard(site, group, around), href: `/${reading.lang}/stories/${group.slug}/` }));
      if (stories.length === 0) return [];
      return make({ type: block.type, ...heading, stories }, { pictures: stories.flatMap(({ pictures }) => pictures) });
    }
    case 'guides': {
      const guides = chosenGuides(site, block).map((group) => guideCard(group, reading));
      return guides.length > 0 ? make({ type: 'guides', ...heading, guides }) : [];
    }
    case 'figures': {
      const facts = block.facts.flatMap((slug) => find(site, 'facts', slug) ?? []).map((group) => factView(group, reading));
      const numbers = { facts: facts.map((fact) => ({ ...fact, note: noteId(fact.slug) })) };
      return facts.length > 0 ? make({ type: 'figures', ...heading, numbers }, { facts }) : [];
    }
    case 'text': {
      const body = entry.fragments.get(`blocks.${index}.text`);
      if (!body) return [];
      const { view, pictures, facts } = wholeText(body, { entry, reading });
      return make({ type: 'text', ...heading, text: view }, { pictures, facts });
    }
    case 'picture': {
      const picture = figureOf(block.picture, reading, block.caption);
      return picture ? make({ type: 'picture', ...heading, figure: picture.figure }, { pictures: [picture.use] }) : [];
    }
  }
}

const about = (
  { topics, audiences }: Pick<Story | Guide, 'topics' | 'audiences'>,
  { topic, audience }: { topic?: string | undefined; audience?: string | undefined },
) => (topic === undefined || topics.includes(topic)) && (audience === undefined || audiences.includes(audience));

const chosenStories = (site: Site, block: Extract<Block, { type: 'stories' }>): EntryGroup<'stories'>[] =>
  site.entries.stories.filter(({ original }) => about(original.data, block)).slice(0, block.limit);

function chosenGuides(site: Site, { guides, topic, limit }: Extract<Block, { type: 'guides' }>): EntryGroup<'guides'>[] {
  const named = guides?.flatMap((slug) => find(site, 'guides', slug) ?? []);
  return (named ?? site.entries.guides.filter(({ original }) => about(original.data, { topic }))).slice(0, limit);
}

function figureOf(
  picture: Page['picture'],
  { site, around }: Reading,
  caption = '',
): { figure: ComponentProps['Figure']; use: PictureUse } | undefined {
  const made = pictureFor(site.graph, picture, 'figure');
  if (!picture || !made) return undefined;
  const credit = say(site, around, 'figure.credit', { credit: picture.credit, licence: picture.licence });
  return { figure: { picture: made.view, caption, credit }, use: made.use };
}

/** A page of the city: its text, then its blocks. */
export const route: Route<PageView> = {
  pattern: '/[lang]/pages/[slug]',
  paths: (site) => site.languages.flatMap((lang) => site.entries.pages.map(({ slug }) => ({ lang, slug }))),
  view,
};
