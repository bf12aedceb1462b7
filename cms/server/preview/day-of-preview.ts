import type { EntryGroup } from '../../../src/graph/graph.ts';
import { isPublic } from '../../../src/graph/is-public.ts';

type Story = EntryGroup<'stories'>;

/** The day on which to look at an entry: today where readers see it today; else the day on which they first will, or the last on which they did. */
export function dayOfPreview(group: EntryGroup, today: string): string {
  if (isPublic(group, today)) return today;
  const { published } = group.original.data;
  if (published > today) return published;
  const { until } = (group as Story).original.data.consent;
  return until > published ? until : published;
}

/** An entry that readers see on a day. Consent that ends before the story appears is a mistake, told by the checks; its page is shown all the same. */
export function shownOn(group: EntryGroup, day: string): EntryGroup {
  if (isPublic(group, day)) return group;
  const { original } = group as Story;
  const data = { ...original.data, consent: { ...original.data.consent, until: day } };
  return { ...group, original: { ...original, data } } as EntryGroup;
}
