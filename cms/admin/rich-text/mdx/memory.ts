import type { Node } from '@tiptap/pm/model';

/** A block as it was read: the node, and the very characters it was made from. */
export interface Remembered {
  node: Node;
  source: string;
  /** What stands in it between its markup: before the first block in it, between each two, after the last one. Together they are the source. */
  head: string;
  gaps: readonly string[];
  tail: string;
  children: readonly number[];
  /** What each further line of a block in it begins with: `> `, or spaces in a list. */
  inner: string;
  /** Tag, words and closing tag in one line. */
  oneLine: boolean;
}

/** The blocks of a text by their number, which the nodes carry as `origin`; 0 is the whole text. */
export type Memory = readonly Remembered[];

/** What a node was when it was read, if it is a block that was. */
export function rememberedOf(node: Node, memory: Memory | null): Remembered | undefined {
  const origin = node.attrs['origin'] as number | null | undefined;
  return typeof origin === 'number' ? memory?.[origin] : undefined;
}
