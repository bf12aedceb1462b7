import { frame } from './frame.ts';
import { firstPages, pagesOf, placeOf, type PagedGroup } from './paged.ts';
import { say, type Site } from './site.ts';
import type { PictureUse } from './pictures.ts';
import type { BaseView } from './view.ts';

/** A page of a list in groups. */
export interface ListView<K extends string, T> extends BaseView<K> {
  title: string;
  lede: string;
  /** Every group, on whichever page it begins. */
  contents: { id: string; label: string; icon?: string; count: string; href: string }[];
  groups: { id: string; label: string; icon?: string; items: T[] }[];
  /** "Page 2 of 3"; empty where there is one page only. */
  which: string;
  previous?: string;
  next?: string;
}

export interface ListInput<K extends string, G, T> {
  kind: K;
  lang: string;
  page: number;
  groups: readonly { id: string; items: readonly G[] }[];
  /** The list's own part of the address. */
  place: 'guides' | 'practices';
  size: number;
  description: string;
  lede: string;
  labelOf: (id: string) => { label: string; icon?: string };
  itemOf: (item: G) => T;
  pictures?: PictureUse[];
}

/** One page of a list in groups, with the contents of the whole list. */
export function listPage<K extends string, G, T>(site: Site, input: ListInput<K, G, T>): ListView<K, T> {
  const { lang, page, place, labelOf } = input;
  const title = say(site, lang, `${place}.title`);
  const pages = pagesOf(input.groups, input.size);
  const first = firstPages(pages);
  const home = `/${lang}/${place}/`;
  const which = pages.length > 1 ? say(site, lang, 'stories.page', { page, pages: pages.length }) : '';
  const base = frame(site, {
    kind: input.kind,
    lang,
    place: placeOf(`/${place}/`, page),
    title: page === 1 ? title : `${title}, ${which}`,
    description: input.description,
    section: place,
  });
  return {
    ...base,
    title,
    lede: input.lede,
    contents: input.groups
      .filter(({ items }) => items.length > 0)
      .map(({ id, items }) => ({
        id,
        ...labelOf(id),
        count: say(site, lang, `${place}.count`, { count: items.length }),
        href: `${placeOf(home, first.get(id)!)}#${id}`,
      })),
    groups: pages[page - 1]!.map(({ id, items }: PagedGroup<G>) => ({ id, ...labelOf(id), items: items.map(input.itemOf) })),
    which,
    ...(page > 1 ? { previous: placeOf(home, page - 1) } : {}),
    ...(page < pages.length ? { next: placeOf(home, page + 1) } : {}),
  };
}
