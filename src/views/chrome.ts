import { shadesOf, readable } from '../content-model/colour.ts';
import { directionOf } from '../content-model/locales.ts';
import type { StringKey } from '../content-model/string-keys.ts';
import { written, type Written } from './quotation.ts';
import { inLanguage, localise, say, type Site } from './site.ts';

/** What every page of a language has around its own content. Made once a language, shared by all its views. */
export interface Chrome {
  lang: string;
  dir: 'ltr' | 'rtl';
  siteName: string;
  city: string;
  home: string;
  search: string;
  /** Every text of the interface; of counted texts the general form (views fill in counts). */
  words: Record<StringKey, string>;
  navigation: { key: string; label: string; href: string }[];
  footer: { runBy: string; links: { label: Written; href: string }[]; email?: string; phone?: string; hours?: string };
  alert?: { text: string; href?: string };
  /** The city's colours as CSS custom properties, from checked settings. */
  colours: string;
  topics: Record<string, { label: string; icon: string }>;
  sample: boolean;
}

export function chromeOf(site: Site, lang: string): Chrome {
  const { settings, strings } = site.graph;
  const own = settings.site;
  const words = Object.fromEntries(
    Object.entries(strings.get(lang)!).map(([key, text]) => [key, typeof text === 'string' ? text : text.other]),
  ) as Chrome['words'];
  const alert = own.alert && own.alert.until >= site.day ? own.alert : undefined;
  return {
    lang,
    dir: directionOf(lang),
    siteName: own.name,
    city: localise(site, own.city, lang),
    home: `/${lang}/`,
    search: `/${lang}/search/`,
    words,
    navigation: settings.navigation.flatMap(({ to, label }) => navigationLink(site, lang, to, localise(site, label, lang))),
    footer: {
      runBy: localise(site, own.runBy, lang),
      links: [
        ...site.entries.pages
          .filter((group) => group.original.data.inNavigation)
          .map((group) => {
            const { data, lang: of } = inLanguage(group, lang);
            return { label: written(data.title, of, lang), href: `/${lang}/pages/${group.slug}/` };
          }),
        { label: { text: words['nav.about'] }, href: `/${lang}/about/` },
        { label: { text: words['nav.changes'] }, href: `/${lang}/changes/` },
        { label: { text: words['nav.accessibility'] }, href: `/${lang}/accessibility/` },
        { label: { text: words['nav.handbook'] }, href: `/${lang}/handbook/` },
      ],
      ...(own.contact.email ? { email: own.contact.email } : {}),
      ...(own.contact.phone ? { phone: own.contact.phone } : {}),
      ...(own.contact.hours ? { hours: localise(site, own.contact.hours, lang) } : {}),
    },
    ...(alert ? { alert: { text: localise(site, alert.text, lang), ...(alert.link ? { href: alert.link } : {}) } } : {}),
    colours: coloursOf(site),
    topics: Object.fromEntries(settings.topics.map((topic) => [topic.id, { label: localise(site, topic.label, lang), icon: topic.icon }])),
    sample: [...site.published].some((group) => group.original.data.sample),
  };
}

function navigationLink(site: Site, lang: string, to: string, label: string): Chrome['navigation'] {
  if (/^https?:/.test(to)) return [{ key: to, label: label || to, href: to }];
  if (to === 'home') return [{ key: to, label: label || say(site, lang, 'nav.home'), href: `/${lang}/` }];
  if (to === 'stories' || to === 'guides' || to === 'practices')
    return [{ key: to, label: label || say(site, lang, `nav.${to}`), href: `/${lang}/${to}/` }];
  const page = site.entries.pages.find((group) => `pages/${group.slug}` === to);
  return page ? [{ key: to, label: label || inLanguage(page, lang).data.title, href: `/${lang}/${to}/` }] : [];
}

/** One rule per topic and one for the sign, light and dark. Values are colours that the schema has checked. */
function coloursOf(site: Site): string {
  const { topics, site: own } = site.graph.settings;
  const shades = topics.map(({ id, colour }) => ({ id, ...shadesOf(colour) }));
  const light = shades.map(({ id, line, field, tint }) => `.t-${id}{--c:${line};--f:${field};--t:${tint}}`).join('');
  const dark = shades.map(({ id, lineDark }) => `.t-${id}{--c:${lineDark}}`).join('');
  const sign = readable(own.sign, '#ffffff', 4.5);
  return `:root{--blue:${sign}}${light}@media(prefers-color-scheme:dark){${dark}}`;
}
