import type { Node } from '@tiptap/pm/model';
import { schema } from '../schema.ts';
import { childrenOf, type Markup } from './markup.ts';
import { readWords, type Source } from './read-words.ts';

/** The cells of a table's row, as many as its first row has; nothing where there are more, which no page shows. */
export function readCells(row: Markup, table: Markup, source: Source): Node[] | undefined {
  const head = childrenOf(table)[0]!;
  const [cells, width] = [childrenOf(row), childrenOf(head).length];
  if (cells.length > width) return undefined;
  return Array.from({ length: width }, (_, column) =>
    schema.node(row === head ? 'table_header' : 'table_cell', { align: table.align?.[column] ?? null }, [
      schema.node('paragraph', null, readWords(childrenOf(cells[column] ?? { type: 'tableCell' }), source)),
    ]),
  );
}
