import type { LanguageIndex } from './index-client.ts';

/** For each facet and value, the ids of the entries that have it. */
export type FacetSets = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Facets of which every entry has a value. */
const always = ['kind', 'topics', 'voice'];

/**
 * Which entries have which value, asked once a language: with it every count and every "without this" is worked out at once, for a merged list of results
 * as well, which Pagefind itself cannot count. The facets of ten thousand entries are a few KB. Fails where they cannot be fetched, of which Pagefind says nothing:
 * every entry has a kind.
 */
export async function facetSets(index: LanguageIndex, known: ReadonlyMap<string, ReadonlySet<string>>): Promise<FacetSets> {
  const facets = [...known].map(async ([name, values]) => {
    const sets = [...values].map(async (value) => [value, new Set((await index.search(null, { [name]: value })).map(({ id }) => id))] as const);
    return [name, new Map(await Promise.all(sets))] as const;
  });
  const sets = new Map(await Promise.all(facets));
  for (const name of always)
    if (sets.has(name) && [...sets.get(name)!.values()].every(({ size }) => size === 0))
      throw new Error(`The facet ${name} of ${index.lang} is empty.`);
  return sets;
}

/** The sets of several languages as one: ids tell languages apart. */
export function mergeSets(all: readonly FacetSets[]): FacetSets {
  if (all.length === 1) return all[0]!;
  const names = new Set(all.flatMap((sets) => [...sets.keys()]));
  return new Map(
    [...names].map((name) => {
      const values = new Set(all.flatMap((sets) => [...(sets.get(name)?.keys() ?? [])]));
      return [name, new Map([...values].map((value) => [value, new Set(all.flatMap((sets) => [...(sets.get(name)?.get(value) ?? [])]))]))];
    }),
  );
}

type Chosen = Record<string, readonly string[]>;

/** Those of the entries that have one of the chosen values of each facet. */
export function fitting<H extends { id: string }>(hits: readonly H[], chosen: Chosen, sets: FacetSets): H[] {
  const asked = Object.entries(chosen).filter(([, values]) => values.length > 0);
  return hits.filter(({ id }) => asked.every(([name, values]) => values.some((value) => sets.get(name)?.get(value)?.has(id))));
}

/** How many would fit with each value of a facet, whatever else of the same facet is chosen. */
export function countsOf(
  name: string,
  { hits, chosen, sets }: { hits: readonly { id: string }[]; chosen: Chosen; sets: FacetSets },
): Map<string, number> {
  const others = fitting(hits, { ...chosen, [name]: [] }, sets);
  return new Map([...(sets.get(name) ?? [])].map(([value, ids]) => [value, others.filter(({ id }) => ids.has(id)).length]));
}

/** The same search with one choice less: which one, and how many it finds; those that find something. */
export function withoutOne(hits: readonly { id: string }[], chosen: Chosen, sets: FacetSets): { name: string; value: string; count: number }[] {
  return Object.entries(chosen).flatMap(([name, values]) =>
    values.flatMap((value) => {
      const left = { ...chosen, [name]: values.filter((other) => other !== value) };
      const count = fitting(hits, left, sets).length;
      return count > 0 ? [{ name, value, count }] : [];
    }),
  );
}
