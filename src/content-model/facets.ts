import { schemas, type Collection, type EntryData } from './collections.ts';
import { describe, places, type FieldNode } from './describe.ts';

/** The values of an entry by which readers can narrow lists and search, by the name of the field: `{ voice: ['resident'], topics: ['housing'] }`. */
export type Facets = Record<string, string[]>;

const nodes = new Map<Collection, FieldNode>();

/** Kept with the data: many pages ask for the same, and of a thousand entries one changes at a time. */
const known = new WeakMap<object, Facets>();

/** What the model marks as a facet (`facet: true`), wherever in the entry it stands. Fields that are empty are left out. */
export function facetsOf<C extends Collection>(collection: C, data: EntryData[C]): Facets {
  const before = known.get(data);
  if (before) return before;
  const node = nodes.get(collection) ?? describe(schemas.original[collection]);
  nodes.set(collection, node);
  const facets: Facets = {};
  for (const { path, value } of places(node, data, (candidate) => candidate.facet === true)) {
    const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
    const name = String(path.at(-1));
    if (values.length > 0) facets[name] = [...(facets[name] ?? []), ...values];
  }
  known.set(data, facets);
  return facets;
}
