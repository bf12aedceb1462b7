import type { Node } from '@tiptap/pm/model';
import { attributesOf, componentOf } from '../component-specs.ts';
import { component } from '../../../../src/mdx/components.ts';
import { rememberedOf, type Memory, type Remembered } from './memory.ts';
import { isNothing, writeLeaf } from './write-leaf.ts';
import { writeTable } from './write-table.ts';
import { writeTag } from './write-tag.ts';

/** Where a block is written. */
interface Place {
  /** What each line but the first begins with. */
  inner: string;
  /** What stands around it, as it was read and if it still is what it was. */
  parent?: Remembered | undefined;
  inList: boolean;
  /** The sign of a list that ends right before this: another one of it would be the same list. */
  taken?: string | undefined;
  /** The list around this. */
  list?: { sign: string; first: number; tight: boolean };
  number?: number;
}

const isList = (node: Node): boolean => node.type.name === 'bullet_list' || node.type.name === 'ordered_list';
/** `-`, `*`, `+` of a list, or the `.` or `)` after its numbers. */
const signOf = (text: string): string | undefined => /^(?:\d{1,9}([.)])|([-+*]))(?=\s|$)/.exec(text)?.slice(1).find(Boolean);

/** Writes blocks, each as it was read if it is what it was. */
export class BlockWriter {
  readonly #memory: Memory | null;
  constructor(memory: Memory | null) {
    this.#memory = memory;
  }

  all(doc: Node): string {
    return this.#children(doc, { inner: '', parent: this.#memory?.[0], inList: false }, blank(''));
  }

  /** The blocks in something, with what stands between them. */
  #children(container: Node, place: Place, between: string): string {
    let out = '';
    let previous: { node: Node; text: string } | undefined;
    let number = 0;
    for (const node of shownOf(container)) {
      const taken = previous && isList(node) && previous.node.type === node.type ? signOf(previous.text) : undefined;
      const text = this.#one(node, { ...place, taken, number: number++ });
      if (previous) out += this.#gap(previous.node, node, place.parent) ?? (mayTouch(previous.node, node) ? between : blank(place.inner));
      out += text;
      previous = { node, text };
    }
    return out;
  }

  /** What stood between two blocks, if they were neighbours and it still parts them. */
  #gap(before: Node, after: Node, parent: Remembered | undefined): string | undefined {
    const [first, second] = [rememberedOf(before, this.#memory ?? null), rememberedOf(after, this.#memory ?? null)];
    const at = parent?.children.indexOf(before.attrs['origin'] as number) ?? -1;
    if (!parent || !first || !second || at < 0 || parent.children[at + 1] !== after.attrs['origin']) return undefined;
    const gap = parent.gaps[at]!;
    return /\n[ \t>]*\n/.test(gap) || (first.node.type === before.type && second.node.type === after.type) ? gap : undefined;
  }

  #one(node: Node, place: Place): string {
    const known = rememberedOf(node, this.#memory);
    if (known && this.#mayStay(node, known, place)) return known.source;
    if (node.type.name === 'raw') return node.attrs['source'] as string;
    if (isList(node)) return this.#list(node, known, place);
    if (node.type.name === 'list_item') return this.#item(node, known, place);
    if (node.type.name === 'blockquote') return this.#quotation(node, known, place);
    if (node.type.name === 'table') return writeTable(node, { known, memory: this.#memory, inner: place.inner });
    const name = componentOf(node);
    if (name) return this.#component(node, known, place);
    return writeLeaf(node, { inList: place.inList })
      .replace(/\n(?!\n|$)/g, `\n${place.inner}`)
      .replace(/\n(?=\n)/g, `\n${place.inner.trimEnd()}`);
  }

  /** Elsewhere its further lines would begin otherwise, and an item would need another sign. */
  #mayStay(node: Node, known: Remembered, { parent, taken }: Place): boolean {
    if (!node.eq(known.node)) return false;
    if (taken !== undefined && signOf(known.source) === taken) return false;
    if (parent?.children.includes(node.attrs['origin'] as number)) return true;
    return node.type.name !== 'list_item' && !known.source.includes('\n');
  }

  #list(node: Node, known: Remembered | undefined, place: Place): string {
    const sign = signOf(known?.source ?? '');
    const kept =
      known && sign !== place.taken && known.node.type === node.type && known.node.attrs['start'] === node.attrs['start'] ? known : undefined;
    const ordered = node.type.name === 'ordered_list';
    const chosen = kept && sign ? sign : (ordered ? ['.', ')'] : ['-', '*']).find((one) => one !== place.taken)!;
    const inner = kept?.inner ?? place.inner;
    const tight = Boolean(node.attrs['tight']) && node.children.every((item) => areClose(shownOf(item)));
    const between = tight ? `\n${inner}` : blank(inner);
    const list = { sign: chosen, first: Number(node.attrs['start'] ?? 1), tight };
    return this.#children(node, { inner, parent: kept, inList: true, list }, between);
  }

  #item(
    node: Node,
    known: Remembered | undefined,
    { inner, list: { sign, first, tight } = { sign: '-', first: 1, tight: true }, number = 0, parent }: Place,
  ): string {
    const stays = known && parent?.children.includes(node.attrs['origin'] as number) && known.node.sameMarkup(node) && known.children.length > 0;
    const close = (to: string): string => (tight ? `\n${to}` : blank(to));
    if (stays && startsAsItDid(node, known)) return this.#filled(node, known, { inList: true, between: close(known.inner) });
    const marker = /[.)]/.test(sign) ? `${first + number}${sign}` : sign;
    const box = node.attrs['checked'] === null ? '' : node.attrs['checked'] ? ' [x]' : ' [ ]';
    const deeper = inner + ' '.repeat(marker.length + 1);
    const text = this.#children(node, { inner: deeper, inList: true }, close(deeper));
    // A box alone would be text.
    return text === '' ? marker : `${marker}${box} ${text}`;
  }

  #quotation(node: Node, known: Remembered | undefined, { inner, inList }: Place): string {
    if (known && known.children.length > 0 && known.node.sameMarkup(node)) return this.#filled(node, known, { inList, between: blank(known.inner) });
    const deeper = `${inner}> `;
    return `> ${this.#children(node, { inner: deeper, inList: false }, blank(deeper))}`.trimEnd();
  }

  #component(node: Node, known: Remembered | undefined, { inner }: Place): string {
    const name = componentOf(node)!;
    if (!component(name).children) return writeTag(name, attributesOf(node));
    if (known?.node.sameMarkup(node)) {
      const words = known.oneLine && node.childCount === 1 ? writeLeafOf(node) : undefined;
      if (words !== undefined && !words.includes('\n')) return known.head + words + known.tail;
      if (known.children.length > 0 && shownOf(node).length > 0) return this.#filled(node, known, { inList: false, between: blank(known.inner) });
    }
    const kept = known && known.inner === inner ? known : undefined;
    const text = this.#children(node, { inner, parent: kept, inList: false }, blank(inner));
    return [writeTag(name, attributesOf(node), { open: true }), ...(text ? [text] : []), `</${name}>`].join(blank(inner));
  }

  /** Between its markup as it was read. */
  #filled(node: Node, known: Remembered, { inList, between }: { inList: boolean; between: string }): string {
    return known.head + this.#children(node, { inner: known.inner, parent: known, inList }, between) + known.tail;
  }
}

/** Whether two blocks are two without an empty line between them, as in a list without empty lines. */
function mayTouch({ type: { name: before } }: Node, { type: { name: after } }: Node): boolean {
  if (/^(?:list_item|heading|code_block|horizontal_rule)$/.test(before)) return true;
  if (before === 'blockquote') return /^(?:heading|code_block|horizontal_rule)$/.test(after);
  return before === 'paragraph' && /^(?:bullet_list|ordered_list|blockquote|code_block)$/.test(after);
}

/** One empty line in an item sets all items of its list apart. */
const areClose = (blocks: readonly Node[]): boolean => blocks.every((block, index) => index === 0 || mayTouch(blocks[index - 1]!, block));

/** An empty line. */
const blank = (inner: string): string => `\n${inner.trimEnd()}\n${inner}`;
const shownOf = (container: Node): Node[] => container.children.filter((node) => !isNothing(node));

/** A paragraph in one line, as it stands between a component's tags. */
function writeLeafOf(node: Node): string | undefined {
  return node.firstChild!.type.name === 'paragraph' ? writeLeaf(node.firstChild!, { inList: false }) : undefined;
}

/** What stands before the first block of an item fits only a block of the same kind: after `- [ ] ` only a paragraph can stand. */
const startsAsItDid = (node: Node, known: Remembered): boolean => shownOf(node)[0]?.type === known.node.firstChild?.type;
