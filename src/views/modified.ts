import type { Entry } from '../graph/graph.ts';

/** The day on which an entry last changed its meaning, never later than the day it is looked at: what feeds, the sitemap and search engines are told. */
export function modifiedOn({ data }: Entry, day: string): string {
  const changes = [data.published, 'updated' in data ? data.updated : undefined, 'changed' in data ? data.changed?.on : undefined];
  return changes.reduce<string>((latest, on) => (on !== undefined && on > latest && on <= day ? on : latest), data.published);
}
