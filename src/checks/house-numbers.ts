import type { EntryGroup } from '../graph/graph.ts';
import type { Check } from './check.ts';
import { placeIn } from './place.ts';

/** No two stories share a house number. */
export const houseNumbers: Check = ({ graph }) => {
  const taken = new Map<number, EntryGroup<'stories'>>();
  const stories = [...graph.groups.stories.values()];
  const free = Math.max(0, ...stories.map(({ original }) => original.data.number)) + 1;
  return stories.flatMap((story) => {
    const { number } = story.original.data;
    const other = taken.get(number);
    if (!other) {
      taken.set(number, story);
      return [];
    }
    return [
      {
        check: 'house-numbers',
        severity: 'error',
        ...placeIn(story.original.parsed, ['number']),
        found: `${other.original.file} and ${story.original.file} both have the house number ${number}.`,
        rule: 'No two stories share a house number.',
        fix: `Give the newer one another number, such as ${free}.`,
      },
    ];
  });
};
