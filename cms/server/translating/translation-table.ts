import { z } from 'zod';
import { collections } from '../../../src/content-model/collections.ts';
import { collatorFor } from '../collator.ts';
import { editorAddress, entryAddress } from '../editor-address.ts';
import { action, type Call } from '../protocol/action.ts';
import { namesOf } from '../protocol/names.ts';
import { mayWith, mayWithAll } from '../roles.ts';
import type { Status } from '../store/store.ts';
import type { TranslationCell, TranslationRow } from './translation-cells.ts';
import { translationRows } from './translation-rows.ts';

/** What a table can be narrowed to: how an entry stands in a language, or how far its draft is. */
export const cellStates = ['missing', 'outdated', 'summary', 'current', 'original', 'draft', 'pending_review', 'pending_publish'] as const;
export type CellState = (typeof cellStates)[number];

const rowsOnPage = 50;

const params = z.object({
  collection: z.enum(collections).optional(),
  lang: z.string().max(40).optional(),
  state: z.enum(cellStates).optional(),
  /** Only entries of which the reader has a draft. */
  mine: z.boolean().default(false),
  /** A part of the title. */
  search: z.string().max(200).default(''),
  /** A column: `title`, `collection`, `age` or a language; with a hyphen before it the other way round. */
  sort: z.string().max(40).default('title'),
  page: z.number().int().min(1).max(100_000).default(1),
  /** The language in which titles are sorted. */
  words: z.string().max(40).default('en'),
});
export type TableParams = z.input<typeof params>;

export interface ShownCell extends Omit<TranslationCell, 'draft' | 'since'> {
  draft: { status: Status; owner: string | null; own: boolean } | undefined;
  /** Whole days that somebody has been waiting for it. */
  days: number | undefined;
  /** Where the work is; `begin` where a translation can be begun; neither for whoever may do nothing about it. */
  address: string | undefined;
  begin: boolean;
}

export interface ShownRow extends Omit<TranslationRow, 'cells'> {
  cells: readonly ShownCell[];
  address: string;
  days: number | undefined;
}

export interface TranslationTable {
  /** The languages that have a column. */
  languages: readonly { id: string; name: string }[];
  /** Every language of the site. */
  all: readonly { id: string; name: string }[];
  rows: readonly ShownRow[];
  total: number;
  page: number;
  pages: number;
}

/** Every entry in every language: what is there, what is not, what is out of date, who is at work on it. */
export const translationTable = action(params, async (asked, call): Promise<TranslationTable> => {
  const { languages: all, rows } = await translationRows(call);
  const lang = all.find(({ id }) => id === asked.lang)?.id;
  const wanted = rows.filter((row) => isWanted(row, { ...asked, lang }, call.person.id));
  const sorted = sortRows(wanted, asked);
  const pages = Math.max(1, Math.ceil(sorted.length / rowsOnPage));
  const page = Math.min(asked.page, pages);
  const shown = sorted.slice((page - 1) * rowsOnPage, page * rowsOnPage);
  const owners = await namesOf(
    shown.flatMap(({ cells }) => cells.flatMap(({ draft }) => draft?.owner ?? [])),
    call,
  );
  const languages = lang === undefined ? all : all.filter(({ id }) => id === lang);
  return { languages, all, rows: shown.map((row) => shownRow(row, { owners, lang, call })), total: sorted.length, page, pages };
});

interface Wanted {
  collection?: string | undefined;
  lang?: string | undefined;
  state?: CellState | undefined;
  mine: boolean;
  search: string;
}

const inLanguage = (cells: readonly TranslationCell[], lang: string | undefined) =>
  lang === undefined ? cells : cells.filter((cell) => cell.lang === lang);

function isWanted({ collection, title, slug, cells }: TranslationRow, { lang, state, mine, search, ...asked }: Wanted, person: string): boolean {
  if (asked.collection !== undefined && asked.collection !== collection) return false;
  const words = search.trim().toLowerCase();
  if (words && !title.toLowerCase().includes(words) && !slug.includes(words)) return false;
  if (state === undefined && !mine) return true;
  return inLanguage(cells, lang).some((cell) => (state === undefined || isIn(cell, state)) && (!mine || cell.draft?.owner === person));
}

/** What somebody is writing already is not missing any more. */
const isIn = ({ state, draft }: TranslationCell, wanted: CellState): boolean =>
  draft?.status === wanted || (state === wanted && !(wanted === 'missing' && draft !== undefined));

/** What needs work comes first. */
const order: readonly TranslationCell['state'][] = ['missing', 'outdated', 'summary', 'current', 'original'];

const longest = ({ cells }: Pick<TranslationRow, 'cells'>): number | undefined => {
  const times = cells.flatMap(({ since }) => since ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
};

function sortRows(rows: readonly TranslationRow[], { sort, words }: { sort: string; words: string }): TranslationRow[] {
  const down = sort.startsWith('-');
  const column = down ? sort.slice(1) : sort;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  const { compare } = collatorFor(words);
  const sign = down ? -1 : 1;
  return keyed.sort((a, b) => sign * (a.key - b.key) || (column === 'title' ? sign : 1) * compare(a.row.title, b.row.title)).map(({ row }) => row);
}

function keyOf(row: TranslationRow, column: string): number {
  if (column === 'collection') return collections.indexOf(row.collection);
  // Who has waited longest comes first; who waits for nothing last.
  if (column === 'age') return longest(row) ?? Number.MAX_SAFE_INTEGER;
  const cell = row.cells.find(({ lang }) => lang === column);
  return cell ? order.indexOf(cell.state) * 1000 - Math.min(cell.parts, 999) : 0;
}

interface Showing {
  owners: ReadonlyMap<string, string | null>;
  lang: string | undefined;
  call: Pick<Call, 'person'>;
}

function shownRow(row: TranslationRow, { owners, lang, call: { person } }: Showing): ShownRow {
  const { collection, slug } = row;
  const now = Date.now();
  const daysSince = (since: number | undefined) => (since === undefined ? undefined : Math.max(0, Math.floor((now - since) / 86_400_000)));
  const cells = inLanguage(row.cells, lang).map(({ draft, since, ...cell }): ShownCell => {
    const name = { collection, slug, lang: cell.lang };
    const isNothing = cell.state === 'missing' && !draft;
    const writes =
      cell.kind === 'translation' && cell.state === 'outdated' && !draft && mayWithAll(person.role, 'write', collection, ['translation']);
    return {
      ...cell,
      draft: draft && { status: draft.status, owner: owners.get(draft.owner) ?? null, own: draft.owner === person.id },
      days: daysSince(since),
      address: isNothing ? undefined : writes ? editorAddress(name, 'translation') : entryAddress(name),
      // What is not there yet is whose who begins it.
      begin: isNothing && mayWith(person.role, 'write', { collection, kind: 'translation', relation: 'own' }),
    };
  });
  return {
    ...row,
    cells,
    address: entryAddress({ collection, slug, lang: row.lang }),
    days: daysSince(longest({ cells: inLanguage(row.cells, lang) })),
  };
}
