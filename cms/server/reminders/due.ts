import { addMonths, daysBetween } from '../../../src/content-model/days.ts';
import type { Entry, EntryGroup, Graph } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';
import type { Collection } from '../../../src/content-model/collections.ts';
import type { DocumentName } from '../document.ts';

/** Days before a fact expires in which its owner is told: four mails, since a new figure has to be looked for. */
const soon = 28;

/** An entry that somebody must look at again. */
export interface Due {
  /** The original: what is looked at. */
  name: DocumentName;
  what: 'review' | 'expired' | 'expires';
  /** The day on which its review was due, or after which the fact must be checked. */
  on: string;
  /** The organisation that answers for it. */
  owner: string;
  /** The desk that publishes it, where it has one. */
  desk: string | undefined;
  /** In a language, or its own where it is missing in that. */
  title: (lang: string) => string;
  /** The path of the page of the site that shows it; none where no page does. */
  page: (lang: string) => string | undefined;
}

/** What is due on a day, oldest first: guides past their review, facts that have expired or soon will. Only what readers see. */
export function dueOn(graph: Graph, day: string): Due[] {
  const guides = [...graph.groups.guides.values()].flatMap((group): Due[] => {
    const { reviewed, reviewEvery } = group.original.data;
    const on = addMonths(reviewed, reviewEvery);
    return on < day && isPublic(group as EntryGroup, day)
      ? [{ ...commonTo(group as EntryGroup), what: 'review', on, page: pageOf(group as EntryGroup) }]
      : [];
  });
  const facts = [...graph.groups.facts.values()].flatMap((group): Due[] => {
    const { expires } = group.original.data;
    if (expires === undefined || daysBetween(day, expires) > soon) return [];
    return [{ ...commonTo(group as EntryGroup), what: expires < day ? 'expired' : 'expires', on: expires, page: shownOn(graph, group.slug, day) }];
  });
  return [...guides, ...facts].toSorted((a, b) => (a.on === b.on ? (a.name.slug < b.name.slug ? -1 : 1) : a.on < b.on ? -1 : 1));
}

const inLanguage = (group: EntryGroup, lang: string): Entry => group.byLanguage.get(lang) ?? group.original;

function commonTo(group: EntryGroup): Pick<Due, 'name' | 'owner' | 'desk' | 'title'> {
  const { collection, slug, original } = group;
  const { owner } = original.data;
  const desk = 'desk' in original.data ? original.data.desk : undefined;
  return { name: { collection, lang: original.lang, slug }, owner, desk, title: (lang) => inLanguage(group, lang).data.title };
}

const pageOf =
  (group: EntryGroup) =>
  (lang: string): string =>
    `/${inLanguage(group, lang).lang}/${group.collection}/${group.slug}/`;

/** A fact has no page of its own: the first entry that shows it, else the home page, where the city's figures are. */
function shownOn(graph: Graph, fact: string, day: string): Due['page'] {
  const users = (graph.backlinks.get(`facts/${fact}`) ?? []).flatMap(({ collection, slug }) => {
    const group = graph.groups[collection as Collection].get(slug) as EntryGroup | undefined;
    return group && collection !== 'facts' && isPublic(group, day) ? [group] : [];
  });
  if (users[0]) return pageOf(users[0]);
  return graph.settings.site.figures.includes(fact) ? (lang) => `/${lang}/` : () => undefined;
}
