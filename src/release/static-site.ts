import { readContent } from '../graph/read.ts';
import { contentOf } from '../graph/content.ts';
import { siteOn, type Site } from '../views/site.ts';
import { defaultContentFolder } from './folders.ts';
import { readEnvironment } from './environment.ts';
import { today } from './today.ts';

let loading: Promise<Site> | undefined;
let loaded: Site | undefined;

/** The site that plain `astro build` shows: read once a build. */
export function siteForStaticBuild(): Promise<Site> {
  loading ??= load();
  return loading;
}
siteForStaticBuild.known = (): Site | undefined => loaded;

async function load(): Promise<Site> {
  const { DOORSTEP_DAY, DOORSTEP_CONTENT } = readEnvironment();
  const { graph } = contentOf(await readContent(DOORSTEP_CONTENT ?? defaultContentFolder));
  if (!graph) throw new Error('The settings of the content folder cannot be read: `npm run check` says why.');
  loaded = siteOn(graph, DOORSTEP_DAY ?? today(graph.settings.site.timeZone));
  return loaded;
}
