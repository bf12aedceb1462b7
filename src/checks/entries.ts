import { collections } from '../content-model/collections.ts';
import type { Entry, EntryGroup, Graph } from '../graph/graph.ts';

/** Every entry, in its order of collections and files. */
export function* groupsOf(graph: Graph): Generator<EntryGroup> {
  for (const collection of collections) yield* graph.groups[collection].values() as Iterable<EntryGroup>;
}

/** Every entry in every language it exists in. */
export function* entriesOf(graph: Graph): Generator<Entry> {
  for (const group of groupsOf(graph)) yield* group.byLanguage.values();
}
