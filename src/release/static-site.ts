import { readContent } from '../graph/read.ts';
import { contentOf } from '../graph/content.ts';
import { siteOn, type Site } from '../views/site.ts';
import { defaultContentFolder } from './folders.ts';
import { readEnvironment } from './environment.ts';
import { today } from './today.ts';

interface Loading {
  site: Promise<Site>;
  loaded?: Site;
}
/** Kept for the whole process: Astro's configuration and the pages it bundles each have this module once, and only the first knows where the project lies. */
const kept = globalThis as { [at: symbol]: Loading | undefined };
const place = Symbol.for('doorstep.static-site');

/** The site that plain `astro build` shows: read once a build. */
export function siteForStaticBuild(): Promise<Site> {
  kept[place] ??= { site: load() };
  return kept[place].site;
}
siteForStaticBuild.known = (): Site | undefined => kept[place]?.loaded;

async function load(): Promise<Site> {
  const { DOORSTEP_DAY, DOORSTEP_CONTENT } = readEnvironment();
  const { graph } = contentOf(await readContent(DOORSTEP_CONTENT ?? defaultContentFolder));
  if (!graph) throw new Error('The settings of the content folder cannot be read: `npm run check` says why.');
  const site = siteOn(graph, DOORSTEP_DAY ?? today(graph.settings.site.timeZone));
  kept[place]!.loaded = site;
  return site;
}
