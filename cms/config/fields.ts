import type { FieldNode } from '../../src/content-model/describe.ts';
import type { Input } from '../../src/content-model/field.ts';
import { choicesOf } from './choices.ts';
import type { DecapField } from './decap-config.ts';
import type { FormContext } from './form-context.ts';
import { isParagraph, textPattern } from './text-pattern.ts';

/** A field but for its name and what every field has. */
type Shape = Omit<DecapField, 'name' | 'label' | 'hint' | 'required'>;
type ShapeOf = (node: FieldNode, context: FormContext) => Shape;

/** The fields of a form, from the description of what is written in a file. What the editor keeps by itself stands in no form. */
export const fieldsOf = (node: FieldNode, context: FormContext): DecapField[] =>
  Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
    child.input === 'kept' || child.const !== undefined ? [] : [fieldOf(name, child, { required: node.required?.includes(name) ?? false, context })],
  );

export function fieldOf(name: string, node: FieldNode, { required, context }: { required: boolean; context: FormContext }): DecapField {
  const { label = name, hint } = node;
  return {
    name,
    label: context.labelOf(label),
    ...(hint && { hint: context.labelOf(hint) }),
    required,
    ...shapeOf(node, context),
  };
}

const shapeOf: ShapeOf = (node, context) => {
  const asked = node.input && inputs[node.input];
  if (asked) return asked(node, context);
  if (node.refersTo) return { widget: 'doorstep-reference', reference: node.refersTo };
  if (node.format === 'mdx') return { widget: 'doorstep-text', ...patternOf(node, context) };
  if (node.enum) return { widget: 'select', options: choicesOf(node.enum, context) };
  if (node.anyOf) return formsOf(node.anyOf, node, context);
  return shapes[node.type ?? 'string']!(node, context);
};

const shapes: Readonly<Record<string, ShapeOf>> = {
  string: (node, context) =>
    node.format === 'date'
      ? { widget: 'doorstep-day' }
      : { widget: isParagraph(node) ? 'text' : 'string', ...patternOf(node, context), ...(mayBeEmpty(node, context) && { keep_empty: true }) },
  number: (node) => ({ widget: 'number', value_type: 'float', ...limits(node.minimum, node.maximum) }),
  integer: (node) => ({ widget: 'number', value_type: 'int', ...limits(node.minimum, node.maximum) }),
  boolean: () => ({ widget: 'boolean' }),
  object: (node, context) => ({ widget: 'object', collapsed: context.translation ? false : !node.required?.length, fields: fieldsOf(node, context) }),
  array: (node, context) => listOf(node.items ?? {}, node, context),
};

const parts =
  (widget: string): ShapeOf =>
  (node, context) => ({ widget, fields: fieldsOf(node.items ?? node, context), ...limits(undefined, node.maxItems) });

/** What the model asks for by name. */
const inputs: Readonly<Record<Input, ShapeOf>> = {
  country: () => ({ widget: 'doorstep-country' }),
  language: (node) => (node.refersTo ? { widget: 'hidden' } : { widget: 'doorstep-language' }),
  when: () => ({ widget: 'doorstep-when' }),
  colour: () => ({ widget: 'doorstep-colour' }),
  localised: ({ additionalProperties: text }, { languages }) => ({
    widget: 'doorstep-localised',
    languages,
    ...limits(undefined, typeof text === 'object' ? text.maxLength : undefined),
  }),
  picture: parts('doorstep-picture'),
  spoken: parts('doorstep-spoken'),
  line: parts('doorstep-line'),
  circle: (node, context) => ({
    widget: 'doorstep-circle',
    fields: fieldsOf(node, context).map((field) => (field.widget === 'list' ? { ...field, widget: 'doorstep-circle' } : field)),
  }),
  kept: () => ({ widget: 'hidden' }),
};

/** A field that may have one of several forms. */
function formsOf(forms: readonly FieldNode[], node: FieldNode, context: FormContext): Shape {
  const word = forms.find((form) => form.const !== undefined);
  if (word && forms.some(({ format }) => format === 'date'))
    return { widget: 'doorstep-day', instead: { value: String(word.const), label: context.say('editor.fields.instead.sample') } };
  if (forms.some(({ type }) => type === 'number'))
    return { widget: 'doorstep-value', ...limits(undefined, forms.find(({ maxLength }) => maxLength)?.maxLength) };
  return { widget: 'string', ...patternOf(node, context) };
}

function listOf(item: FieldNode, node: FieldNode, context: FormContext): Shape {
  const most = limits(undefined, node.maxItems !== undefined && node.maxItems < 1000 ? node.maxItems : undefined);
  if (item.refersTo) return { widget: 'doorstep-reference', reference: item.refersTo, multiple: true, ...most };
  if (item.input === 'language') return { widget: 'doorstep-language', multiple: true, ...most };
  if (item.enum) return { widget: 'select', multiple: true, options: choicesOf(item.enum, context), ...most };
  const kinds = item.oneOf ?? item.anyOf;
  const shared = { widget: 'list', collapsed: false, ...most, ...(context.translation && { allow_reorder: false }) };
  if (kinds) return { ...shared, types: kinds.map((kind) => typeOf(kind, context)) };
  if (item.properties) {
    const fields = fieldsOf(item, context);
    return { ...shared, summary: summaryOf(fields, context), fields };
  }
  return { ...shared, field: fieldOf('item', { ...item, label: item.label ?? node.label, hint: item.hint }, { required: true, context }) };
}

/** One of the kinds of item that a list has. */
function typeOf(kind: FieldNode, context: FormContext): DecapField {
  const { const: type, label = String(type) } = kind.properties?.['type'] ?? {};
  const name = context.labelOf(label);
  const fields = fieldsOf(kind, context);
  return { name: String(type), label: name, widget: 'object', summary: `${name} {{fields.${fields[0]!.name}}}`, fields };
}

/** What is seen of a folded item. The label goes first, since Decap writes an English sentence where there would be nothing. */
function summaryOf(fields: readonly DecapField[], { lang }: FormContext): string {
  const named = fields.find(({ name }) => ['label', 'name', 'title'].includes(name)) ?? fields[0]!;
  return `${named.label}: {{fields.${named.name}${named.widget === 'doorstep-localised' ? `.${lang}` : ''}}}`;
}

const limits = (min?: number, max?: number): Pick<Shape, 'min' | 'max'> => ({
  ...(min !== undefined && Math.abs(min) < Number.MAX_SAFE_INTEGER && { min }),
  ...(max !== undefined && Math.abs(max) < Number.MAX_SAFE_INTEGER && { max }),
});

/** Whether an empty text says something, as that of a picture which adds nothing. In a translation it says that nothing is translated yet. */
const mayBeEmpty = (node: FieldNode, { translation }: FormContext): boolean => !translation && isParagraph(node) && !node.minLength;

function patternOf(node: FieldNode, context: FormContext): Pick<Shape, 'pattern'> {
  const pattern = textPattern(node, context);
  return { ...(pattern && { pattern }) };
}
