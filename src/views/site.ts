import { collections, type Collection } from '../content-model/collections.ts';
import { directionOf } from '../content-model/locales.ts';
import type { Localised } from '../content-model/settings.ts';
import type { StringKey } from '../content-model/string-keys.ts';
import type { Plural, Strings } from '../content-model/strings.ts';
import type { Entry, EntryGroup, Graph } from '../graph/graph.ts';
import { isPublic } from '../graph/is-public.ts';
import { chromeOf, type Chrome } from './chrome.ts';

/** What views are made from: the graph on a given day. Everything worked out for all pages of a language is worked out once here. */
export interface Site {
  graph: Graph;
  /** The day in the city's time zone, 2026-10-31. */
  day: string;
  /** The languages to show; alternates always come from the whole graph. */
  languages: readonly string[];
  /** Published on this day: first published on or before it, and with consent. Newest first, then by slug. */
  entries: { readonly [C in Collection]: readonly EntryGroup<C>[] };
  published: ReadonlySet<EntryGroup>;
  chrome: (lang: string) => Chrome;
}

/** The site as it is on a day. */
export function siteOn(graph: Graph, day: string, languages: readonly string[] = graph.languages): Site {
  const entries = Object.fromEntries(
    collections.map((name) => {
      const groups = [...(graph.groups[name] as ReadonlyMap<string, EntryGroup>).values()].filter((group) => isPublic(group, day));
      return [name, groups.toSorted(newestFirst)];
    }),
  ) as unknown as Site['entries'];
  const chromes = new Map<string, Chrome>();
  const site: Site = {
    graph,
    day,
    languages,
    entries,
    published: new Set(Object.values(entries).flat()),
    chrome: (lang) => {
      const known = chromes.get(lang);
      if (known) return known;
      const chrome = chromeOf(site, lang);
      chromes.set(lang, chrome);
      return chrome;
    },
  };
  return site;
}

const newestFirst = (a: EntryGroup, b: EntryGroup) =>
  a.original.data.published === b.original.data.published
    ? a.slug < b.slug
      ? -1
      : 1
    : a.original.data.published < b.original.data.published
      ? 1
      : -1;

/** An entry as a reader of a language gets it: in that language, or the original where it is missing. */
export function inLanguage<C extends Collection>(group: EntryGroup<C>, lang: string): Entry<C> {
  return group.byLanguage.get(lang) ?? group.original;
}

/** A published entry by collection and slug; undefined where it is not there or not public. */
export function find<C extends Collection>(site: Site, collection: C, slug: string): EntryGroup<C> | undefined {
  const group = site.graph.groups[collection].get(slug);
  return group && site.published.has(group as unknown as EntryGroup) ? group : undefined;
}

/** The text in a language, else in the site's default language, else the first there is. */
export function localise(site: Pick<Site, 'graph'>, texts: Localised | undefined, lang: string): string {
  if (!texts) return '';
  return texts[lang] ?? texts[site.graph.settings.site.defaultLanguage] ?? Object.values(texts)[0] ?? '';
}

const pluralRules = new Map<string, Intl.PluralRules>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
/** Made once per language: making one takes as long as rendering a page. */
const once = <T>(cache: Map<string, T>, key: string, make: () => T): T => {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
};

/** Arabic pages use Western digits: Dutch letters, house numbers and forms do. English is Europe’s: 12 October 2026. */
export const withDigits = (lang: string) => `${lang === 'en' ? 'en-GB' : lang}-u-nu-latn`;

/** A number as a language writes it. */
export const number = (lang: string, value: number): string =>
  once(numberFormats, lang, () => new Intl.NumberFormat(withDigits(lang), { maximumFractionDigits: 2 })).format(value);

/** A day (2026-10-31), month (2026-10) or year (2026) as a language writes it. */
export const date = (lang: string, value: string): string => once(dates, `${lang} ${value}`, () => formatted(lang, value));
const dates = new Map<string, string>();

function formatted(lang: string, value: string): string {
  const [year, month, day] = value.split('-').map(Number);
  if (month === undefined) return value;
  const options: Intl.DateTimeFormatOptions =
    day === undefined ? { year: 'numeric', month: 'long' } : { year: 'numeric', month: 'long', day: 'numeric' };
  const format = once(dateFormats, `${lang} ${day === undefined}`, () => new Intl.DateTimeFormat(withDigits(lang), { ...options, timeZone: 'UTC' }));
  return format.format(Date.UTC(year!, month - 1, day ?? 1));
}

/** An interface text with its {names} filled in; of a counted text the form for `count`. */
export function say(site: Pick<Site, 'graph'>, lang: string, key: StringKey, values: Record<string, string | number> = {}): string {
  const text = (site.graph.strings.get(lang) as Strings)[key];
  const form = typeof text === 'string' ? text : formFor(lang, text, Number(values['count'] ?? 0));
  return form.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? number(lang, value) : value;
  });
}
const formFor = (lang: string, plural: Plural, count: number): string =>
  plural[once(pluralRules, lang, () => new Intl.PluralRules(lang)).select(count)] ?? plural.other;

/** The name of a language, in a language: `uk` in English is "Ukrainian". */
export const languageName = (lang: string, of: string): string =>
  once(namesOfLanguages, `${lang} ${of}`, () => once(languageNames, lang, () => new Intl.DisplayNames([lang], { type: 'language' })).of(of) ?? of);
const languageNames = new Map<string, Intl.DisplayNames>();
const namesOfLanguages = new Map<string, string>();
/** The name of a country (ISO 3166) in a language. */
export const countryName = (lang: string, of: string): string =>
  once(namesOfCountries, `${lang} ${of}`, () => once(regionNames, lang, () => new Intl.DisplayNames([lang], { type: 'region' })).of(of) ?? of);
const regionNames = new Map<string, Intl.DisplayNames>();
const namesOfCountries = new Map<string, string>();

export { directionOf };
