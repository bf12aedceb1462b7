import { builtElsewhere, targetOf, type BuiltCheck } from './built-site.ts';

/** The proper address that a page gives is that of a page which is there, and which search engines may show if they may show the page itself. */
export const canonical: BuiltCheck = (page, site) => {
  if (page.canonical === undefined) return [];
  const target = targetOf(page.canonical, page, site.origin);
  const at = { check: 'built-canonical', severity: 'error' as const, file: page.file };
  if (target.kind !== 'site')
    return [
      {
        ...at,
        found: `The page gives ${page.canonical} as its proper address, which is on another site.`,
        rule: 'All pages have the same host.',
        fix: 'Correct `origin` in settings/site.yml.',
      },
    ];
  const proper = site.pages.get(target.file);
  if (!proper && builtElsewhere(site).has(target.path.split('/')[1] ?? '')) return [];
  if (proper && (page.noindex || !(proper.noindex || proper.redirect))) return [];
  return [
    {
      ...at,
      found: `The page gives ${target.path} as its proper address, ${proper ? 'which search engines are asked not to show' : 'which is not there'}.`,
      rule: 'The proper address (canonical) is that of a page which can be found.',
      fix: 'Give the page’s own address, or that of the original.',
    },
  ];
};
