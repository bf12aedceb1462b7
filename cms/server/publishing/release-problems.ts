import { isCollection } from '../../../src/content-model/collections.ts';
import type { Finding } from '../../../src/content-model/problems.ts';
import type { Entry, EntryGroup, Graph } from '../../../src/graph/graph.ts';
import type { ReleaseProblem } from './publishing.ts';

const asProblem = ({ file, line, field, found, rule, fix }: Finding): ReleaseProblem => ({
  path: file,
  problem: `${field ? `${field}: ` : ''}found ${found}. ${rule} ${fix}`,
  file,
  ...(line === undefined ? {} : { line }),
});

/** Errors of the content as reasons why nothing can be published. */
export const findingProblems = (findings: readonly Finding[]): ReleaseProblem[] =>
  findings.filter(({ severity }) => severity === 'error').map(asProblem);

/** Why documents that were published would not be on the site: what is wrong with them. */
export const leftOut = (findings: readonly Finding[], documents: readonly string[]): ReleaseProblem[] =>
  findingProblems(findings).filter(({ file }) => documents.includes(file!));

/** The entry that a page shows: `/nl/guides/register/`. Lists, home and search show many, and none. */
export function entryOfPage(path: string): { lang: string; collection: EntryGroup['collection']; slug: string } | undefined {
  const [, lang, collection, slug, end, ...more] = path.split('/');
  if (!lang || !collection || !slug || end !== '' || more.length > 0 || !isCollection(collection)) return undefined;
  return { lang, collection, slug };
}

/** The problem with the place in the content where it can be mended, where one can be told. */
export function located(problem: ReleaseProblem, graph: Graph | null): ReleaseProblem {
  if (problem.file || !graph) return problem;
  if (problem.path.startsWith('media/')) {
    const use = [...graph.references.values()].flat().find(({ refersTo, id }) => refersTo === 'media' && `media/${id}` === problem.path);
    return use ? { ...problem, file: use.from.file, ...(use.from.line === undefined ? {} : { line: use.from.line }) } : problem;
  }
  const page = entryOfPage(problem.path);
  const group = page && (graph.groups[page.collection].get(page.slug) as EntryGroup | undefined);
  if (!group) return problem;
  const entry = group.byLanguage.get(page.lang) ?? group.original;
  return { ...problem, file: entry.file, line: longestPart(entry) };
}

/** Where the longest section begins: what there is most to shorten, and the likeliest place of what cannot be shown. */
function longestPart({ body }: Entry): number {
  const [longest] = body.sections.toSorted((a, b) => b.source.length - a.source.length);
  return longest?.line ?? 1;
}
