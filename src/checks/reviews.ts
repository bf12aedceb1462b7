import type { Check } from './check.ts';
import { addMonths, daysBetween } from '../content-model/days.ts';
import { placeIn } from './place.ts';
import { counted } from './wording.ts';

/** Guides are looked at again as often as they say. */
export const reviews: Check = ({ graph, day }) =>
  [...graph.groups.guides.values()].flatMap(({ original: { data, parsed } }) => {
    const due = addMonths(data.reviewed, data.reviewEvery);
    if (due >= day) return [];
    const owner = graph.settings.organisations.find(({ id }) => id === data.owner);
    const contact = owner?.contact ? ` (${owner.contact})` : '';
    return [
      {
        check: 'reviews',
        severity: 'warning',
        ...placeIn(parsed, ['reviewed']),
        found: `It was last reviewed on ${data.reviewed}; the next review was due on ${due}, ${counted(daysBetween(due, day), 'day')} ago.`,
        rule: `This guide is reviewed every ${data.reviewEvery === 1 ? 'month' : `${data.reviewEvery} months`}.`,
        fix: `Ask ${owner?.name ?? data.owner}${contact} whether it is still right, then set \`reviewed\` to that day.`,
      },
    ];
  });
