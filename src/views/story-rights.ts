import type { Entry } from '../graph/graph.ts';
import { letterTo } from './letter.ts';
import { date, say, type Site } from './site.ts';

export interface RightsView {
  /** Whose story it is, and that it can be taken back. */
  sentence: string;
  details: string;
  /** Letters to the editors that name the page. */
  links: { text: string; href: string }[];
}

/** At the door: whose story it is, who listened, translated and paid, and how to change it or take it back. */
export function rightsOf(site: Site, { entry, path }: { entry: Entry<'stories'>; path: string }): RightsView {
  const { settings } = site.graph;
  const { lang, data, translator } = entry;
  const { listener, told, paid, portrait, consent, published, updated, owner } = data;
  const { email } = settings.site.contact;
  const organisation = settings.organisations.find(({ id }) => id === owner)?.name;
  // Numbers and Latin letters only: in other scripts an encoded subject would be a kilobyte.
  const subject = encodeURIComponent(`${settings.site.name} ${data.number}`);
  const letter = (text: string) => ({ text, href: `mailto:${email}?subject=${subject}&body=${settings.site.origin}${path}` });
  const report = letterTo(site, { owner, path });
  const sentences = [
    told ? say(site, lang, 'story.toldHow', { listener, told }) : say(site, lang, 'story.toldTo', { listener }),
    ...(translator ? [say(site, lang, 'story.translatedBy', { translator })] : []),
    say(site, lang, 'story.paid', { paid }),
    ...(portrait && consent.scopes.includes('portrait') ? [say(site, lang, 'story.portraitBy', { credit: portrait.credit })] : []),
    say(site, lang, 'story.dates', { date: date(lang, published) }),
    ...(updated ? [say(site, lang, 'story.changedDates', { date: date(lang, updated) })] : []),
    ...(organisation ? [say(site, lang, 'story.owner', { owner: organisation })] : []),
  ];
  return {
    sentence: say(site, lang, 'story.rights', { name: data.person.name }),
    // Ukrainian and other dates end in a full stop of their own.
    details: sentences.map((sentence) => sentence.replace(/\.\.$/, '.')).join(' '),
    links: [
      ...(email ? [letter(say(site, lang, 'story.withdraw')), letter(say(site, lang, 'story.aboutYou'))] : []),
      ...(report ? [{ text: say(site, lang, 'entry.report'), href: report }] : []),
    ],
  };
}
