import { schemas, type Collection } from '../../content-model/collections.ts';
import { describe, type FieldNode } from '../../content-model/describe.ts';

const nodes = new Map<Collection, FieldNode>();

/** Of whole data, what a translation of that collection holds: the fields the model calls translated, at their places. */
export function onlyTranslated(collection: Collection, data: Record<string, unknown>): Record<string, unknown> {
  let node = nodes.get(collection);
  if (!node) nodes.set(collection, (node = describe(schemas.translation[collection])));
  return (keep(node, data) ?? {}) as Record<string, unknown>;
}

function keep(node: FieldNode, value: unknown): unknown {
  if (Array.isArray(value)) return node.items ? value.map((item) => keep(node.items!, item) ?? {}) : value;
  if (typeof value !== 'object' || value === null || !node.properties) return value;
  const kept = Object.entries(value).flatMap(([name, own]) => {
    const child = node.properties![name];
    const found = child && own !== undefined ? keep(child, own) : undefined;
    return found === undefined ? [] : [[name, found] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
