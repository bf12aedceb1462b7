import type { Site } from './site.ts';
import type { BaseView } from './view.ts';
import * as about from './about.ts';
import * as accessibility from './accessibility.ts';
import * as aToZ from './a-z.ts';
import * as changes from './changes.ts';
import * as chooser from './chooser.ts';
import * as guide from './guide.ts';
import * as guides from './guides.ts';
import * as handbook from './handbook.ts';
import * as home from './home.ts';
import * as notFound from './not-found.ts';
import * as page from './page.ts';
import * as practice from './practice.ts';
import * as practices from './practices.ts';
import * as search from './search.ts';
import * as stories from './stories.ts';
import * as story from './story.ts';
import * as ways from './ways-in.ts';

export type Params = Record<string, string>;

/** One kind of page: which pages there are, and what each shows. */
export interface Route<V extends BaseView = BaseView> {
  /** As the file in `src/pages/` is called. */
  pattern: string;
  /** The parameters of every page of this kind, in a stable order. */
  paths: (site: Site) => Params[];
  view: (site: Site, params: Params) => V;
}

/** Every route of the site. A page that is not listed here does not exist; tests walk this table. */
export const routes = {
  chooser: chooser.route,
  'not-found': notFound.route,
  'not-found-anywhere': notFound.anywhere,
  home: home.route,
  stories: stories.route,
  'stories-page': stories.pageRoute,
  story: story.route,
  guides: guides.route,
  'guides-page': guides.pageRoute,
  guide: guide.route,
  page: page.route,
  practices: practices.route,
  'practices-page': practices.pageRoute,
  practice: practice.route,
  audience: ways.audience.route,
  'audience-page': ways.audience.pageRoute,
  stage: ways.stage.route,
  'stage-page': ways.stage.pageRoute,
  topic: ways.topic.route,
  'topic-page': ways.topic.pageRoute,
  'stories-from': ways.from.route,
  'stories-from-page': ways.from.pageRoute,
  'stories-came-for': ways.cameFor.route,
  'stories-came-for-page': ways.cameFor.pageRoute,
  'practices-theme': ways.theme.route,
  'practices-theme-page': ways.theme.pageRoute,
  'practices-model': ways.model.route,
  'practices-model-page': ways.model.pageRoute,
  changes: changes.route,
  'changes-page': changes.pageRoute,
  'a-z': aToZ.route,
  search: search.route,
  about: about.route,
  handbook: handbook.route,
  accessibility: accessibility.route,
} satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
export type ViewOf<K extends RouteName> = ReturnType<(typeof routes)[K]['view']>;

/** `/[lang]/stories/[slug]` with its parameters filled in and a closing slash. */
function pathOf(pattern: string, params: Params): string {
  const path = pattern.replace(/\[(\w+)\]/g, (_, name: string) => params[name]!);
  return path === '/404' || path.endsWith('/') ? path : `${path}/`;
}

export interface PageRef {
  route: RouteName;
  path: string;
  params: Params;
}

/** Every page of the site, route by route. */
export function* allPages(site: Site): Generator<PageRef> {
  for (const [name, route] of Object.entries(routes) as [RouteName, Route][])
    for (const params of route.paths(site)) yield { route: name, path: pathOf(route.pattern, params), params };
}

/** What a page shows. */
export const viewOf = (site: Site, { route, params }: PageRef): BaseView => (routes[route] as Route).view(site, params);
