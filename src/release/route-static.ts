import type { AstroGlobal, GetStaticPaths } from 'astro';
import { allPages, routes, viewOf as viewOfPage, type PageRef, type Route, type RouteName, type ViewOf } from '../views/routes.ts';
import { siteForStaticBuild } from './static-site.ts';

/** Plain `astro build`: every page of a route, with its view as props. */
export function pathsOf(route: RouteName): GetStaticPaths {
  return async () => {
    const site = await siteForStaticBuild();
    return (routes[route] as Route).paths(site).map((params) => ({ params, props: { view: (routes[route] as Route).view(site, params) } }));
  };
}

/** The view from the page's props; a page without parameters has none and looks its view up. */
export function viewOf<K extends RouteName>(route: K, astro: Pick<AstroGlobal, 'props' | 'locals'>): ViewOf<K> {
  const given = (astro.props as { view?: ViewOf<K> }).view ?? (astro.locals as { view?: ViewOf<K> }).view;
  if (given) return given;
  const site = siteForStaticBuild.known();
  const page: PageRef | undefined = site && [...allPages(site)].find((candidate) => candidate.route === route);
  if (!site || !page) throw new Error(`There is no page of ${route}.`);
  return viewOfPage(site, page) as ViewOf<K>;
}
