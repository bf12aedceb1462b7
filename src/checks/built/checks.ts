import { byPlace, type Finding } from '../../content-model/problems.ts';
import { printable } from '../printable.ts';
import { alternates } from './alternates.ts';
import type { BuiltCheck, BuiltSite, SiteCheck } from './built-site.ts';
import { canonical } from './canonical.ts';
import { document } from './document.ts';
import { images } from './images.ts';
import { links } from './links.ts';
import { reachable } from './reachable.ts';
import { resources } from './resources.ts';
import { sitemaps } from './sitemaps.ts';
import { weights } from './weights.ts';

/** Every check on a built page. */
const pageChecks = { links, alternates, canonical, document, resources, images, weights } as const satisfies Record<string, BuiltCheck>;

/** Every check on all of them together. */
const siteChecks = { reachable, sitemaps } as const satisfies Record<string, SiteCheck>;

/** Everything that is wrong with built pages, in the order of the files. */
export function checkBuiltSite(site: BuiltSite): Finding[] {
  const list = Object.values(pageChecks);
  const onPages = [...site.pages.values()].flatMap((page) => list.flatMap((check) => check(page, site)));
  const onSite = Object.values(siteChecks).flatMap((check) => check(site));
  return [...onPages, ...onSite].map(printable).sort(byPlace);
}
