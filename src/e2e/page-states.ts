import { routes, viewOf, type PageRef, type RouteName } from '../views/routes.ts';
import type { Site } from '../views/site.ts';
import type { TranslationNotice } from '../views/frame.ts';
import type { BaseView } from '../views/view.ts';

/** A page that stands for all of its kind and state. */
export interface PageState extends PageRef {
  /** Route, direction and state in words: `story rtl missing ltr`. */
  state: string;
}

/**
 * One page per route, direction and state: original, current, outdated, summary or missing translation (and the direction of the text then),
 * invented content, lists with and without entries. Made from the table of routes: a new route is in it by itself.
 */
export function pageStates(site: Site, pages: Iterable<PageRef>): PageState[] {
  const states = new Map<string, PageState>();
  for (const page of pages) {
    const state = [page.route, ...stateOf(viewOf(site, page))].join(' ');
    if (!states.has(state)) states.set(state, { ...page, state });
  }
  return [...states.values()];
}

/** The routes of which a list has no page. */
export function routesWithout(states: readonly PageRef[]): RouteName[] {
  return (Object.keys(routes) as RouteName[]).filter((name) => !states.some(({ route }) => route === name));
}

function stateOf(view: BaseView): string[] {
  const { notice, sample } = view as BaseView & { notice?: TranslationNotice; sample?: boolean };
  return [view.dir, ...(notice ? [notice.state, notice.dir] : []), ...(sample ? ['sample'] : []), ...emptyLists(view)];
}

/** Lists of the view in which nothing stands. */
function emptyLists(view: BaseView): string[] {
  const own = Object.entries(view).filter(([name]) => !['pictures', 'breadcrumb', 'languages'].includes(name));
  return own.flatMap(([name, value]) => (Array.isArray(value) && value.length === 0 ? [`no ${name}`] : []));
}
