import type { Node } from '@tiptap/pm/model';
import { rememberedOf, type Memory, type Remembered } from './memory.ts';
import { writeLeaf } from './write-leaf.ts';

/**
 * A table: rows that are what they were as they were read, so that a changed cell changes one line. With another width or other sides all is
 * written anew.
 */
export function writeTable(table: Node, { known, memory, inner }: { known: Remembered | undefined; memory: Memory | null; inner: string }): string {
  const [head, line, ...rows] = writeLeaf(table, { inList: false }).split('\n');
  const stays = known && known.children.length > 1 && table.childCount > 0 && shapeOf(table) === shapeOf(known.node);
  const rowAs = (row: Node | undefined, anew: string): string => {
    const was = row && stays ? rememberedOf(row, memory) : undefined;
    return was && row!.eq(was.node) ? was.source : anew;
  };
  const under = stays ? known.gaps[0]! : `\n${inner}${line}\n${inner}`;
  const below = rows.map((row, index) => rowAs(table.child(index + 1), row));
  // Without rows below it the line has no end to stand before.
  const text = rowAs(table.firstChild!, head!) + (below.length > 0 ? under : under.trimEnd()) + below.join(`\n${inner}`);
  return stays ? known.head + text + known.tail : text;
}

const shapeOf = (table: Node): string => (table.firstChild?.children ?? []).map(({ attrs }) => String(attrs['align'])).join();
