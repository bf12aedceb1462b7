import type { EntryGroup } from '../graph/graph.ts';
import type { Teller } from './people-match.ts';
import { personLine } from './person-line.ts';
import { inLanguage, type Site } from './site.ts';

/** So many of the newest stories: 400 are some 50 KB compressed, which a phone has in a second. */
export const mostTellers = 400;

/** Where the tellers of a language lie: readers' browsers ask for it once they choose something. */
export const peopleIndexPath = (lang: string): string => `/people/${lang}.json`;

/** The stories that can be matched with a reader: public today, the newest first. */
export const matchable = (site: Site): readonly EntryGroup<'stories'>[] => site.entries.stories.slice(0, mostTellers);

/** Who told a story, for the browser to find those who are like its reader: in the language of the page, or in the original where a story is missing in it. */
export function peopleIndex(site: Site, lang: string): { tellers: Teller[] } {
  return { tellers: matchable(site).map((group) => teller(site, group, lang)) };
}

function teller(site: Site, group: EntryGroup<'stories'>, lang: string): Teller {
  const { href, name, title, initial, face, topic, voice } = personLine(group, { site, lang, around: lang }).line;
  const { person, stages } = inLanguage(group, lang).data;
  return {
    href,
    name: name.text,
    title: title.text,
    ...(title.lang ? { lang: title.lang, dir: title.dir } : {}),
    initial,
    ...(face ? { face: face.src } : {}),
    topic,
    voice: voice.id,
    shares: {
      country: [person.country],
      household: person.household,
      cameFor: [person.cameFor],
      fields: person.fields,
      languages: person.languages.map(({ language }) => language),
      stages,
    },
  };
}
