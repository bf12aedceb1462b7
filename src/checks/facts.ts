import type { Graph } from '../graph/graph.ts';
import type { Check } from './check.ts';
import { daysBetween } from '../content-model/days.ts';
import { placeIn } from './place.ts';
import { counted, listedBriefly } from './wording.ts';

/** Facts are checked again before they expire. */
export const facts: Check = ({ graph, day }) =>
  [...graph.groups.facts.values()].flatMap(({ slug, original: { data, parsed } }) => {
    if (data.expires === undefined || data.expires >= day) return [];
    const users = usersOf(graph, slug);
    return [
      {
        check: 'facts',
        severity: 'warning',
        ...placeIn(parsed, ['expires']),
        found: `This fact expired on ${data.expires}, ${counted(daysBetween(data.expires, day), 'day')} ago. ${users.length > 0 ? `It is shown in ${listedBriefly(users)}.` : 'No page shows it.'}`,
        rule: 'A fact is checked again by the day it expires.',
        fix: `Look it up in its source (${data.source.url ?? data.source.title}), then correct \`value\`, \`asOf\` and \`expires\`.`,
      },
    ];
  });

/** The files of whatever shows a fact. */
function usersOf(graph: Graph, fact: string): string[] {
  const entries = (graph.backlinks.get(`facts/${fact}`) ?? []).map(({ collection, slug }) => graph.groups[collection].get(slug)!.original.file);
  return graph.settings.site.figures.includes(fact) ? [...entries, 'settings/site.yml (the home page)'] : entries;
}
