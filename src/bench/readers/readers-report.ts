import { markdownTable, time, whole } from '../figures.ts';
import type { MeasuredPage } from './kinds.ts';
import { categories, type Category, type Measured } from './lighthouse.ts';
import type { SearchCost } from './search-cost.ts';

/** What a run of `npm run bench -- --lighthouse` found. */
export interface ReadersRun {
  day: string;
  command: string;
  machine: string[];
  versions: string[];
  pages: { page: MeasuredPage; measured: Measured }[];
  searches: SearchCost[];
  /** Why something was not measured. */
  missing: string[];
}

/** docs/design and docs/architecture.md: every kind of page, on a telephone. */
const readerGoals = { score: 99, lcp: 1500 };

const names: Record<Category, string> = { performance: 'perf.', accessibility: 'access.', 'best-practices': 'practice', seo: 'SEO' };
const head = ['Page', 'language', ...categories.map((name) => names[name]), 'LCP', 'bytes', 'requests'];

/** The table of pages, aligned as plain text too; what misses a goal is bold. A page that is not to be found, on purpose, has no score for being found. */
export function readersTable(pages: ReadersRun['pages']): string {
  return markdownTable(
    head,
    pages.map(({ page, measured }) => [
      `${page.kind}${page.noindex ? ' ¹' : ''}`,
      page.lang,
      ...categories.map((name) => (name === 'seo' && page.noindex ? `${measured.scores.seo} ¹` : marked(measured.scores[name]))),
      measured.lcp > readerGoals.lcp ? `**${time(measured.lcp)}**` : time(measured.lcp),
      whole(measured.bytes),
      whole(measured.requests),
    ]),
  );
}

const marked = (score: number) => (score < readerGoals.score ? `**${score}**` : String(score));

/** What keeps pages from the goals: each fault once, with the points it takes at worst and how many pages have it. Being kept out of search engines on purpose is none. */
export function faultsOf(pages: ReadersRun['pages']): string[] {
  const faults = pages.flatMap(({ page, measured }) =>
    measured.faults
      .filter(({ category, audit }) => measured.scores[category] < readerGoals.score && !(page.noindex && audit === 'is-crawlable'))
      .map((fault) => ({ ...fault, path: page.path })),
  );
  return [...Map.groupBy(faults, ({ category, audit }) => `${category} ${audit}`).values()]
    .map((same) => same.toSorted((a, b) => b.points - a.points))
    .sort(([a], [b]) => b!.points - a!.points)
    .map((same) => {
      const { category, audit, points, found, path } = same[0]!;
      return `${category}, \`${audit}\`: up to ${points.toFixed(points < 1 ? 1 : 0)} points, on ${same.length} of ${pages.length} pages, at worst on ${path}: ${found}`;
    });
}

/** The generated part of docs/performance.md for readers. */
export function readersReport({ day, command, machine, versions, pages, searches, missing }: ReadersRun): string {
  const faults = faultsOf(pages);
  const met = pages.filter(({ page, measured }) => meetsGoals(page, measured)).length;
  const paragraphs = [
    `## What readers get\n\nMeasured on ${day} with\n\n\`\`\`sh\n${command}\n\`\`\`\n\non ${machine.join(', ')}; ${versions.join(', ')}.`,
    `Lighthouse on the built sample city, as a slow telephone (simulated: four times slower processor, 1.6 Mbit/s, 150 ms there and back), with nothing cached. Of each kind of page the heaviest in each language, of those that exist there; home, story and guide three times, the median told. Bytes are what goes over the wire. Wanted: ${readerGoals.score} or more in all four, and the largest thing painted (LCP) within ${time(readerGoals.lcp)}; what misses that is bold. ${met} of ${pages.length} pages meet it.`,
    readersTable(pages),
    ...(pages.some(({ page }) => page.noindex)
      ? [
          '¹ Asks search engines not to show it, on purpose; Lighthouse counts that as a fault (`is-crawlable`), and any other fault there is told below.',
        ]
      : []),
    ...(faults.length > 0 ? [`What takes points:\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`] : []),
    ...(searches.length > 0 ? [searchTable(searches)] : []),
    ...(missing.length > 0 ? [missing.join(' ')] : []),
  ];
  return paragraphs.join('\n\n');
}

/** Whether a page meets the goals; one that is kept from search engines on purpose may lose points for that, and for nothing else. */
export function meetsGoals({ noindex }: MeasuredPage, { scores, lcp, faults }: Measured): boolean {
  const onPurpose = noindex && faults.every(({ category, audit }) => category !== 'seo' || audit === 'is-crawlable');
  return categories.every((name) => scores[name] >= readerGoals.score || (name === 'seo' && onPurpose)) && lcp <= readerGoals.lcp;
}

const searchTable = (searches: readonly SearchCost[]) =>
  `${markdownTable(
    ['First result of a search, nothing cached', 'bytes', 'requests', 'time here'],
    searches.map(({ lang, query, bytes, requests, milliseconds }) => [`${lang}: ${query}`, whole(bytes), whole(requests), time(milliseconds)]),
  )}\n\nFrom the search page, after it has loaded: everything that goes over the wire from the first letter until a result shows. Time on this machine, without a network in between.`;
