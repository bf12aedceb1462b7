/** A list that is cut into pages, each with its items under their headings. */
export interface PagedGroup<T> {
  id: string;
  /** How many there are on all pages. */
  count: number;
  items: T[];
}

/** The pages of a list in groups, in the order of the groups; a page holds at most `size` items. Empty groups are left out; there is always a first page. */
export function pagesOf<T>(groups: readonly { id: string; items: readonly T[] }[], size: number): PagedGroup<T>[][] {
  const flat = groups.flatMap(({ id, items }) => items.map((item) => ({ id, item, count: items.length })));
  const pages = Array.from({ length: Math.max(1, Math.ceil(flat.length / size)) }, (_, index) => flat.slice(index * size, (index + 1) * size));
  return pages.map((page) => {
    const byId = new Map<string, PagedGroup<T>>();
    for (const { id, item, count } of page) {
      const group = byId.get(id);
      if (group) group.items.push(item);
      else byId.set(id, { id, count, items: [item] });
    }
    return [...byId.values()];
  });
}

/** Where a group begins: `/en/guides/#housing` or `/en/guides/page/2/#housing`. */
export const placeOf = (list: string, page: number): string => (page === 1 ? list : `${list}page/${page}/`);

/** For each group, the page on which it begins, counted from 1. */
export function firstPages<T>(pages: readonly PagedGroup<T>[][]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, groups] of pages.entries()) for (const { id } of groups) if (!first.has(id)) first.set(id, index + 1);
  return first;
}
