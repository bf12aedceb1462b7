import type { Pasted } from './pasted.ts';

/** Wider than a page can show. */
const mostColumns = 30;

/** The cells of a table, row by row; nothing where a cell reaches in from beside or above. A table of one column, or with a table or a heading in it, is layout. */
export function cellsOf(table: Pasted): { rows: (Pasted | undefined)[][]; isLayout: boolean } {
  const rows: (Pasted | undefined)[][] = [];
  const reaching: number[] = [];
  for (const row of rowsIn(table)) {
    const cells: (Pasted | undefined)[] = [];
    const skipReached = () => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length]!--;
        cells.push(undefined);
      }
    };
    for (const cell of row.children.filter(({ tag }) => tag === 'td' || tag === 'th')) {
      skipReached();
      const [width, height] = [number(cell.attributes['colspan']), number(cell.attributes['rowspan'])];
      for (let column = 0; column < width && cells.length < mostColumns; column++) {
        reaching[cells.length] = height - 1;
        cells.push(column === 0 ? cell : undefined);
      }
    }
    skipReached();
    rows.push(cells);
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const filled = rows.map((row) => [...row, ...Array<undefined>(width - row.length).fill(undefined)]);
  const isLayout = width <= 1 || /^(?:presentation|none)$/.test(table.attributes['role'] ?? '') || filled.flat().some((cell) => cell && holds(cell));
  return { rows: filled, isLayout };
}

const number = (text: string | undefined): number => Math.min(mostColumns, Math.max(1, Math.floor(Number(text)) || 1));

const rowsIn = (node: Pasted): Pasted[] =>
  node.children.flatMap((child) => (child.tag === 'tr' ? [child] : /^(?:thead|tbody|tfoot)$/.test(child.tag) ? rowsIn(child) : []));

const holds = (node: Pasted): boolean => /^(?:table|h[1-6])$/.test(node.tag) || node.children.some(holds);
