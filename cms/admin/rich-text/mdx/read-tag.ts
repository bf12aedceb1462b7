import { isComponent } from '../../../../src/mdx/components.ts';
import { mayHave, type Attributes } from '../component-specs.ts';
import type { Markup } from './markup.ts';

/** The attributes of a component's tag; nothing if it has others than the table knows, one twice, or one that is no text. */
export function attributesOfTag({ name, attributes = [] }: Markup): Attributes | undefined {
  if (!name || !isComponent(name)) return undefined;
  const read: Record<string, string> = {};
  for (const { type, name: key, value } of attributes) {
    if (type !== 'mdxJsxAttribute' || !key || !mayHave(name, key) || Object.hasOwn(read, key) || typeof value !== 'string') return undefined;
    read[key] = value;
  }
  return read;
}
