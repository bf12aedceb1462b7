import { fieldsOfWork, households, reasons } from '../content-model/story.ts';
import { matchable, peopleIndexPath } from './people-index.ts';
import type { Facet } from './people-match.ts';
import { countryName, languageName, localise, say, type Site } from './site.ts';

/** One question of the form: a facet, what it can be, and how it reads in a reason. */
export interface PeopleQuestion {
  facet: Facet;
  label: string;
  /** Values of several words are several values: `partner children`. */
  options: { value: string; label: string }[];
  /** "also speaks {what}", where {what} is the label of an option. */
  also: string;
}

/** The form with which readers find people like them: everything that it asks and can answer, in words. */
export interface PeopleForm {
  /** The address of the tellers in the language of the page. */
  index: string;
  title: string;
  choose: string;
  private: string;
  any: string;
  reset: string;
  questions: PeopleQuestion[];
  /** How many were found, from none to the most there can be. */
  found: string[];
  loading: string;
  failed: string;
  different: string;
  differentWhy: string;
}

/** So many countries and as many languages cost the page 1 KB; whoever misses theirs finds it among the ways below the list. */
const mostOptions = 40;

/** The form of a language; nothing where nobody has told yet. */
export function peopleForm(site: Site, lang: string): PeopleForm | undefined {
  if (site.entries.stories.length === 0) return undefined;
  const words = site.chrome(lang).words;
  const people = matchable(site).map(({ original }) => original.data.person);
  const question = (facet: Facet, options: PeopleQuestion['options']): PeopleQuestion => ({
    facet,
    label: words[`people.${facet}`],
    options,
    also: words[`people.also.${facet}`],
  });
  return {
    index: peopleIndexPath(lang),
    title: words['people.title'],
    choose: words['people.choose'],
    private: words['people.private'],
    any: words['people.any'],
    reset: words['people.reset'],
    questions: [
      question(
        'cameFor',
        reasons.map((value) => ({ value, label: words[`reason.${value}`] })),
      ),
      question('country', [
        ...told({ lang, values: people.map(({ country }) => country), name: countryName }),
        { value: '-', label: words['people.other.country'] },
      ]),
      question(
        'stages',
        site.graph.settings.stages.map(({ id, label }) => ({ value: id, label: localise(site, label, lang) })),
      ),
      question('household', [
        ...households.map((value) => ({ value: value as string, label: words[`people.household.${value}`] })),
        { value: 'partner children', label: words['people.household.both'] },
      ]),
      question(
        'fields',
        fieldsOfWork.map((value) => ({ value, label: words[`people.field.${value}`] })),
      ),
      question('languages', [
        ...told({ lang, values: people.flatMap(({ languages }) => languages.map(({ language }) => language)), name: languageName }),
        { value: '-', label: words['people.other.language'] },
      ]),
    ],
    found: Array.from({ length: 6 }, (_, count) => (count === 0 ? words['people.none'] : say(site, lang, 'people.found', { count }))),
    loading: words['people.loading'],
    failed: words['people.failed'],
    different: words['people.different'],
    differentWhy: words['people.different.why'],
  };
}

/** What occurs in stories, the most frequent where there is very much of it, sorted as the language sorts names. */
function told({ lang, values, name }: { lang: string; values: readonly string[]; name: (lang: string, of: string) => string }) {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const collator = new Intl.Collator(lang);
  return [...counts]
    .sort(([one, often], [other, rarely]) => rarely - often || (one < other ? -1 : 1))
    .slice(0, mostOptions)
    .map(([value]) => ({ value, label: name(lang, value) }))
    .sort((one, other) => collator.compare(one.label, other.label));
}
