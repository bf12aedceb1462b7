import { isCollection, type Collection } from '../../../../src/content-model/collections.ts';
import { cellStates, type CellState, type TableParams } from '../../translating/translation-table.ts';
import { withParameter, type Visit } from '../visit.ts';

/** What the address of the table asks for. The language of the interface is `lang`, so the one that is looked for is `in`. */
export interface TableQuery {
  what: Collection | '';
  in: string;
  state: CellState | '';
  mine: boolean;
  search: string;
  sort: string;
  page: number;
}

const isState = (text: string): text is CellState => (cellStates as readonly string[]).includes(text);

/** What cannot be asked for is not looked at: an address that somebody kept still shows a table. */
export function queryOf({ url: { searchParams }, face }: Visit): TableQuery {
  const text = (name: string) => searchParams.get(name) ?? '';
  const [what, state, page] = [text('what'), text('state'), Number(text('page'))];
  return {
    what: isCollection(what) ? what : '',
    in: face.languages.find(({ id }) => id === text('in'))?.id ?? '',
    state: isState(state) ? state : '',
    mine: text('mine') === '1',
    search: text('search').slice(0, 200),
    sort: /^-?[a-zA-Z-]{1,30}$/.test(text('sort')) ? text('sort') : 'title',
    page: Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1,
  };
}

export const paramsOf = (query: TableQuery, words: string): TableParams => ({
  ...(query.what && { collection: query.what }),
  ...(query.in && { lang: query.in }),
  ...(query.state && { state: query.state }),
  mine: query.mine,
  search: query.search,
  sort: query.sort,
  page: query.page,
  words,
});

/** The address of the table with something changed; a change of order or of what is shown begins at the first page again. */
export function tableAddress({ to }: Visit, query: TableQuery, change: Partial<TableQuery> = {}): string {
  const { mine, page, sort, ...texts } = { ...query, page: 1, ...change };
  const parameters: [string, string][] = Object.entries(texts);
  if (mine) parameters.push(['mine', '1']);
  if (sort !== 'title') parameters.push(['sort', sort]);
  if (page > 1) parameters.push(['page', String(page)]);
  return parameters.filter(([, value]) => value !== '').reduce((path, [name, value]) => withParameter(path, name, value), to('/translations'));
}

export const isNarrowed = (query: TableQuery): boolean =>
  query.what !== '' || query.in !== '' || query.state !== '' || query.mine || query.search.trim() !== '';
