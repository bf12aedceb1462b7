import { stringify } from 'yaml';
import type { Collection } from '../../../src/content-model/collections.ts';
import type { FieldNode } from '../../../src/content-model/describe.ts';
import { descriptionOf } from '../../../src/graph/parse.ts';

/**
 * The text of a translation that has just been begun: nothing translated, but every list as long as the original's, so that its items stand beside each
 * other. What is not translated yet is left out and not empty: a field that is left out is shown as the original has it, an empty one would be wrong.
 */
export function emptyTranslation({ collection, lang, data }: { collection: Collection; lang: string; data: Record<string, unknown> }): string {
  const shape = (shapeOf(descriptionOf(collection, 'translation'), data) ?? {}) as Record<string, unknown>;
  return `---\n${stringify({ translates: lang, state: 'full', ...shape })}---\n`;
}

/** What a value needs of lists, so that the items of its translation have a place; undefined where it needs none. */
function shapeOf(node: FieldNode, value: unknown): unknown {
  if (Array.isArray(value)) return node.items?.properties && value.length > 0 ? value.map((item) => shapeOf(node.items!, item) ?? {}) : undefined;
  if (typeof value !== 'object' || value === null || !node.properties) return undefined;
  const shapes = Object.entries(node.properties).flatMap(([name, child]) => {
    const shape = shapeOf(child, (value as Record<string, unknown>)[name]);
    return shape === undefined ? [] : [[name, shape] as const];
  });
  return shapes.length > 0 ? Object.fromEntries(shapes) : undefined;
}
