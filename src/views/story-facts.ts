import type { Entry } from '../graph/graph.ts';
import { placesOf, type CircleView } from './circle.ts';
import type { Written } from './quotation.ts';
import { countryName, date, languageName, say, type Site } from './site.ts';

/** Says of a text of the entry which language it is in, where that is another than the entry's. */
export type Mark = (text: string) => Written;

/** What there is to know about the teller, in the order in which one asks; what they did not tell is left out. */
export function factsOf(site: Site, { lang, data: { person } }: Entry<'stories'>, mark: Mark): (Written & { term: string })[] {
  const { localLanguage } = site.graph.settings.site;
  const country = countryName(lang, person.country);
  const from = person.from.includes(country) ? person.from : say(site, lang, 'story.originIn', { place: person.from, country });
  const languages = person.languages.map(({ language, level }) => {
    const name = languageName(lang, language);
    if (!level) return name;
    return say(site, lang, 'story.level', { language: name, level: level === 'native' ? say(site, lang, 'story.native') : level.toUpperCase() });
  });
  const facts: [string, string | undefined][] = [
    person.until === undefined
      ? [say(site, lang, 'story.since'), date(lang, person.since)]
      : [say(site, lang, 'story.left'), say(site, lang, 'story.leftPeriod', { since: date(lang, person.since), until: date(lang, person.until) })],
    [say(site, lang, 'story.origin'), from],
    [say(site, lang, 'story.cameFor'), say(site, lang, `reason.${person.cameFor}`)],
    [say(site, lang, 'story.with'), person.with],
    [say(site, lang, 'story.home'), person.home],
    [say(site, lang, 'story.work'), person.work],
    [say(site, lang, 'story.languages'), languages.join(lang === 'ar' ? '، ' : ', ')],
    [say(site, lang, 'story.local', { language: languageName(lang, localLanguage) }), person.localLanguage],
    [say(site, lang, 'story.status'), person.status],
  ];
  return facts.flatMap(([term, text]) => (text ? [{ term, ...mark(text) }] : []));
}

/** The people around the teller, in the first winter and now. */
export function circlesOf(site: Site, { lang, data: { circle } }: Entry<'stories'>, mark: Mark): CircleView[] {
  if (!circle) return [];
  return (
    [
      ['story.first', circle.first, circle.then],
      ['story.today', circle.now, circle.today],
    ] as const
  ).map(([key, year, contacts]) => ({
    title: say(site, lang, key, { year: String(year) }),
    ...placesOf(contacts),
    people: contacts.map(({ who, near, kind }) => ({
      who: mark(who),
      near: say(site, lang, `near.${near}`),
      ...(kind === 'here' ? {} : { kind: say(site, lang, `kind.${kind}`) }),
    })),
  }));
}
