import { byPlace, type Finding } from '../../content-model/problems.ts';
import { printable } from '../printable.ts';
import { alternates } from './alternates.ts';
import type { BuiltCheck, BuiltSite } from './built-site.ts';
import { document } from './document.ts';
import { images } from './images.ts';
import { links } from './links.ts';
import { resources } from './resources.ts';

/** Every check on built pages. */
const builtChecks = { links, alternates, document, resources, images } as const satisfies Record<string, BuiltCheck>;

/** Everything that is wrong with built pages, in the order of the files. */
export function checkBuiltSite(site: BuiltSite): Finding[] {
  const list = Object.values(builtChecks);
  return [...site.pages.values()]
    .flatMap((page) => list.flatMap((check) => check(page, site)))
    .map(printable)
    .sort(byPlace);
}
