import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../../fixture-city/fixture-city.ts';
import { contentOf } from '../../graph/content.ts';
import { allPages, type PageRef } from '../../views/routes.ts';
import { siteOn, type Site } from '../../views/site.ts';
import { withReport } from '../report.ts';
import { measuredLanguages, pagesToMeasure, type MeasuredPage } from './kinds.ts';
import type { Measured } from './lighthouse.ts';
import { faultsOf, readersReport, readersTable } from './readers-report.ts';

const page = (kind: MeasuredPage['kind'], more: Partial<MeasuredPage> = {}): MeasuredPage => ({
  kind,
  path: `/en/${kind}/`,
  lang: 'en',
  noindex: false,
  runs: 1,
  ...more,
});
const measured = (scores: Partial<Measured['scores']> = {}, more: Partial<Measured> = {}): Measured => ({
  scores: { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100, ...scores },
  lcp: 1234,
  bytes: 61_234,
  requests: 6,
  faults: [],
  ...more,
});
const shift = { category: 'performance' as const, audit: 'cumulative-layout-shift', points: 15, found: 'Cumulative Layout Shift 0.296' };
const hidden = { category: 'seo' as const, audit: 'is-crawlable', points: 33, found: 'Page is blocked from indexing' };

describe('the table of what readers get', () => {
  test('marks what misses a goal, and pages that are kept from search engines on purpose', () => {
    expect(
      readersTable([
        { page: page('home'), measured: measured({ performance: 84 }, { lcp: 1640 }) },
        { page: page('guide'), measured: measured({ performance: 99 }) },
        { page: page('search', { noindex: true }), measured: measured({ seo: 66 }) },
      ]),
    ).toMatchInlineSnapshot(`
      "| Page     | language |  perf. | access. | practice |  SEO |        LCP |  bytes | requests |
      | -------- | -------: | -----: | ------: | -------: | ---: | ---------: | -----: | -------: |
      | home     |       en | **84** |     100 |      100 |  100 | **1.64 s** | 61,234 |        6 |
      | guide    |       en |     99 |     100 |      100 |  100 |     1.23 s | 61,234 |        6 |
      | search ¹ |       en |    100 |     100 |      100 | 66 ¹ |     1.23 s | 61,234 |        6 |"
    `);
  });

  test('what takes points is told once, with its worst page; being kept from search engines on purpose is no fault', () => {
    const pages = [
      { page: page('home'), measured: measured({ performance: 90 }, { faults: [{ ...shift, points: 9 }] }) },
      { page: page('story'), measured: measured({ performance: 84 }, { faults: [shift] }) },
      { page: page('guide'), measured: measured({ performance: 99 }, { faults: [{ ...shift, points: 0.6 }] }) },
      { page: page('search', { noindex: true }), measured: measured({ seo: 66 }, { faults: [hidden] }) },
      { page: page('about'), measured: measured({ seo: 66 }, { faults: [hidden] }) },
    ];
    expect(faultsOf(pages).join('\n')).toMatchInlineSnapshot(`
      "seo, \`is-crawlable\`: up to 33 points, on 1 of 5 pages, at worst on /en/about/: Page is blocked from indexing
      performance, \`cumulative-layout-shift\`: up to 15 points, on 2 of 5 pages, at worst on /en/story/: Cumulative Layout Shift 0.296"
    `);
  });

  test('its section leaves the figures of builds alone, and says which pages meet the goals', () => {
    const run = { day: '2026-11-22', command: 'npm run bench -- --lighthouse', machine: ['2 cores'], versions: ['Lighthouse 13'] };
    const section = readersReport({
      ...run,
      pages: [
        { page: page('home'), measured: measured() },
        { page: page('search', { noindex: true }), measured: measured({ seo: 66 }, { faults: [hidden] }) },
        { page: page('story'), measured: measured({}, { lcp: 1501 }) },
      ],
      searches: [{ lang: 'en', query: 'Find a doctor', bytes: 91_234, requests: 7, milliseconds: 240 }],
      missing: ['No search was measured in uk: there is no search page.'],
    });
    expect(section).toContain('2 of 3 pages meet it.');
    expect(section).toContain('| en: Find a doctor');
    expect(section).toContain('No search was measured in uk');
    const before = withReport('# Performance\n', 'Builds take 3 s.');
    const document = withReport(withReport(before, 'Old', 'readers'), section, 'readers');
    expect(document).toContain('Builds take 3 s.');
    expect(document).toContain('## What readers get');
    expect(document).not.toContain('Old');
  });
});

describe('the pages measured', () => {
  let folder: string;
  let site: Site;
  let chosen: MeasuredPage[];
  const heaviest = '/en/guides/register/';
  beforeAll(async () => {
    const { graph } = contentOf(await fixtureSource());
    site = siteOn(graph!, fixtureDay);
    folder = await mkdtemp(join(tmpdir(), 'doorstep-kinds-'));
    const pages: PageRef[] = [...allPages(site)];
    for (const { path } of pages) {
      const file = path === '/404' ? join(folder, '404.html') : join(folder, path, 'index.html');
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, 'x'.repeat(path === heaviest ? 200 : 100));
    }
    chosen = await pagesToMeasure({ site, pages, folder });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are one of every kind and language, the heaviest', () => {
    const names = chosen.map(({ kind, path }) => `${kind} ${path.split('/')[1]}`);
    expect(new Set(names).size).toBe(names.length);
    expect(chosen.filter(({ kind, lang }) => kind === 'guide' && lang === 'en').map(({ path }) => path)).toEqual([heaviest]);
    expect(chosen.filter(({ kind }) => kind === 'chooser').map(({ path }) => path)).toEqual(['/']);
    expect(new Set(chosen.map(({ kind }) => kind))).toEqual(
      new Set([...allPages(site)].map(({ route }) => route).filter((kind) => kind !== 'not-found-anywhere')),
    );
    expect(chosen.every(({ lang, kind }) => measuredLanguages.includes(lang) || kind === 'chooser')).toBe(true);
  });

  test('are such that search engines may show, where there is one', () => {
    const stories = chosen.filter(({ kind }) => kind === 'story');
    expect(stories.map(({ lang, noindex, runs }) => [lang, noindex, runs])).toEqual([
      ['en', false, 3],
      ['ar', false, 3],
    ]);
    expect(chosen.find(({ kind }) => kind === 'not-found')?.noindex).toBe(true);
  });
});
