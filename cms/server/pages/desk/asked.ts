import { collections } from '../../../../src/content-model/collections.ts';
import type { DocumentCollection } from '../../document.ts';
import { statuses, type Status } from '../../store/store.ts';
import { withParameter, type Visit } from '../visit.ts';

export const deskCollections: readonly DocumentCollection[] = [...collections, 'settings', 'strings'];
export const shows = ['all', 'mine', 'waiting'] as const;
export type Show = (typeof shows)[number];

/** What the address of a list asks for; what makes no sense is left out. `in` is the language of texts, since `lang` is that of the page. */
export interface Asked {
  show: Show;
  view: 'board' | 'list';
  collection: DocumentCollection | undefined;
  in: string | undefined;
  status: Status | undefined;
  query: string;
  page: number;
}

const among = <T extends string>(known: readonly T[], given: string | null): T | undefined => known.find((one) => one === given);

export function askedOf({ url, face }: Visit): Asked {
  const { searchParams: given } = url;
  const page = Number(given.get('page') ?? 1);
  return {
    show: among(shows, given.get('show')) ?? 'all',
    view: given.get('view') === 'list' ? 'list' : 'board',
    collection: among(deskCollections, given.get('collection')),
    in: among(
      face.languages.map(({ id }) => id),
      given.get('in'),
    ),
    status: among(statuses, given.get('status')),
    query: (given.get('q') ?? '').trim().slice(0, 200),
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
}

/** The address of this list with something else asked for; it begins at its first page again. */
export function addressWith({ url }: Visit, changes: Readonly<Record<string, string>>): string {
  const { page: _page, ...kept } = Object.fromEntries(url.searchParams);
  const params = { ...kept, ...changes };
  return Object.entries(params).reduce((path, [name, value]) => (value === '' ? path : withParameter(path, name, value)), url.pathname);
}
