import type { Node } from '@tiptap/pm/model';
import type { Memory } from './memory.ts';
import { BlockWriter } from './write-blocks.ts';

/** The text of a document: what was not touched as it was read, byte for byte; the rest in the one way in which everything is written here. */
export function toMdx(doc: Node): string {
  const memory = doc.attrs['memory'] as Memory | null;
  const whole = memory?.[0];
  const writer = new BlockWriter(memory);
  const text = writer.all(doc);
  if (text === '') return whole && whole.children.length === 0 ? whole.source : '';
  return (whole?.head ?? '') + text + (whole && whole.children.length > 0 ? whole.tail : '\n');
}

/** The same without what was remembered: everything written anew. */
export const toMdxAnew = (doc: Node): string => toMdx(doc.type.create({ ...doc.attrs, memory: null }, doc.content));
