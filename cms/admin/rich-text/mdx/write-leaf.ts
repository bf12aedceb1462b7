import type { Node } from '@tiptap/pm/model';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Markup } from './markup.ts';
import { writeLine, writeWords } from './write-words.ts';

type Tree = Parameters<typeof toMarkdown>[0];

const asItIs = Object.assign((node: Markup): string => node.value!, { peek: () => '<' });

const options: Parameters<typeof toMarkdown>[1] = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  resourceLink: true,
  rule: '-',
  // What is written as it is. Not `html`, before which the end of a line would become a space.
  handlers: { tag: asItIs } as object,
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  unsafe: [
    // In MDX these begin a tag, code, or a module.
    { character: '<', inConstruct: 'phrasing' },
    { character: '<', atBreak: true },
    { character: '{', inConstruct: 'phrasing' },
    { character: '{', atBreak: true },
    { character: '}', inConstruct: 'phrasing' },
    { character: 'i', after: 'mport\\b', atBreak: true },
    { character: 'e', after: 'xport\\b', atBreak: true },
  ],
};

/** Whether nothing would be written for a block. */
export const isNothing = (node: Node): boolean => node.type.name === 'paragraph' && writeWords(node).length === 0;

/** Nodes never change, and most of a text is the same from one key to the next. */
const written = new WeakMap<Node, string>();

/** A block that holds no blocks, as Markdown. */
export function writeLeaf(node: Node, { inList }: { inList: boolean }): string {
  if (node.type.name === 'horizontal_rule') return writeTree(node, inList);
  const known = written.get(node) ?? writeTree(node, inList);
  written.set(node, known);
  return known;
}

const writeTree = (node: Node, inList: boolean): string => toMarkdown(treeOf(node, inList) as Tree, options).trimEnd();

function treeOf(node: Node, inList: boolean): Markup {
  const { attrs } = node;
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', depth: attrs['level'] as number, children: writeLine(node) };
    case 'code_block':
      return { type: 'code', value: node.textContent, lang: attrs['lang'] as string | null, meta: attrs['meta'] as string | null };
    case 'table':
      return tableOf(node);
    case 'horizontal_rule':
      // `- ---` would be a line and no list.
      return inList ? { type: 'tag', value: '___' } : { type: 'thematicBreak' };
    default:
      return { type: 'paragraph', children: writeWords(node) };
  }
}

/** In Markdown the first row is the head, and a row as wide as the first. */
function tableOf(table: Node): Markup {
  const rows: Markup[] = [];
  table.forEach((row) => {
    const cells: Markup[] = [];
    row.forEach((cell) => cells.push({ type: 'tableCell', children: writeLine(cell.firstChild!) }));
    rows.push({ type: 'tableRow', children: cells });
  });
  const align: (string | null)[] = [];
  table.firstChild?.forEach((cell) => align.push(cell.attrs['align'] as string | null));
  return { type: 'table', align, children: rows };
}
