import type { Node } from '@tiptap/pm/model';
import { schema } from '../schema.ts';
import type { Remembered } from './memory.ts';

/** A block that was read, and where it stands in the source. */
export interface Block {
  node: Node;
  start: number;
  end: number;
}
/** What a block is to be. */
export interface Made {
  type: string;
  attrs?: Record<string, unknown>;
  /** Words of a paragraph, rows of a table, or blocks. */
  content: Node[] | Block[];
  inner?: string;
  oneLine?: boolean;
}

const isBlocks = (content: Node[] | Block[]): content is Block[] => content.length > 0 && 'node' in content[0]!;
/** Where the text of a component in one line begins. */
const openEnd = (source: string): number => /^<\w+(?:\s+[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>/.exec(source)?.[0].length ?? 0;

/** The blocks of a text, and what was remembered of each. */
export interface Kept {
  blocks: Node[];
  memory: Remembered[];
}

/** Makes blocks that remember the characters they were made from. */
export class Keeper {
  readonly #text: string;
  readonly #memory: Remembered[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The whole text, as what is read of it. */
  whole(read: () => Block[]): Kept {
    const text = this.#text;
    const whole = { node: schema.node('paragraph'), source: text, head: '', gaps: [], tail: '', children: [], inner: '', oneLine: false };
    this.#memory.push(whole);
    const blocks = read();
    this.#memory[0] = { ...whole, ...this.#between(blocks, 0, text.length) };
    return { blocks: blocks.map(({ node }) => node), memory: this.#memory };
  }

  /** A block, remembered; or the same characters kept as they are where it cannot stand or hold what it holds. */
  block({ start, end }: { start: number; end: number }, { type, attrs, content, inner = '', oneLine = false }: Made): Block {
    const origin = this.#memory.length;
    const nodes = isBlocks(content) ? content.map(({ node }) => node) : (content as Node[]);
    const made = schema.nodes[type]!;
    const node = nodes.length === 0 ? made.createAndFill({ ...attrs, origin }) : made.create({ ...attrs, origin }, nodes);
    if (!node || !made.validContent(node.content)) return this.raw(start, end);
    const source = this.#text.slice(start, end);
    const between = isBlocks(content) ? this.#between(content, start, end) : { head: source, gaps: [], tail: '', children: [] };
    const oneLineParts = oneLine ? { head: source.slice(0, openEnd(source)), tail: source.slice(source.lastIndexOf('</')) } : {};
    this.#memory.push({ node, source, ...between, ...oneLineParts, inner, oneLine });
    return { node, start, end };
  }

  raw(start: number, end: number): Block {
    const origin = this.#memory.length;
    const source = this.#text.slice(start, end);
    const node = schema.node('raw', { source, origin });
    this.#memory.push({ node, source, head: source, gaps: [], tail: '', children: [], inner: '', oneLine: false });
    return { node, start, end };
  }

  #between(blocks: readonly Block[], start: number, end: number): Pick<Remembered, 'head' | 'gaps' | 'tail' | 'children'> {
    const text = this.#text;
    const first = blocks[0];
    if (!first) return { head: text.slice(start, end), gaps: [], tail: '', children: [] };
    return {
      head: text.slice(start, first.start),
      gaps: blocks.slice(1).map((block, index) => text.slice(blocks[index]!.end, block.start)),
      tail: text.slice(blocks.at(-1)!.end, end),
      children: blocks.map(({ node }) => node.attrs['origin'] as number),
    };
  }

  /** What further lines begin with so that they belong to what begins at an offset: quotation signs stay, markers of lists become spaces. */
  prefix(offset: number): string {
    const text = this.#text;
    return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).replace(/[^\s>]/g, ' ');
  }
}
