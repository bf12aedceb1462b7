import { contrast, ground, readable, shadesOf } from '../content-model/colour.ts';
import type { Finding } from '../content-model/problems.ts';
import type { Check, CheckContext } from './check.ts';
import { placeInSettings } from './place.ts';

/** WCAG 2.2, success criteria 1.4.11 (lines and signs) and 1.4.3 (text). */
const least = { line: 3, text: 4.5 } as const;
/** Rounded down: a ratio that falls short must not read as if it reached. */
const ratio = (colour: string) => `${Math.floor(contrast(colour, ground.light) * 10) / 10} : 1`;

/** The city's colours can be told from white, and white can be read on them. The build corrects a colour that falls short, and this says to what. */
export const colours: Check = (context) => [...sign(context), ...topics(context)];

function sign({ graph, content }: CheckContext): Finding[] {
  const colour = graph.settings.site.sign;
  if (contrast(colour, ground.light) >= least.text) return [];
  const better = readable(colour, ground.light, least.text);
  return [
    {
      check: 'colours',
      severity: 'warning',
      ...placeInSettings(content, 'site', ['sign']),
      found: `White on the sign’s colour ${colour} has a contrast of ${ratio(colour)}.`,
      rule: `White text needs at least ${least.text} : 1 to be read.`,
      fix: `The site shows ${better} instead. Write ${better}, or choose a darker colour.`,
    },
  ];
}

function topics({ graph, content }: CheckContext): Finding[] {
  return graph.settings.topics.flatMap(({ id, colour }, index): Finding[] => {
    const reached = contrast(colour, ground.light);
    if (reached >= least.text) return [];
    const { line, field } = shadesOf(colour);
    const at = { check: 'colours', severity: 'warning' as const, ...placeInSettings(content, 'topics', [index, 'colour']) };
    if (reached < least.line)
      return [
        {
          ...at,
          found: `The colour ${colour} of the topic \`${id}\` has a contrast of ${ratio(colour)} with white.`,
          rule: `A line needs at least ${least.line} : 1 to be seen on white, and white text on it ${least.text} : 1.`,
          fix: `The site shows ${line} for lines and ${field} behind white text instead. Write ${field}, which does for both, or choose a darker colour.`,
        },
      ];
    return [
      {
        ...at,
        found: `The colour ${colour} of the topic \`${id}\` does for lines, but white on it has a contrast of ${ratio(colour)}.`,
        rule: `White text needs at least ${least.text} : 1 to be read.`,
        fix: `Behind white text the site shows ${field} instead. Write ${field} to have one shade everywhere, or leave it.`,
      },
    ];
  });
}
