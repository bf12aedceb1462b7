import type { Collection } from '../content-model/collections.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { frame } from './frame.ts';
import { onceASite } from './once-a-site.ts';
import { pagesOf, placeOf } from './paged.ts';
import { written, type Written } from './quotation.ts';
import type { Route } from './routes.ts';
import { date, inLanguage, say, type Site } from './site.ts';
import type { BaseView } from './view.ts';

/** So many that a page stays within one flight, with what was and what is. */
const changesAPage = 40;

/** Something that is new or changed. */
export interface ChangeLine {
  href: string;
  on: string;
  /** "New: story". */
  what: string;
  title: Written;
  before?: Written;
  now?: Written;
  why?: Written;
}

export interface ChangesView extends BaseView<'changes'> {
  title: string;
  lede: string;
  months: { id: string; label: string; items: ChangeLine[] }[];
  which: string;
  previous?: string;
  next?: string;
}

interface Change {
  group: EntryGroup;
  on: string;
  kind: 'new' | 'changed';
}

/** What was published and what changed its meaning until today, newest first, then by address. */
function changesUntil(site: Site): Change[] {
  const groups = [...site.published].filter(({ collection }) => collection !== 'facts' && collection !== 'practices');
  const changes = groups.flatMap((group): Change[] => {
    const { published } = group.original.data;
    const changed = changedOn(group);
    return [
      { group, on: published, kind: 'new' },
      ...(changed && changed > published && changed <= site.day ? [{ group, on: changed, kind: 'changed' as const }] : []),
    ];
  });
  const address = ({ group }: Change) => `${group.collection}/${group.slug}`;
  return changes.toSorted((a, b) => (a.on === b.on ? (address(a) < address(b) ? -1 : 1) : a.on < b.on ? 1 : -1));
}

function changedOn({ original: { data } }: EntryGroup): string | undefined {
  if ('changed' in data && data.changed) return data.changed.on;
  return 'updated' in data ? data.updated : undefined;
}

const pagesByMonth = onceASite((site) => {
  const months = new Map<string, Change[]>();
  for (const change of changesUntil(site)) {
    const month = change.on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), change]);
  }
  return pagesOf(
    [...months].map(([id, items]) => ({ id, items })),
    changesAPage,
  );
});

function lineOf(site: Site, { group, on, kind }: Change, lang: string): ChangeLine {
  const { data, lang: of } = inLanguage(group, lang);
  const what = say(site, lang, `collection.${group.collection as Exclude<Collection, 'facts'>}`);
  const title = 'person' in data ? `${data.person.name}: ${data.title}` : data.title;
  const detail = kind === 'changed' && 'changed' in data && data.changed && data.changed.on === on ? data.changed : undefined;
  return {
    href: `/${lang}/${group.collection}/${group.slug}/`,
    on: date(lang, on),
    what: `${say(site, lang, `changes.${kind}`)}: ${what}`,
    title: written(title, of, lang),
    ...(detail?.before ? { before: written(detail.before, of, lang) } : {}),
    ...(detail ? { now: written(detail.now, of, lang) } : {}),
    ...(detail?.why ? { why: written(detail.why, of, lang) } : {}),
  };
}

function view(site: Site, lang: string, page: number): ChangesView {
  const pages = pagesByMonth(site);
  const which = pages.length > 1 ? say(site, lang, 'stories.page', { page, pages: pages.length }) : '';
  const title = say(site, lang, 'changes.title');
  const months = pages[page - 1]!;
  const lede = say(site, lang, months.length > 0 ? 'changes.lede' : 'changes.empty');
  const home = `/${lang}/changes/`;
  const base = frame(site, {
    kind: 'changes',
    lang,
    place: placeOf('/changes/', page),
    title: page === 1 ? title : `${title}, ${which}`,
    description: lede,
  });
  return {
    ...base,
    title,
    lede,
    months: months.map(({ id, items }) => ({ id, label: date(lang, id), items: items.map((change) => lineOf(site, change, lang)) })),
    which,
    ...(page > 1 ? { previous: placeOf(home, page - 1) } : {}),
    ...(page < pages.length ? { next: placeOf(home, page + 1) } : {}),
  };
}

/** What is new and what changed, newest first. */
export const route: Route<ChangesView> = {
  pattern: '/[lang]/changes',
  paths: (site) => site.languages.map((lang) => ({ lang })),
  view: (site, { lang }) => view(site, lang!, 1),
};

/** The pages after the first. */
export const pageRoute: Route<ChangesView> = {
  pattern: '/[lang]/changes/page/[page]',
  paths: (site) => {
    const later = pagesByMonth(site).slice(1);
    return site.languages.flatMap((lang) => later.map((_, index) => ({ lang, page: String(index + 2) })));
  },
  view: (site, { lang, page }) => view(site, lang!, Number(page)),
};
