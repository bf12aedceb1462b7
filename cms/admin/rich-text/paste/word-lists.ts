import type { Block } from './blocks.ts';

interface List {
  level: number;
  kind: 'ul' | 'ol';
  items: Block[][];
}

/** Word writes the items of a list as paragraphs with a level: they become lists in lists. */
export function nestItems(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let open: List[] = [];
  for (const block of blocks) {
    if (block.kind !== 'word-item') {
      open = [];
      out.push(block);
      continue;
    }
    const kind = block.ordered ? 'ol' : 'ul';
    open = open.filter(({ level }) => level <= block.level);
    if (open.at(-1)?.level === block.level && open.at(-1)?.kind !== kind) open.pop();
    let list = open.at(-1);
    if (list?.level !== block.level) {
      const inner: List = { level: block.level, kind, items: [] };
      const made: Block = { kind, items: inner.items };
      if (list) list.items.at(-1)!.push(made);
      else out.push(made);
      open.push(inner);
      list = inner;
    }
    list.items.push([...block.blocks]);
  }
  return out;
}
