import type { EntryGroup } from './graph.ts';

/** Whether readers may see an entry on a day: it has been published, and its teller's consent has not run out. */
export function isPublic(group: EntryGroup, day: string): boolean {
  if (group.original.data.published > day) return false;
  return !consentEnded(group, day);
}

/** Whether the consent of a story's teller has run out. The last day of a consent belongs to it. */
export function consentEnded(group: EntryGroup, day: string): boolean {
  if (group.collection !== 'stories') return false;
  const { until } = (group as EntryGroup<'stories'>).original.data.consent;
  return until !== 'sample' && until < day;
}
