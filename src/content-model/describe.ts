import { z } from 'zod';
import type { FieldMeta, Reference } from './field.ts';

/** A field as zod's JSON Schema tells it, with what `field()` added. */
export interface FieldNode extends Partial<Omit<FieldMeta, 'format'>> {
  type?: string;
  properties?: Record<string, FieldNode>;
  required?: string[];
  items?: FieldNode;
  prefixItems?: FieldNode[];
  additionalProperties?: FieldNode | boolean;
  anyOf?: FieldNode[];
  oneOf?: FieldNode[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  /** JSON Schema’s (`date`, `uri`, `email`), or `mdx`. */
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** A schema as JSON Schema (draft 2020-12) of what is written in a file, with labels, hints and the other marks of `field()`. */
export function describe(schema: z.ZodType): FieldNode {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as FieldNode;
}

/** The kinds a node can be; itself where it is of one kind. */
const kindsOf = (node: FieldNode): FieldNode[] => node.oneOf ?? node.anyOf ?? [node];

/** The kind that fits a value of a discriminated list, by its `type`. */
function fitting(node: FieldNode, value: unknown): FieldNode[] {
  const options = kindsOf(node);
  if (options.length < 2 || typeof value !== 'object' || value === null || !('type' in value)) return options;
  return options.filter((option) => option.properties?.['type']?.const === value.type);
}

export interface Leaf {
  path: (string | number)[];
  value: unknown;
  node: FieldNode;
}

/** Walks a value along its description and yields every place whose node satisfies the test, without going below it. */
export function* places(node: FieldNode, value: unknown, test: (node: FieldNode) => boolean, path: (string | number)[] = []): Generator<Leaf> {
  if (value === undefined || value === null) return;
  if (test(node)) {
    yield { path, value, node };
    return;
  }
  for (const option of fitting(node, value)) {
    if (option !== node && test(option)) yield { path, value, node: option };
    if (Array.isArray(value) && option.items) for (const [index, item] of value.entries()) yield* places(option.items, item, test, [...path, index]);
    if (typeof value === 'object' && !Array.isArray(value) && option.properties)
      for (const [name, child] of Object.entries(option.properties))
        yield* places(child, (value as Record<string, unknown>)[name], test, [...path, name]);
  }
}

/** Everything a value refers to: what kind, by which id, at which place. */
export function referencesIn(node: FieldNode, value: unknown): { refersTo: Reference; id: string; path: (string | number)[] }[] {
  return [...places(node, value, (candidate) => candidate.refersTo !== undefined)].flatMap(({ path, value: found, node: { refersTo } }) =>
    typeof found === 'string' && refersTo ? [{ refersTo, id: found, path }] : [],
  );
}

/** The texts of a value that a translation has of its own, grouped by top-level field. */
export function translatedTexts(node: FieldNode, value: unknown): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const { path, value: found } of places(node, value, (candidate) => candidate.translated === true && !candidate.unseen)) {
    const name = String(path[0]);
    texts.set(name, [...(texts.get(name) ?? []), typeof found === 'string' ? found : JSON.stringify(found)]);
  }
  return texts;
}
