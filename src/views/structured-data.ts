import type { Entry } from '../graph/graph.ts';
import { modifiedOn } from './modified.ts';
import type { Site } from './site.ts';
import type { Crumb } from './view.ts';

type Json = string | number | readonly Json[] | { readonly [name: string]: Json };
/** Something that schema.org has a word for. */
export type Thing = { readonly '@type': string; readonly [property: string]: Json };

/** What a page tells machines of itself, in the words of schema.org: JSON-LD. */
export interface StructuredData {
  '@context': 'https://schema.org';
  '@graph': Thing[];
}

interface Described {
  /** The page's own address, with the host. */
  url: string;
  home: boolean;
  breadcrumb: readonly Crumb[];
  /** What the page is about, where that is an entry. */
  entry?: Entry | undefined;
  /** The address of the original, where the entry is a translation. */
  original?: string | undefined;
}

/**
 * The least that says it all, as it stands in the flight of every page: what the head tells already (summary, picture, other languages) is not
 * said again. Nothing where there is nothing to say.
 */
export function structuredDataOf(site: Site, page: Described): StructuredData | undefined {
  const { origin } = site.graph.settings.site;
  const things = [
    ...(page.home ? [webSite(site)] : []),
    ...(page.entry ? [work(site, page.entry, page)] : []),
    ...(page.breadcrumb.length > 1 ? [breadcrumbList(origin, page.breadcrumb)] : []),
  ];
  return things.length > 0 ? { '@context': 'https://schema.org', '@graph': things } : undefined;
}

/** How other things refer to the site; home says what it is. */
const siteId = (origin: string) => `${origin}/#site`;

function webSite({ graph: { settings, languages } }: Site): Thing {
  const { origin, name } = settings.site;
  return { '@type': 'WebSite', '@id': siteId(origin), url: `${origin}/`, name, inLanguage: [...languages] };
}

const typeOf = { stories: 'Article', guides: 'Article', practices: 'Article', pages: 'WebPage' } as const;

function work(site: Site, entry: Entry, { url, original }: Described): Thing {
  const { collection, data, lang } = entry;
  const { settings } = site.graph;
  const type = collection === 'facts' ? 'WebPage' : typeOf[collection];
  const modified = modifiedOn(entry, site.day);
  return {
    '@type': type,
    '@id': url,
    [type === 'Article' ? 'headline' : 'name']: data.title,
    ...('person' in data ? { author: { '@type': 'Person', name: data.person.name } } : ownerOf(site, entry)),
    inLanguage: lang,
    datePublished: data.published,
    ...(modified === data.published ? {} : { dateModified: modified }),
    isPartOf: { '@id': siteId(settings.site.origin) },
    ...(original ? { translationOfWork: { '@id': original } } : {}),
    ...('sample' in data && data.sample ? { creativeWorkStatus: 'Sample' } : {}),
  };
}

/** Who answers for an entry; a guide of a public body describes that body’s service. */
function ownerOf({ graph }: Site, { collection, data }: Entry): Record<string, Json> {
  const owner = 'owner' in data ? graph.settings.organisations.find(({ id }) => id === data.owner) : undefined;
  if (!owner) return {};
  const { name, link, voice } = owner;
  const official = voice === 'official';
  const author = { '@type': official ? 'GovernmentOrganization' : 'Organization', name, ...(link ? { url: link } : {}) };
  if (collection !== 'guides' || !official) return { author };
  return {
    author: { ...author, '@id': '#owner' },
    about: { '@type': 'GovernmentService', name: data.title, serviceOperator: { '@id': '#owner' } },
  };
}

const breadcrumbList = (origin: string, crumbs: readonly Crumb[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    ...(href ? { item: origin + href } : {}),
  })),
});
