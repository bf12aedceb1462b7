import type { Finding } from '../content-model/problems.ts';
import { isUnbalanced } from '../mdx/bidi.ts';
import type { ParsedEntry } from '../graph/parse.ts';
import type { Check } from './check.ts';
import { entriesOf } from './entries.ts';
import { placeIn } from './place.ts';
import { remembered } from './remembered.ts';

/** LEFT-TO-RIGHT OVERRIDE and RIGHT-TO-LEFT OVERRIDE: they reorder the letters themselves. */
const override = /[\u202d\u202e]/;

/** No text of a field makes its letters appear in another order. (A direction that is not ended again is told of where YAML is read.) */
export const textDirection: Check = ({ graph }) => [...entriesOf(graph)].flatMap(({ parsed }) => inFields(parsed));

const inFields = remembered((parsed: ParsedEntry): Finding[] =>
  [...texts(parsed.data)]
    .filter(({ text }) => override.test(text) && !isUnbalanced(text))
    .map(({ path, text }) => ({
      check: 'text-direction',
      severity: 'warning',
      ...placeIn(parsed, path),
      found: `"${text.slice(0, 80)}"`,
      rule: 'An invisible character in it makes its letters appear in another order. It is shown as written.',
      fix: 'Delete it: type the words again. Arabic, Hebrew and Persian words need no such characters.',
    })),
);

function* texts(value: unknown, path: (string | number)[] = []): Generator<{ path: (string | number)[]; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) yield* texts(item, [...path, name]);
}
