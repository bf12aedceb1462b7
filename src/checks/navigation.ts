import { nearest, type Finding } from '../content-model/problems.ts';
import type { EntryGroup } from '../graph/graph.ts';
import { leftOutEntries } from '../graph/index-graph.ts';
import { isPublic } from '../graph/is-public.ts';
import type { Check } from './check.ts';
import { placeInSettings } from './place.ts';

/** The links at the top of every page lead to pages that are there. */
export const navigation: Check = ({ graph, content, day }) => {
  const leftOut = leftOutEntries(content.parsed);
  return graph.settings.navigation.flatMap(({ to, label }, index): Finding[] => {
    const at = { check: 'navigation', ...placeInSettings(content, 'navigation', [index, 'to']) };
    if (/^https?:/.test(to))
      return label
        ? []
        : [
            {
              ...at,
              severity: 'warning',
              found: `The link to ${to} has no label.`,
              rule: 'A link to another site says where it leads.',
              fix: 'Add `label`, a text in each language.',
            },
          ];
    const slug = /^pages\/(.+)$/.exec(to)?.[1];
    if (!slug) return [];
    const page = graph.groups.pages.get(slug) as EntryGroup | undefined;
    if (page && isPublic(page, day)) return [];
    if (page)
      return [
        {
          ...at,
          severity: 'warning',
          found: `The page \`${slug}\` is not published before ${page.original.data.published}, so the link to it is not shown.`,
          rule: 'The navigation leads only to what is published.',
          fix: `Change \`published\` in ${page.original.file}, or wait.`,
        },
      ];
    const broken = leftOut.get(`pages/${slug}`);
    if (broken)
      return [
        {
          ...at,
          severity: 'warning',
          found: `The page \`${slug}\` is left out because of its errors, so the link to it is not shown.`,
          rule: 'Only what can be read is shown.',
          fix: `Mend ${broken}.`,
        },
      ];
    const near = nearest(slug, graph.groups.pages.keys());
    return [
      {
        ...at,
        severity: 'error',
        found: `There is no page called \`${slug}\`, so the link to it is not shown.`,
        rule: 'The navigation leads to stories, guides, practices, home, a page of the city (pages/<slug>) or a web address.',
        fix: near ? `Did you mean pages/${near}?` : `Add pages/<language>/${slug}.mdx, or remove the link.`,
      },
    ];
  });
};
