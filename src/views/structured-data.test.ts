// @ts-expect-error The package has no types; what is used of it is written down below.
import UntypedValidator from '@adobe/structured-data-validator';
import { join } from 'node:path';
import type { Graph } from 'schema-dts';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { contentOf } from '../graph/content.ts';
import { readContent } from '../graph/read.ts';
import { root } from '../release/root.ts';
import { jsonForScript } from './json-script.ts';
import { allPages, viewOf } from './routes.ts';
import { siteOn, type Site } from './site.ts';
import type { StructuredData, Thing } from './structured-data.ts';
import type { BaseView } from './view.ts';

/** Rules of search engines for rich results: ways up with addresses and places, persons with names. */
const Validator = UntypedValidator as new () => {
  validate: (data: { jsonld: Record<string, Thing[]> }) => Promise<{ issueMessage: string; rootType: string }[]>;
};
async function ruleProblems(data: StructuredData): Promise<string[]> {
  const byType = Map.groupBy(data['@graph'], (thing) => thing['@type']);
  const issues = await new Validator().validate({ jsonld: structuredClone(Object.fromEntries(byType)) });
  return issues.map(({ rootType, issueMessage }) => `${rootType}: ${issueMessage}`);
}

/** The whole vocabulary of schema.org as types (`schema-dts`): which types there are, their properties, and what each may hold. By the place in the list. */
function vocabularyProblems(all: readonly unknown[]): { at: number; problem: string }[] {
  const name = join(root, 'src/views/structured-data.virtual.ts');
  const lines = all.map((data, index) => `export const data${index}: Graph = ${JSON.stringify(data)};`);
  const text = [`import type { Graph } from 'schema-dts';`, ...lines].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost({ ...options, module: ts.ModuleKind.ESNext });
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, text, ts.ScriptTarget.ESNext) : read(file, ...rest));
  const program = ts.createProgram([name], { ...options, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => ({
    at: file ? file.getLineAndCharacterOfPosition(start!).line - 1 : -1,
    problem: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

/** Words differ from page to page and may be any text to the vocabulary; what is left is what it looks at. */
const shapeOf = (data: StructuredData) =>
  JSON.stringify(data, (key, value: unknown) =>
    /^(headline|name|item|@id|url|inLanguage|date\w+)$/.test(key) && typeof value === 'string' ? '' : value,
  );

const viewsOf = (site: Site): BaseView[] => [...allPages(site)].map((ref) => viewOf(site, ref));
const fixture = siteOn(contentOf(await fixtureSource()).graph!, fixtureDay);
const sample = siteOn(contentOf(await readContent(join(root, 'content'))).graph!, fixtureDay);
const graphOf = (path: string) => viewsOf(fixture).find((view) => view.path === path)!.head.structuredData?.['@graph'];

describe.each([
  ['fixture', fixture],
  ['sample', sample],
])('in the %s city', (_, site) => {
  const described = viewsOf(site).flatMap(({ path, kind, head }) => (head.structuredData ? [{ path, kind, data: head.structuredData }] : []));

  test('what every kind of page says is in the vocabulary of schema.org', { timeout: 60_000 }, () => {
    const shapes = [...new Map(described.map((page) => [shapeOf(page.data), page])).values()];
    expect(new Set(described.map(({ kind }) => kind)).size).toBeGreaterThan(10);
    expect(vocabularyProblems(shapes.map(({ data }) => data)).map(({ at, problem }) => `${shapes[at]?.path}: ${problem}`)).toEqual([]);
  });

  test('and keeps the rules of search engines', async () => {
    const problems = await Promise.all(described.map(async ({ path, data }) => (await ruleProblems(data)).map((problem) => `${path} ${problem}`)));
    expect(problems.flat()).toEqual([]);
  });

  test('pages that search engines leave out say nothing', () => {
    const silent = viewsOf(site).filter(({ head }) => head.noindex);
    expect(silent.length).toBeGreaterThan(5);
    expect(silent.filter(({ head }) => head.structuredData).map(({ path }) => path)).toEqual([]);
  });
});

test('what schema.org does not know would be noticed', { timeout: 60_000 }, async () => {
  const graph = (thing: object) => ({ '@context': 'https://schema.org', '@graph': [thing] });
  const right: Graph = { '@context': 'https://schema.org', '@graph': [{ '@type': 'Article', headline: 'A title' }] };
  const tried = [
    right,
    graph({ '@type': 'Artikel', headline: 'A title' }),
    graph({ '@type': 'Article', headlines: 'A title' }),
    graph({ '@type': 'Article', author: 3 }),
    graph({ '@type': 'Article', author: { '@type': 'Person', surname: 'A' } }),
  ];
  expect([...new Set(vocabularyProblems(tried).map(({ at }) => at))]).toEqual([1, 2, 3, 4]);
  const crumbs = {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Home' },
      { '@type': 'ListItem', position: 2 },
    ],
  };
  expect((await ruleProblems(graph(crumbs) as StructuredData)).length).toBeGreaterThan(1);
});

test('a story is an article by its teller, who has a name and nothing else', () => {
  expect(graphOf('/nl/stories/k1d4/')![0]).toEqual({
    '@type': 'Article',
    '@id': 'https://kleinhaven.example/nl/stories/k1d4/',
    headline: fixture.graph.groups.stories.get('k1d4')!.byLanguage.get('nl')!.data.title,
    author: { '@type': 'Person', name: 'Ike' },
    inLanguage: 'nl',
    datePublished: '2026-06-10',
    isPartOf: { '@id': 'https://kleinhaven.example/#site' },
    translationOfWork: { '@id': 'https://kleinhaven.example/en/stories/k1d4/' },
    creativeWorkStatus: 'Sample',
  });
  expect(graphOf('/en/stories/k1d4/')![0]).not.toHaveProperty('translationOfWork');
});

test('a guide of a public body describes its service; one of anybody else does not', () => {
  expect(graphOf('/nl/guides/register/')![0]).toMatchObject({
    author: { '@type': 'GovernmentOrganization', '@id': '#owner', name: 'Gemeente Kleinhaven' },
    about: { '@type': 'GovernmentService', name: 'Schrijf u in bij de gemeente', serviceOperator: { '@id': '#owner' } },
    dateModified: '2026-04-01',
  });
  expect(graphOf('/en/practices/harbour-table/')![0]).not.toHaveProperty('about');
});

test('home says what the site is, and every other page where it stands', () => {
  expect(graphOf('/ar/')).toEqual([
    {
      '@type': 'WebSite',
      '@id': 'https://kleinhaven.example/#site',
      url: 'https://kleinhaven.example/',
      name: 'Doorstep Kleinhaven',
      inLanguage: ['en', 'nl', 'ar'],
    },
  ]);
  expect(graphOf('/en/stories/')).toEqual([
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://kleinhaven.example/en/' },
        { '@type': 'ListItem', position: 2, name: 'Stories' },
      ],
    },
  ]);
});

test('no text ends the script it stands in, and none is changed by it', () => {
  const text = '</script><!--<script>\u2028\u2029\\u003c & "é" ]]> \ud800';
  const json = jsonForScript({ headline: text });
  expect(json).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(json)).toEqual({ headline: text });
});
