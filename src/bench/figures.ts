/** A time for a table: three digits that mean something, `4.3 ms`, `340 ms`, `1.24 s`, `85 s`. */
export function time(milliseconds: number): string {
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return `${seconds < 9.995 ? seconds.toFixed(2) : seconds < 99.95 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
}

/** Memory for a table: `312 MB`, `1.24 GB` (millions and thousands of millions of bytes). */
export const memory = (bytes: number): string => (bytes < 999.5e6 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(2)} GB`);

/** How many times as much: `0.28 ×`, `2.4 ×`, `31 ×`. */
export const times = (ratio: number): string => `${ratio < 0.995 ? ratio.toFixed(2) : ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)} ×`;

/** Whole numbers with their thousands apart: `10,000`. */
export const whole = (value: number): string => new Intl.NumberFormat('en').format(Math.round(value));

/** A table in Markdown, its columns aligned so that it reads as plain text too; all but the first are figures. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? cell).length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
