import type { Finding } from '../content-model/problems.ts';
import { consentEnded } from '../graph/is-public.ts';
import type { Check } from './check.ts';
import { daysBetween } from '../content-model/days.ts';
import { placeIn } from './place.ts';
import { counted } from './wording.ts';

/** Long enough to reach somebody who moved, and to hear back. */
const noticeDays = 60;

/** Stories are shown as far and as long as their tellers agreed. */
export const consent: Check = ({ graph, day }) =>
  [...graph.groups.stories.values()].flatMap((group): Finding[] => {
    const { data, parsed } = group.original;
    const { until, scopes, id } = data.consent;
    const at = (...path: string[]) => ({ check: 'consent', ...placeIn(parsed, path) });
    const findings: Finding[] = [];
    if (data.portrait && !scopes.includes('portrait'))
      findings.push({
        ...at('portrait'),
        severity: 'error',
        found: 'There is a portrait, but the teller did not agree to one.',
        rule: 'A portrait is shown only where `consent.scopes` has `portrait`.',
        fix: 'Remove the portrait, or ask the teller and add `portrait` to the scopes.',
      });
    if (until === 'sample') return findings;
    const left = daysBetween(day, until);
    if (consentEnded(group, day))
      findings.push({
        ...at('consent', 'until'),
        severity: 'warning',
        found: `The consent ended on ${until}, ${counted(-left, 'day')} ago: the story is not published.`,
        rule: 'A story is shown until the last day of its teller’s consent.',
        fix: `Ask the teller (consent ${id}) whether it may go on and set the new day; or delete the story.`,
      });
    else if (left <= noticeDays)
      findings.push({
        ...at('consent', 'until'),
        severity: 'warning',
        found: `The consent ends on ${until}, ${left === 0 ? 'today' : `in ${counted(left, 'day')}`}; after that the story is not shown.`,
        rule: `Tellers are asked again ${noticeDays} days before their consent ends.`,
        fix: `Ask the teller (consent ${id}) whether it may go on, then set the new day.`,
      });
    return findings;
  });
