import type { Node } from '@tiptap/pm/model';
import { component, isComponent, type ComponentName } from '../../../../src/mdx/components.ts';
import { componentOf } from '../component-specs.ts';
import { schema } from '../schema.ts';
import { Keeper, type Block, type Kept, type Made } from './keeper.ts';
import { childrenOf, endOf, isBlank, startOf, type Markup } from './markup.ts';
import { parseLenient } from './parse-markup.ts';
import { attributesOfTag } from './read-tag.ts';
import { readCells } from './read-table.ts';
import { readWords, type Source } from './read-words.ts';

const isTag = (node: Markup): boolean => node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
const isInlineTag = (node: Markup): boolean => isTag(node) && isComponent(node.name ?? '') && component(node.name as ComponentName).inline;
const isBlockTag = (node: Markup): boolean => isTag(node) && isComponent(node.name ?? '') && !component(node.name as ComponentName).inline;

/** Makes blocks of a text: what the tree of its markup says, as the schema can hold it. One class, since the walk shares one text and its addresses. */
export class Reader {
  readonly #source: Source;
  readonly #definitions = new Map<string, Markup>();
  readonly #keeper: Keeper;
  #unread: readonly (readonly [number, number])[] = [];

  constructor(text: string) {
    this.#source = { text, definitions: this.#definitions };
    this.#keeper = new Keeper(text);
  }

  read(): Kept {
    const { tree, unread } = parseLenient(this.#source.text);
    if (!tree) return this.keep();
    this.#unread = unread;
    return this.#keeper.whole(() => this.#all(tree));
  }

  /** All of it as one block that is kept as it is. */
  keep(): Kept {
    const { text } = this.#source;
    return this.#keeper.whole(() => (text.trim() === '' ? [] : [this.#keeper.raw(text.length - text.trimStart().length, text.trimEnd().length)]));
  }

  #all(tree: Markup): Block[] {
    this.#define(tree);
    return this.#blocks(childrenOf(tree));
  }

  #define(node: Markup): void {
    if (node.type === 'definition' && !this.#definitions.has(node.identifier!)) this.#definitions.set(node.identifier!, node);
    node.children?.forEach((child) => this.#define(child));
  }

  /** `around`: the component they stand in, since some stand only in one. */
  #blocks(nodes: readonly Markup[], around?: ComponentName): Block[] {
    return this.#found(nodes).map((block) => {
      const name = componentOf(block.node);
      return !name || component(name).within === undefined || component(name).within === around ? block : this.#keeper.raw(block.start, block.end);
    });
  }

  #found(nodes: readonly Markup[]): Block[] {
    const blocks: Block[] = [];
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      if (isBlank(node)) continue;
      startAfter(node, blocks.at(-1)?.end ?? 0, this.#source.text);
      if (isInlineTag(node)) {
        // Components of a sentence that stand on one line are one paragraph.
        const run = [node];
        while (nodes[i + 1] && isInlineTag(nodes[i + 1]!) && sameLine(nodes[i]!, nodes[i + 1]!)) run.push(nodes[++i]!);
        blocks.push(this.#keeper.block({ start: startOf(node), end: endOf(run.at(-1)!) }, { type: 'paragraph', content: this.#spaced(run) }));
      } else if (
        node.type === 'paragraph' &&
        childrenOf(node).some(isBlockTag) &&
        childrenOf(node).every((child) => isBlank(child) || isBlockTag(child))
      )
        blocks.push(
          ...childrenOf(node)
            .filter(isBlockTag)
            .map((child) => this.#one(child)),
        );
      else blocks.push(this.#one(node));
    }
    return blocks;
  }

  #spaced(run: readonly Markup[]): Node[] {
    const isApart = (index: number): boolean => index > 0 && endOf(run[index - 1]!) < startOf(run[index]!);
    return run.flatMap((node, index) => [...(isApart(index) ? [schema.text(' ')] : []), ...readWords([node], this.#source)]);
  }

  #one(node: Markup): Block {
    const [start, end] = [startOf(node), endOf(node)];
    if (this.#unread.some(([from, to]) => from < end && start < to && !(start < from && to < end))) return this.#keeper.raw(start, end);
    const made = this.#made(node);
    return made ? this.#keeper.block({ start, end }, made) : this.#keeper.raw(start, end);
  }

  #made(node: Markup): Made | undefined {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', content: this.#words(node) };
      case 'heading':
        return { type: 'heading', attrs: { level: node.depth }, content: this.#words(node) };
      case 'thematicBreak':
        return { type: 'horizontal_rule', content: [] };
      case 'code':
        return {
          type: 'code_block',
          attrs: { lang: node.lang ?? null, meta: node.meta ?? null },
          content: node.value ? [schema.text(node.value)] : [],
        };
      case 'blockquote':
        return { type: 'blockquote', content: this.#blocks(childrenOf(node)), inner: `${this.#keeper.prefix(startOf(node))}> ` };
      case 'list':
        return this.#list(node);
      case 'table':
        return this.#table(node);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#tag(node);
      default:
        return undefined;
    }
  }

  #words(node: Markup): Node[] {
    return readWords(childrenOf(node), this.#source);
  }

  #list(node: Markup): Made {
    const items = childrenOf(node);
    const content = items.map((item) => {
      const [start, first] = [startOf(item), childrenOf(item)[0]];
      const marker = /^(?:[-+*]|\d{1,9}[.)])/.exec(this.#source.text.slice(start))?.[0] ?? '-';
      const width =
        first && item.checked == null && first.position?.start.line === item.position?.start.line ? startOf(first) - start : marker.length + 1;
      const inner = this.#keeper.prefix(start) + ' '.repeat(width);
      return this.#keeper.block(
        { start, end: endOf(item) },
        { type: 'list_item', attrs: { checked: item.checked ?? null }, content: this.#blocks(childrenOf(item)), inner },
      );
    });
    const tight = !node.spread && !items.some(({ spread }) => spread);
    const attrs = node.ordered ? { start: node.start ?? 1, tight } : { tight };
    return { type: node.ordered ? 'ordered_list' : 'bullet_list', attrs, content, inner: this.#keeper.prefix(startOf(node)) };
  }

  #table(node: Markup): Made | undefined {
    const rows: Block[] = [];
    for (const row of childrenOf(node)) {
      const content = readCells(row, node, this.#source);
      if (!content) return undefined;
      rows.push(this.#keeper.block({ start: startOf(row), end: endOf(row) }, { type: 'table_row', content }));
    }
    return { type: 'table', content: rows };
  }

  #tag(node: Markup): Made | undefined {
    const attributes = attributesOfTag(node);
    if (!attributes) return undefined;
    const name = node.name as ComponentName;
    const { children: holds, only, inline } = component(name);
    if (inline) return undefined;
    const children = childrenOf(node);
    if (!holds) return children.every(isBlank) ? { type: name, attrs: { attributes }, content: [] } : undefined;
    if (node.type === 'mdxJsxTextElement' && !children.some(isBlockTag)) {
      const words = readWords(children, this.#source);
      if (words.some(({ type }) => type.name === 'raw_inline')) return undefined;
      return { type: name, attrs: { attributes }, content: [schema.node('paragraph', null, words)], oneLine: true };
    }
    if (node.type === 'mdxJsxTextElement' && !children.every((child) => isBlank(child) || isBlockTag(child))) return undefined;
    const content = this.#blocks(children, name);
    if (only && !content.every((block) => block.node.type.name === only)) return undefined;
    return { type: name, attrs: { attributes }, content, inner: this.#innerOfTag(node, content[0]) };
  }

  /** Blocks in a component may be set in; those on the line of its tag stand as the tag does. */
  #innerOfTag(node: Markup, first: Block | undefined): string {
    const before = this.#keeper.prefix(startOf(node));
    if (!first || !this.#source.text.slice(startOf(node), first.start).includes('\n')) return before;
    return /^[\s>]*/.exec(this.#keeper.prefix(first.start))![0];
  }
}

/** A heading below an address is said to begin with the address: it begins after it. */
function startAfter(node: Markup, end: number, text: string): void {
  if (startOf(node) < end) node.position!.start.offset = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
}

const sameLine = (a: Markup, b: Markup): boolean => a.position?.end.line === b.position?.start.line;
