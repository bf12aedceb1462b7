import { facetsOf } from '../content-model/facets.ts';
import { directionOf } from '../content-model/locales.ts';
import type { Entry, EntryGroup } from '../graph/graph.ts';
import { feedLinks, isLeading } from './feed-links.ts';
import { modifiedOn } from './modified.ts';
import { onwardFrom } from './onward.ts';
import { pictureFor, type PictureUse } from './pictures.ts';
import { countryName, say, type Site } from './site.ts';
import { structuredDataOf } from './structured-data.ts';
import type { BaseView, Crumb, SearchRecord } from './view.ts';

interface FrameInput<K extends string> {
  kind: K;
  lang: string;
  /** The address without its language: `/stories/abc/`; `/` is a language's home. */
  place: string;
  title: string;
  description: string;
  section?: string;
  /** The ways up, from the second on; home is added. */
  breadcrumb?: Crumb[];
  /** The languages in which the page really exists; all where left out. */
  existsIn?: readonly string[];
  /** The picture for those who share the page. */
  picture?: { file: string; alt: string; focal?: [number, number] | undefined } | undefined;
  noindex?: boolean;
  /** The entry that the page is about, as it is shown: search finds it, and ways lead on from it. */
  entry?: Entry;
  group?: EntryGroup;
  pictures?: (PictureUse | undefined)[];
}

/** What every page has: address, head, way up, languages. Alternates come from the whole graph, whichever languages are built. */
export function frame<K extends string>(site: Site, input: FrameInput<K>): BaseView<K> {
  const { lang, place } = input;
  const { settings, languages } = site.graph;
  const chrome = site.chrome(lang);
  const existsIn = input.existsIn ?? languages;
  const here = existsIn.includes(lang);
  const address = (language: string) => `${settings.site.origin}/${language}${place}`;
  const canonicalLanguage = here ? lang : (existsIn[0] ?? lang);
  const share = input.picture && pictureFor(site.graph, input.picture, 'share');
  const fallback = existsIn.includes(settings.site.defaultLanguage) ? settings.site.defaultLanguage : existsIn[0];
  const indexed = here && !input.noindex;
  const home = place === '/';
  const breadcrumb: Crumb[] = home
    ? []
    : [
        { label: chrome.words['nav.home'], href: chrome.home },
        ...(input.breadcrumb ?? []),
        { label: input.title, ...(here ? {} : { lang: canonicalLanguage, dir: directionOf(canonicalLanguage) }) },
      ];
  const { entry } = input;
  const original = entry && entry.state !== 'original' ? address(existsIn[0]!) : undefined;
  const structuredData = indexed ? structuredDataOf(site, { url: address(lang), home, breadcrumb, entry, original }) : undefined;
  return {
    kind: input.kind,
    path: `/${lang}${place}`,
    lang,
    dir: directionOf(lang),
    chrome,
    head: {
      title: place === '/' ? input.title : say(site, lang, 'head.title', { title: input.title, site: settings.site.name }),
      description: input.description,
      canonical: address(canonicalLanguage),
      alternates:
        indexed && existsIn.length > 1
          ? [
              ...existsIn.map((language) => ({ hreflang: language, href: address(language) })),
              ...(fallback ? [{ hreflang: 'x-default', href: place === '/' ? `${settings.site.origin}/` : address(fallback) }] : []),
            ]
          : [],
      noindex: !indexed,
      openGraph: {
        type: place.split('/').length > 3 ? 'article' : 'website',
        locale: lang,
        ...(share
          ? { image: { url: settings.site.origin + share.view.src, width: share.view.width, height: share.view.height, alt: share.view.alt } }
          : {}),
      },
      ...(structuredData ? { structuredData } : {}),
      feeds: feedLinks(site, lang, input.kind),
      manifest: isLeading(input.kind),
    },
    section: input.section ?? '',
    breadcrumb,
    languages: settings.site.languages
      .filter(({ id }) => languages.includes(id))
      .map(({ id, name }) => ({
        lang: id,
        dir: directionOf(id),
        name,
        href: existsIn.includes(id) || id === lang ? `/${id}${place}` : `/${id}/`,
        current: id === lang,
        exists: existsIn.includes(id),
      })),
    pictures: [share?.use, ...(input.pictures ?? [])].filter((use) => use !== undefined),
    ...(input.group ? { onward: onwardFrom(site, input.group, lang) } : {}),
    ...(indexed && entry ? { search: searchRecord(site, entry, input), modified: modifiedOn(entry, site.day) } : {}),
  };
}

/** Facts have no page, so no entry of theirs comes here. */
function searchRecord(site: Site, { collection, data, lang }: Entry, { title, description }: { title: string; description: string }): SearchRecord {
  const facets = facetsOf(collection, data);
  const countries = facets['country']?.map((id) => countryName(lang, id)) ?? [];
  return {
    collection,
    title: 'person' in data ? `${data.person.name}: ${title}` : title,
    summary: description,
    facets,
    words: [
      ...('keywords' in data && data.keywords ? [data.keywords] : []),
      site.chrome(lang).topics[data.topics[0]!]?.label ?? '',
      ...countries,
    ].join(', '),
  };
}

/** The languages an entry really exists in, in the order of the settings, the original’s first where it is missing in the reader’s. */
export function languagesOf(site: Site, group: EntryGroup): string[] {
  const real = site.graph.languages.filter((lang) => group.byLanguage.has(lang));
  const original = group.original.lang;
  return [original, ...real.filter((lang) => lang !== original)];
}

/** What a reader is told about the language an entry is shown in. */
export interface TranslationNotice {
  state: Entry['state'] | 'missing';
  /** Language and direction of the text itself. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** A sentence, where there is something to say. */
  text: string;
  /** The original, where this is a translation. */
  original?: { lang: string; name: string; href: string };
  translator?: string;
}
