import type { FieldNode } from '../../src/content-model/describe.ts';

/**
 * The description of a translation with the labels, hints and kinds of text that stand in the original’s. A translation’s own schema has none: it is made of
 * the fields that are translated, and those of all kinds of an item are in one group.
 */
export function translatedNode(translation: FieldNode, originals: readonly FieldNode[]): FieldNode {
  const forms = originals.flatMap((node) => [node, ...(node.anyOf ?? []), ...(node.oneOf ?? [])]);
  const { label, hint, format } = originals.find((node) => node.label) ?? {};
  return {
    ...translation,
    ...(label && { label }),
    ...(hint && { hint }),
    ...(format && { format }),
    ...(translation.properties && {
      required: [...new Set(forms.flatMap(({ required = [] }) => required))],
      properties: Object.fromEntries(
        Object.entries(translation.properties).map(([name, child]) => [
          name,
          translatedNode(
            child,
            forms.flatMap(({ properties }) => properties?.[name] ?? []),
          ),
        ]),
      ),
    }),
    ...(translation.items && {
      items: translatedNode(
        translation.items,
        forms.flatMap(({ items }) => items ?? []),
      ),
    }),
  };
}
