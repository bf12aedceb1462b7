import type { EntryGroup } from '../graph/graph.ts';
import type { Check } from './check.ts';
import { groupsOf } from './entries.ts';
import { placeIn } from './place.ts';

/** Nothing invented goes to real readers. */
export const sampleContent: Check = ({ graph, release }) => {
  if (!release) return [];
  return [...groupsOf(graph)].flatMap((group) => {
    const { data, parsed } = group.original;
    const invented = group.collection === 'stories' && (group as unknown as EntryGroup<'stories'>).original.data.consent.until === 'sample';
    if (!data.sample && !invented) return [];
    return [
      {
        check: 'sample-content',
        severity: 'error',
        ...placeIn(parsed, data.sample ? ['sample'] : ['consent', 'until']),
        found: data.sample ? 'This entry is a sample.' : 'The consent of this story is a sample: its teller is invented.',
        rule: 'A release for real readers holds nothing invented.',
        fix: data.sample
          ? 'Delete the entry and its translations; or, if it is true by now, remove `sample`.'
          : 'Delete the story and its translations.',
      },
    ];
  });
};
