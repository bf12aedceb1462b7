/** What a reader asks for, as the form holds it and the address names it. */
export interface SearchState {
  query: string;
  /** `''`: the language of the page; `also`: the site's first one too; `all`. */
  scope: '' | 'also' | 'all';
  /** What was chosen of each facet: any of the values of one facet, and something of each facet. */
  facets: Record<string, string[]>;
}

/** Longer ones are searched for, but not written into the address. */
const longestInAddress = 200;

export const isEmpty = ({ query, facets }: SearchState): boolean => !query.trim() && Object.values(facets).every((values) => values.length === 0);

/** The state that an address names. What the form has no place for is left out. */
export function stateFrom(address: string, known: ReadonlyMap<string, ReadonlySet<string>>): SearchState {
  const asked = new URLSearchParams(address);
  const scope = asked.get('in');
  return {
    query: asked.get('q') ?? '',
    scope: scope === 'also' || scope === 'all' ? scope : '',
    facets: Object.fromEntries([...known].map(([name, values]) => [name, asked.getAll(name).filter((value) => values.has(value))])),
  };
}

/** The query of an address that brings back a state; empty where nothing is asked. */
export function addressOf({ query, scope, facets }: SearchState): string {
  const asked = new URLSearchParams();
  const words = query.trim();
  if (words) asked.set('q', [...words].slice(0, longestInAddress).join(''));
  for (const [name, values] of Object.entries(facets)) for (const value of values) asked.append(name, value);
  if (scope) asked.set('in', scope);
  return asked.size > 0 ? `?${asked}` : '';
}
