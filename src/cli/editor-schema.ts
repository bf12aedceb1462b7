import type { z } from 'zod';
import { describe, type FieldNode } from '../content-model/describe.ts';
import { stringKeys } from '../content-model/string-keys.ts';

/** Marks of `field()` that mean something to us and nothing to a code editor; labels and hints become titles and descriptions. */
const ours = new Set(['label', 'hint', 'translated', 'refersTo', 'facet', '$schema']);

/** A schema as a code editor reads it. */
export const editorSchema = (schema: z.ZodType): Record<string, unknown> => forEditors(describe(schema)) as Record<string, unknown>;

function forEditors(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(forEditors);
  if (typeof node !== 'object' || node === null) return node;
  const { label, hint, format } = node as FieldNode;
  const kept = Object.entries(node).filter(([name]) => !ours.has(name) && !(name === 'format' && format === 'mdx'));
  const named = { ...(typeof label === 'string' ? { title: label } : {}), ...(typeof hint === 'string' ? { description: hint } : {}) };
  return { ...named, ...Object.fromEntries(kept.map(([name, value]) => [name, name === 'properties' ? fields(value) : forEditors(value)])) };
}

/** Fields may be called `label` or `hint` themselves. */
const fields = (value: unknown) =>
  Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([name, field]) => [name, forEditors(field)]));

const text = { type: 'string', minLength: 1 };
const plural = {
  type: 'object',
  properties: Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [form, text])),
  required: ['other'],
  additionalProperties: false,
};

/** The interface texts of one language. */
export function stringsSchema(): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(stringKeys).map(([key, description]) => [key, { description, $ref: '#/$defs/text' }])),
    required: Object.keys(stringKeys),
    additionalProperties: false,
    $defs: { text: { anyOf: [text, plural] } },
  };
}
