import type { FieldNode } from '../../../src/content-model/describe.ts';
import type { Reference } from '../../../src/content-model/field.ts';

/** Something that can be named where a field must name something: the first story, the first topic …; none where there is none yet. */
export type Known = (reference: Reference) => string | undefined;

/** One text for each form that the model asks of texts. */
const samples = ['x', 'en', 'AA', '2000', '2000-01-01', '#000000', 'https://city.example', 'x.png', 'x@city.example'];

/**
 * A value that a field may have, made from its description: never stored or shown, only there so that the rest of an unfinished entry can be checked.
 * What is chosen brings no findings of its own where one can choose: references that exist, numbers that nobody has yet, all of several permissions.
 */
export function standInValue(node: FieldNode | undefined, known: Known): unknown {
  if (!node) return 'x';
  if (node.const !== undefined) return node.const;
  if (node.enum) return node.enum[0];
  if (node.refersTo) return known(node.refersTo) ?? textFor(node);
  const [form] = node.oneOf ?? node.anyOf ?? [];
  if (form) return standInValue(form, known);
  switch (node.type) {
    case 'object':
      return Object.fromEntries((node.required ?? []).map((name) => [name, standInValue(node.properties?.[name], known)]));
    case 'array':
      return listOf(node, known);
    case 'number':
    case 'integer':
      return node.maximum ?? node.minimum ?? 1;
    case 'boolean':
      return false;
    default:
      return textFor(node);
  }
}

function listOf(node: FieldNode, known: Known): unknown[] {
  if (node.prefixItems) return node.prefixItems.map((item) => standInValue(item, known));
  if (node.items?.enum) return node.items.enum.slice(0, node.maxItems ?? node.items.enum.length);
  return Array.from({ length: node.minItems ?? 0 }, () => standInValue(node.items, known));
}

function textFor({ format, pattern, minLength = 0 }: FieldNode): string {
  const formats: Record<string, string> = { date: '2000-01-01', email: 'x@city.example', uri: 'https://city.example' };
  const byFormat = formats[format ?? ''];
  if (byFormat) return byFormat;
  const fitting = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return samples.find((sample) => sample.length >= minLength && (fitting?.test(sample) ?? true)) ?? 'x'.repeat(minLength);
}
