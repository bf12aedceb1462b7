import type { Finding } from '../../content-model/problems.ts';
import { addressOf, targetOf, type BuiltCheck, type BuiltSite } from './built-site.ts';
import type { PageFacts } from './page-facts.ts';

/** Versions of a page in other languages name each other. Languages that were not built are taken on trust. */
export const alternates: BuiltCheck = (page, site) => {
  if (page.alternates.length === 0) return [];
  const own = `${site.origin}${addressOf(page.file)}`;
  const at = { check: 'built-alternates', severity: 'error' as const, file: page.file };
  const findings: Finding[] = [];
  if (!page.alternates.some(({ href }) => href === own))
    findings.push({
      ...at,
      line: page.lineAt(page.alternates[0]!.offset),
      found: `The page lists other languages but not itself (${own}).`,
      rule: 'A page that has versions in other languages lists them all, itself among them.',
      fix: 'Add a link with `rel="alternate"` to the page itself.',
    });
  return [
    ...findings,
    ...page.alternates.flatMap(({ href, hreflang, offset }) => wrongAlternate({ href, hreflang, line: page.lineAt(offset), own, page, site })),
  ];
};

interface Given {
  href: string;
  hreflang: string;
  line: number;
  own: string;
  page: PageFacts;
  site: BuiltSite;
}

function wrongAlternate({ href, hreflang, line, own, page, site }: Given): Finding[] {
  const target = targetOf(href, page, site.origin);
  const at = { check: 'built-alternates', severity: 'error' as const, file: page.file, line };
  if (target.kind !== 'site')
    return [
      {
        ...at,
        found: `The version in "${hreflang}" is on another site: ${href}.`,
        rule: 'All languages of a page have the same host.',
        fix: 'Correct `origin` in settings/site.yml.',
      },
    ];
  const other = site.pages.get(target.file);
  const language = target.path.split('/')[1] ?? '';
  if (!other) {
    if (!site.languages.has(language)) return [];
    return [
      {
        ...at,
        found: `The version in "${hreflang}", ${target.path}, is not there.`,
        rule: 'Only versions that exist are listed.',
        fix: 'Take it out of the list, or build it.',
      },
    ];
  }
  if (hreflang !== 'x-default' && other.lang !== hreflang)
    return [
      {
        ...at,
        found: `${target.path} is listed as "${hreflang}" but says lang="${other.lang ?? ''}".`,
        rule: 'A version is listed under the language it is in.',
        fix: 'Correct one of the two.',
      },
    ];
  if (other.alternates.some((back) => back.href === own)) return [];
  return [
    {
      ...at,
      found: `${target.path} is listed as a version of this page, but does not list this page.`,
      rule: 'Versions in other languages name each other; otherwise search engines believe neither.',
      fix: `List ${own} there too.`,
    },
  ];
}
