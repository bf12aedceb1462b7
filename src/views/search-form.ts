import { collections } from '../content-model/collections.ts';
import { voices } from '../content-model/common.ts';
import type { StringKey } from '../content-model/string-keys.ts';
import type { Plural } from '../content-model/strings.ts';
import { countryName, directionOf, languageName, localise, say, type Site } from './site.ts';

/** By what results are narrowed down: the name of the facet in the index, and its values in words. */
export interface SearchFacet {
  name: 'kind' | 'topics' | 'audiences' | 'stages' | 'voice' | 'country';
  label: string;
  options: { value: string; label: string }[];
}

/** Texts of search that the browser fills in itself, as it alone knows the counts. */
const told = [
  'search.loading',
  'search.found',
  'search.fitting',
  'search.more',
  'search.also',
  'search.none',
  'search.noneFits',
  'search.near',
  'search.without',
  'search.elsewhere',
  'search.toAz',
  'search.failed',
  'search.remove',
] as const satisfies readonly StringKey[];
export type ToldKey = (typeof told)[number];

/** What the script of the search page needs to know beside its markup. */
export interface SearchData {
  lang: string;
  /** Every language that can be searched, the page's first. */
  languages: { lang: string; dir: 'ltr' | 'rtl'; name: string }[];
  /** The language that "also in …" adds. */
  also: string;
  words: Record<ToldKey, string | Plural>;
  /** What a result is: a story, a guide … */
  kinds: Record<string, string>;
}

export interface SearchForm {
  facets: SearchFacet[];
  /** Where to search: `''` is the language of the page. Empty where the site has one language. */
  scopes: { value: '' | 'also' | 'all'; label: string }[];
  data: SearchData;
}

/** Kinds of entries, as they are called where there are many. */
const kindLabels = { stories: 'nav.stories', guides: 'nav.guides', pages: 'way.pages', practices: 'nav.practices' } as const;

/** Everything the search page's form and script say in a language. */
export function searchForm(site: Site, lang: string): SearchForm {
  const { words } = site.chrome(lang);
  const { settings, strings, languages } = site.graph;
  const labelled = (items: readonly { id: string; label: Record<string, string> }[]) =>
    items.map(({ id, label }) => ({ value: id, label: localise(site, label, lang) }));
  const facets: SearchFacet[] = [
    {
      name: 'kind',
      label: words['search.kind'],
      options: Object.entries(kindLabels).map(([value, key]) => ({ value, label: words[key] })),
    },
    { name: 'topics', label: words['search.topics'], options: labelled(settings.topics) },
    { name: 'stages', label: words['search.stages'], options: labelled(settings.stages) },
    { name: 'audiences', label: words['search.audiences'], options: labelled(settings.audiences) },
    { name: 'voice', label: words['search.voice'], options: voices.map((voice) => ({ value: voice, label: words[`voice.${voice}`] })) },
    { name: 'country', label: words['search.country'], options: countryOptions(site, lang) },
  ];
  const also = settings.site.defaultLanguage === lang ? '' : settings.site.defaultLanguage;
  const scopes: SearchForm['scopes'] = [
    { value: '', label: say(site, lang, 'search.in.this', { language: languageName(lang, lang) }) },
    ...(also && languages.length > 2
      ? [{ value: 'also' as const, label: say(site, lang, 'search.in.also', { language: languageName(lang, also) }) }]
      : []),
    { value: 'all', label: words['search.in.all'] },
  ];
  const named = settings.site.languages.filter(({ id }) => languages.includes(id));
  return {
    facets: facets.filter(({ options }) => options.length > 1),
    scopes: languages.length > 1 ? scopes : [],
    data: {
      lang,
      languages: named
        .toSorted((a, b) => Number(b.id === lang) - Number(a.id === lang))
        .map(({ id, name }) => ({ lang: id, dir: directionOf(id), name })),
      also,
      words: Object.fromEntries(told.map((key) => [key, strings.get(lang)![key]])) as SearchData['words'],
      kinds: Object.fromEntries(collections.flatMap((kind) => (kind === 'facts' ? [] : [[kind, words[`collection.${kind}`]] as const]))),
    },
  };
}

/** So many that the page stays within one flight. */
const mostCountries = 60;

/** The countries that stories and practices are from, as the language sorts their names; where there are very many, those that most are from. */
function countryOptions(site: Site, lang: string): SearchFacet['options'] {
  const counts = new Map<string, number>();
  const stories = site.entries.stories.map(({ original }) => original.data.person.country);
  const practices = site.entries.practices.map(({ original }) => original.data.country);
  for (const id of [...stories, ...practices]) counts.set(id, (counts.get(id) ?? 0) + 1);
  const collator = new Intl.Collator(lang);
  return [...counts]
    .sort(([one, often], [other, rarely]) => rarely - often || (one < other ? -1 : 1))
    .slice(0, mostCountries)
    .map(([value]) => ({ value, label: countryName(lang, value) }))
    .sort((a, b) => collator.compare(a.label, b.label));
}
