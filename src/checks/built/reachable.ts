import { targetOf, type BuiltSite, type SiteCheck } from './built-site.ts';

const notFound = /^(?:[^/]+\/)?404(?:\.html|\/index\.html)$/;

/**
 * Nobody finds a page to which nothing leads: links go from the front page to every other one, step by step. A warning, since a city may mean it: the page of
 * a letter or a poster.
 */
export const reachable: SiteCheck = (site) => {
  const reached = reachedFrom(frontPages(site), site);
  return [...site.pages.values()]
    .filter(({ file, redirect }) => !redirect && !notFound.test(file) && !reached.has(file))
    .map(({ file }) => ({
      check: 'built-orphans',
      severity: 'warning',
      file,
      found: 'No link leads to this page.',
      rule: 'Every page can be reached by links from the front page.',
      fix: 'Link to it from settings/navigation.yml, or from a page that can be reached.',
    }));
};

/** Where readers begin: the page on which they choose a language, or the languages' own where there is none. */
const frontPages = ({ pages, languages }: BuiltSite): string[] =>
  pages.has('index.html') ? ['index.html'] : [...languages].map((language) => `${language}/index.html`);

function reachedFrom(begin: readonly string[], { pages, origin }: BuiltSite): Set<string> {
  // A set that grows while it is walked: what is added is visited in its turn.
  const reached = new Set(begin);
  for (const file of reached) {
    const page = pages.get(file);
    for (const { attributes } of page?.links ?? []) {
      const target = targetOf(attributes['href'] ?? '', page!, origin);
      if (target.kind === 'site' && pages.has(target.file)) reached.add(target.file);
    }
  }
  return reached;
}
