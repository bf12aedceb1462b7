import type { Node } from '@tiptap/pm/model';
import { schema } from '../schema.ts';
import type { Remembered } from './memory.ts';
import { Reader } from './read-blocks.ts';
import { toMdx } from './to-mdx.ts';

/**
 * The document of a text. Every block of it remembers the characters it was made from, and the document what stood between them, so that
 * `toMdx` gives back what was not touched byte for byte. What cannot be read is a `raw` block.
 */
export function fromMdx(source: string): Node {
  // A mark of byte order is no text: it goes into what stands before the first block.
  const bom = source.startsWith('\uFEFF') ? 1 : 0;
  const doc = documentOf(source, new Reader(source.slice(bom)).read(), bom);
  // Nothing is opened that would not be saved as it was.
  return toMdx(doc) === source ? doc : documentOf(source, new Reader(source.slice(bom)).keep(), bom);
}

function documentOf(source: string, { blocks, memory }: { blocks: Node[]; memory: Remembered[] }, bom: number): Node {
  const [whole, ...rest] = memory;
  const all = [{ ...whole!, source, head: source.slice(0, bom) + whole!.head }, ...rest];
  return schema.node('doc', { memory: all }, blocks.length > 0 ? blocks : [schema.node('paragraph')]);
}
