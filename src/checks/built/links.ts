import { nearest, type Finding } from '../../content-model/problems.ts';
import { builtElsewhere, targetOf, type BuiltCheck } from './built-site.ts';

/** Links within the site lead to files that are there, and to places that are on them. Languages that were built by themselves, elsewhere, are taken on trust. */
export const links: BuiltCheck = (page, site) => {
  const { pages, files, origin } = site;
  const missing = new Map<string, Finding>();
  for (const { attributes, offset } of page.links) {
    const href = attributes['href'] ?? '';
    if (missing.has(href)) continue;
    const target = targetOf(href, page, origin);
    if (target.kind !== 'site') continue;
    const at = () => ({ check: 'built-links', severity: 'error' as const, file: page.file, line: page.lineAt(offset) });
    if (!files.has(target.file)) {
      if (builtElsewhere(site).has(target.path.split('/')[1] ?? '')) continue;
      const slash = files.has(`${target.file}/index.html`);
      missing.set(href, {
        ...at(),
        found: `The link ${href} leads nowhere.`,
        rule: 'A link within the site leads to a file that is there.',
        fix: slash ? `Write it with a closing slash: ${target.path}/` : 'Correct the link, or build what it leads to.',
      });
      continue;
    }
    const ids = pages.get(target.file)?.ids;
    if (!target.anchor || !ids || ids.has(target.anchor) || target.anchor === 'top') continue;
    const near = nearest(target.anchor, ids);
    missing.set(href, {
      ...at(),
      found: `The link ${href} leads to a place that ${target.file} does not have.`,
      rule: 'What follows # is the id of something on the page.',
      fix: near ? `Did you mean #${near}?` : 'Leave out # and what follows it.',
    });
  }
  return [...missing.values()];
};
