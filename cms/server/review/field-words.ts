import type { FieldNode } from '../../../src/content-model/describe.ts';
import { named, type ChangeWords } from './change-words.ts';

/** The kind of a description that fits a value: of a choice between several, the one with its `type`, or of its shape. */
export function kindFor(node: FieldNode | undefined, value: unknown): FieldNode | undefined {
  const options = node?.oneOf ?? node?.anyOf;
  if (!options) return node;
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return (
    options.find(({ properties }) => type !== undefined && properties?.['type']?.const === type) ??
    options.find((option) => fits(option, value)) ??
    options[0]
  );
}

const fits = ({ type, items, properties }: FieldNode, value: unknown): boolean =>
  Array.isArray(value) ? type === 'array' || items !== undefined : typeof value === 'object' ? properties !== undefined : type === typeof value;

/** The description of a field in a group; undefined where the model does not know it. */
export function nodeOf(node: FieldNode | undefined, value: unknown, name: string): FieldNode | undefined {
  const { properties, additionalProperties } = kindFor(node, value) ?? {};
  return properties?.[name] ?? (typeof additionalProperties === 'object' ? { ...additionalProperties, label: '' } : undefined);
}

/** How a field is called: by its label; of a text in several languages, by the language; else as it is written. */
export const labelOf = (node: FieldNode | undefined, name: string, words: ChangeWords): string =>
  node?.label ? words.label(node.label) : node?.label === '' ? words.language(name) : name;

/** A value in words: what is referred to by its name, groups and lists by what is in them. */
export function wordsOf(value: unknown, node: FieldNode | undefined, words: ChangeWords): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    const { items, prefixItems } = kindFor(node, value) ?? {};
    return value.map((item, at) => wordsOf(item, prefixItems?.[at] ?? items, words)).join(', ');
  }
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, child]) => {
        const of = nodeOf(node, value, name);
        return `${labelOf(of, name, words)}: ${wordsOf(child, of, words)}`;
      })
      .join(' · ');
  return plainWords(String(value), kindFor(node, value), words);
}

const days = /^\d{4}(-\d\d){0,2}$/;

function plainWords(value: string, node: FieldNode | undefined, words: ChangeWords): string {
  if (!node) return value;
  const { refersTo, input, format, enum: choices } = node;
  if (refersTo && refersTo !== 'languages') return named(words, refersTo, value);
  if (choices) return words.choice(choices, value);
  if (input === 'language' || refersTo === 'languages') return words.language(value);
  if (input === 'country') return words.country(value);
  return (input === 'when' || (format as string) === 'date') && days.test(value) ? words.day(value) : value;
}
