import { guideCard, topicView, type GuideCard } from './guide-card.ts';
import { audienceWays, stageWays, type Ways } from './near.ts';
import { listPage, type ListView } from './list-page.ts';
import { pagesOf } from './paged.ts';
import type { Route } from './routes.ts';
import { localise, say, type Site } from './site.ts';

/** So many that a page stays within one flight, summaries included. */
const guidesAPage = 30;

export type GuidesView = ListView<'guides', GuideCard> & { ways: Ways[] };

/** Guides under their first topic, in the order of the settings; newest first. */
const byTopic = (site: Site) =>
  site.graph.settings.topics.map(({ id }) => ({ id, items: site.entries.guides.filter(({ original }) => original.data.topics[0] === id) }));

const view = (site: Site, lang: string, page: number): GuidesView => ({
  ...listPage(site, {
    kind: 'guides',
    lang,
    page,
    place: 'guides',
    size: guidesAPage,
    groups: byTopic(site),
    description: say(site, lang, 'guides.description', { city: localise(site, site.graph.settings.site.city, lang) }),
    lede: say(site, lang, site.entries.guides.length > 0 ? 'guides.lede' : 'guides.empty'),
    labelOf: (id) => topicView(site, id, lang),
    itemOf: (group) => guideCard(group, { site, lang, around: lang }),
  }),
  ways: [stageWays({ site, lang }), audienceWays({ site, lang })],
});

/** All guides by topic: the first page of the list. */
export const route: Route<GuidesView> = {
  pattern: '/[lang]/guides',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!, 1),
};

/** The pages after the first. */
export const pageRoute: Route<GuidesView> = {
  pattern: '/[lang]/guides/page/[page]',
  paths: (site) => {
    const later = pagesOf(byTopic(site), guidesAPage).slice(1);
    return site.languages.flatMap((lang) => later.map((_, index) => ({ lang, page: String(index + 2) })));
  },
  view: (site, { lang, page }) => view(site, lang!, Number(page)),
};
