import { wordsHtml, type Run } from './words.ts';

/** What is left of what was pasted. */
export type Block =
  | { kind: 'p'; words: readonly Run[] }
  | { kind: 'h'; level: number; words: readonly Run[] }
  | { kind: 'ul' | 'ol'; items: readonly (readonly Block[])[]; start?: number }
  | { kind: 'blockquote'; blocks: readonly Block[] }
  | { kind: 'pre'; text: string }
  | { kind: 'hr' }
  | { kind: 'table'; rows: readonly (readonly (readonly Run[])[])[] }
  /** An item of a list of Word, until `word-lists.ts` puts it into one. */
  | { kind: 'word-item'; level: number; ordered: boolean; blocks: readonly Block[] };

/** A block as clean HTML, for the editor's own parser. `down`: how many levels headings go down. */
export function blockHtml(block: Block, down: number): string {
  const all = (blocks: readonly Block[]): string => blocks.map((one) => blockHtml(one, down)).join('');
  switch (block.kind) {
    case 'p':
      return `<p>${wordsHtml(block.words)}</p>`;
    case 'h': {
      const level = Math.min(4, Math.max(2, block.level + down));
      return `<h${level}>${wordsHtml(block.words, { plain: true })}</h${level}>`;
    }
    case 'ul':
    case 'ol': {
      const start = block.kind === 'ol' && block.start && block.start > 1 ? ` start="${Math.floor(block.start)}"` : '';
      return `<${block.kind}${start}>${block.items.map((item) => `<li>${all(item)}</li>`).join('')}</${block.kind}>`;
    }
    case 'blockquote':
      return `<blockquote>${all(block.blocks)}</blockquote>`;
    case 'pre':
      return `<pre>${block.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
    case 'hr':
      return '<hr>';
    case 'table':
      return `<table><tbody>${block.rows.map((row, index) => rowHtml(row, index === 0 ? 'th' : 'td')).join('')}</tbody></table>`;
    case 'word-item':
      return all(block.blocks);
  }
}

const rowHtml = (row: readonly (readonly Run[])[], tag: 'th' | 'td'): string =>
  `<tr>${row.map((cell) => `<${tag}><p>${wordsHtml(cell, { plain: tag === 'th' })}</p></${tag}>`).join('')}</tr>`;
