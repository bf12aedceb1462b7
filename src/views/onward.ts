import type { EntryGroup } from '../graph/graph.ts';
import { countries, type WayLink } from './near.ts';
import { countryName, localise, say, type Site } from './site.ts';

/** So few that they cost a page next to nothing. */
const most = 4;

/** Ways onward from an entry: people from the same country or who came for the same reason, its topic, its readers, its stage. */
export function onwardFrom(site: Site, group: EntryGroup, lang: string): WayLink[] {
  const { data } = group.original;
  const { audiences, stages } = site.graph.settings;
  const links: WayLink[] = [];
  if ('person' in data) {
    const { country, cameFor } = data.person;
    if ((countries(site).get(country) ?? 0) > 1)
      links.push({
        text: say(site, lang, 'from.title', { country: countryName(lang, country) }),
        href: `/${lang}/stories/from/${country.toLowerCase()}/`,
      });
    links.push({
      text: say(site, lang, 'cameFor.title', { reason: say(site, lang, `reason.${cameFor}`) }),
      href: `/${lang}/stories/came-for/${cameFor}/`,
    });
  }
  if ('topics' in data && group.collection !== 'practices')
    for (const id of data.topics.slice(0, 1)) links.push({ text: site.chrome(lang).topics[id]?.label ?? id, href: `/${lang}/topics/${id}/` });
  if ('audiences' in data)
    for (const { id, label } of audiences.filter(({ id }) => data.audiences.includes(id)).slice(0, 1))
      links.push({ text: localise(site, label, lang), href: `/${lang}/for/${id}/` });
  if ('stages' in data && !('person' in data))
    for (const { id, label } of stages.filter(({ id }) => data.stages.includes(id)).slice(0, 1))
      links.push({ text: localise(site, label, lang), href: `/${lang}/when/${id}/` });
  return links.slice(0, most);
}
