import { collections, schemas } from '../../src/content-model/collections.ts';
import { describe, type FieldNode } from '../../src/content-model/describe.ts';
import { settingsSchemas } from '../../src/content-model/settings.ts';
import { component, componentNames } from '../../src/mdx/components.ts';

/** A label or hint of the content model, in the English in which it is written there. */
export interface ModelWord {
  text: string;
  /** Where it stands first: `stories: person.name`, `settings/site.yml: alert.until`, `<Callout kind>`. */
  where: string;
}

type Place = [where: string, node: { label?: string | undefined; hint?: string | undefined }];

/** Every label and hint that somebody reads in a form, once, in the order of the model. */
export function modelWords(): ModelWord[] {
  const words = new Map<string, string>();
  for (const [where, { label, hint }] of everyPlace())
    for (const text of [label, hint]) if (text !== undefined && !words.has(text)) words.set(text, where);
  return [...words].map(([text, where]) => ({ text, where }));
}

function* everyPlace(): Generator<Place> {
  for (const kind of ['original', 'translation'] as const)
    for (const name of collections) yield* placesIn(describe(schemas[kind][name]), `${name}: `);
  for (const [name, schema] of Object.entries(settingsSchemas)) yield* placesIn(describe(schema), `settings/${name}.yml: `);
  for (const name of componentNames) {
    const { attributes, ...itself } = component(name);
    yield [`<${name}>`, itself];
    for (const [attribute, described] of Object.entries(attributes)) yield [`<${name} ${attribute}>`, described];
  }
}

function* placesIn(node: FieldNode, where: string): Generator<Place> {
  yield [where, node];
  for (const [name, child] of Object.entries(node.properties ?? {}))
    yield* placesIn(child, /(?: |\.)$/.test(where) ? `${where}${name}` : `${where}.${name}`);
  for (const child of [...(node.items ? [node.items] : []), ...(node.prefixItems ?? [])]) yield* placesIn(child, `${where}[]`);
  for (const option of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) yield* placesIn(option, where);
  if (typeof node.additionalProperties === 'object') yield* placesIn(node.additionalProperties, `${where}.*`);
}
