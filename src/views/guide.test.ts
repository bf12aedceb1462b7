import { beforeAll, expect, test } from 'vitest';
import { fixtureSource } from '../fixture-city/fixture-city.ts';
import type { Graph } from '../graph/graph.ts';
import { contentOf } from '../graph/content.ts';
import type { ResolvedSegment } from './body.ts';
import { route, type GuideView } from './guide.ts';
import { legsOf } from './guide-legs.ts';
import { pagesOf } from './paged.ts';
import { siteOn } from './site.ts';

let graph: Graph;
beforeAll(async () => {
  graph = contentOf(await fixtureSource()).graph!;
});
const guide = ({ lang = 'nl', slug = 'register', day = '2026-06-01' } = {}): GuideView => route.view(siteOn(graph, day), { lang, slug });

test('steps are numbered stops of the line, under the heading of their section', () => {
  expect(guide().legs.map(({ number, title, level }) => [number, title, level])).toEqual([
    [undefined, '', 2],
    [undefined, 'Wat u doet', 2],
    [1, 'Maak een afspraak', 3],
    [2, 'Kom naar de Kade', 3],
    [undefined, 'Wat helpt', 2],
  ]);
});

test('what others say and signs stand in the margin, forks take the whole width', () => {
  const text: ResolvedSegment = { html: '<p>a</p>' };
  const phrase: ResolvedSegment = { component: 'Phrase', props: { say: { text: 'b' }, sounds: '', means: '' }, children: [] };
  const fork: ResolvedSegment = { component: 'Fork', props: { show: '', all: '', branches: [] }, children: [] };
  expect(legsOf([{ segments: [phrase, text, fork, text] }])[0]!.parts).toEqual([
    { main: [text], side: [phrase] },
    { full: fork },
    { main: [text], side: [] },
  ]);
});

test('a guide whose review was due yesterday says so at the top and beside the day', () => {
  const { overdue, colophon } = guide({ day: '2026-07-16' });
  expect(overdue).toContain('15 juli 2026');
  expect(colophon.rows.find(({ late }) => late)).toMatchObject({ text: '15 juli 2026', late: 'te laat' });
  expect(guide({ day: '2026-07-15' }).overdue).toBeUndefined();
});

test('people who did it are the published stories that name the guide', () => {
  expect(guide({ day: '2026-07-20' }).people.map(({ href }) => href)).toEqual(['/nl/stories/r5h8/', '/nl/stories/k1d4/']);
  expect(guide({ day: '2026-06-01' }).people).toEqual([]);
});

test('a guide that is missing in a language is shown in its own, and not indexed', () => {
  const view = guide({ lang: 'ar' });
  expect(view.notice).toMatchObject({ state: 'missing', lang: 'nl', dir: 'ltr' });
  expect(view.head.noindex).toBe(true);
  expect(view.labels['guide.done']).toBe('Gedaan');
  expect(view.search).toBeUndefined();
});

test('whom to reach is said once: not again where the text says it', () => {
  expect(guide().helps).toBeUndefined();
});

test('a change is shown from its day on', () => {
  expect(guide({ day: '2026-03-31' }).changed).toBeUndefined();
  expect(guide({ day: '2026-04-01' }).changed).toMatchObject({ before: { text: 'Binnen drie dagen.' }, now: { text: 'Binnen vijf dagen.' } });
});

test('a list is cut into pages, and a group that goes on has its heading on each', () => {
  const groups = [
    { id: 'a', items: [1, 2, 3] },
    { id: 'b', items: [] },
    { id: 'c', items: [4] },
  ];
  expect(pagesOf(groups, 2)).toEqual([
    [{ id: 'a', count: 3, items: [1, 2] }],
    [
      { id: 'a', count: 3, items: [3] },
      { id: 'c', count: 1, items: [4] },
    ],
  ]);
  expect(pagesOf([], 2)).toEqual([[]]);
});
