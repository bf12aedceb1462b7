import type { Site } from './site.ts';

/** Remembers what was made from a site, as long as the site is: for what many pages need and nobody wants to work out for each. */
export function onceASite<T>(make: (site: Site) => T): (site: Site) => T {
  const known = new WeakMap<Site, T>();
  return (site) => {
    const before = known.get(site);
    if (before !== undefined) return before;
    const made = make(site);
    known.set(site, made);
    return made;
  };
}
