import type { AstroGlobal, GetStaticPaths } from 'astro';
import type { RouteName, ViewOf } from '../views/routes.ts';

/** In the renderer pages are asked for by view: there are no paths to list. */
export const pathsOf =
  (_route: RouteName): GetStaticPaths =>
  () => [];

/** The view that the caller of the renderer handed over. */
export function viewOf<K extends RouteName>(route: K, astro: Pick<AstroGlobal, 'locals'>): ViewOf<K> {
  const { view } = astro.locals as { view?: ViewOf<K> };
  if (!view) throw new Error(`The page of ${route} was rendered without a view.`);
  return view;
}
