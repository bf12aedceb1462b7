import type { EntryGroup } from '../graph/graph.ts';
import { written, type Written } from './quotation.ts';
import type { Reading } from './reading.ts';
import { countryName, inLanguage, say } from './site.ts';

/** A practice in a list: what it is called, where, and what kind of thing it is. */
export interface PracticeLine {
  href: string;
  title: Written;
  city: Written;
  country: string;
  model: string;
}

export function practiceLine(group: EntryGroup<'practices'>, { site, lang, around }: Reading): PracticeLine {
  const { data, lang: of } = inLanguage(group, around);
  return {
    href: `/${lang}/practices/${group.slug}/`,
    title: written(data.title, of, around),
    city: written(data.city, of, around),
    country: countryName(around, data.country),
    model: say(site, around, `model.${data.model}`),
  };
}
