import { beforeAll, expect, test } from 'vitest';
import type { ContentSource } from '../../../src/graph/content-source.ts';
import { contentOf } from '../../../src/graph/content.ts';
import type { Graph } from '../../../src/graph/graph.ts';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { dueOn } from './due.ts';

let source: ContentSource;
beforeAll(async () => {
  source = await fixtureSource();
});

/** The fixture city with some files written anew. */
const cityWith = (changes: Readonly<Record<string, (text: string) => string>> = {}): Graph => {
  const texts = new Map(source.texts);
  for (const [file, change] of Object.entries(changes)) texts.set(file, change(texts.get(file)!));
  return contentOf({ ...source, texts }).graph!;
};
const rent = 'facts/nl/rent.mdx';
const register = 'guides/nl/register.mdx';
const listed = (graph: Graph, day: string) =>
  dueOn(graph, day).map(({ what, on, name }) => `${what} ${on} ${name.collection}/${name.lang}/${name.slug}`);

test('guides past their review and expired facts are due, the oldest first', () => {
  expect(listed(cityWith(), '2026-11-22')).toEqual(['expired 2026-06-30 facts/nl/rent', 'review 2026-07-15 guides/nl/register']);
});

test('a guide is due from the day after its review was', () => {
  const graph = cityWith();
  expect(listed(graph, '2026-07-15')).not.toContain('review 2026-07-15 guides/nl/register');
  expect(listed(graph, '2026-07-16')).toContain('review 2026-07-15 guides/nl/register');
});

test('a fact is told of four weeks before it expires, and as expired from the day after', () => {
  const graph = cityWith();
  expect(listed(graph, '2026-06-01')).toEqual([]);
  expect(listed(graph, '2026-06-02')).toEqual(['expires 2026-06-30 facts/nl/rent']);
  expect(listed(graph, '2026-06-30')).toEqual(['expires 2026-06-30 facts/nl/rent']);
  expect(listed(graph, '2026-07-01')).toEqual(['expired 2026-06-30 facts/nl/rent']);
});

test('a guide that readers do not see yet is not due', () => {
  const graph = cityWith({ [register]: (text) => text.replace('published: 2026-02-01', 'published: 2027-02-01') });
  expect(listed(graph, '2026-11-22')).toEqual(['expired 2026-06-30 facts/nl/rent']);
});

test('title and page are those of a language, or of the original where it is missing in that', () => {
  const [fact, guide] = dueOn(cityWith(), '2026-11-22');
  expect([guide!.title('en'), guide!.page('en')]).toEqual(['Register with the municipality', '/en/guides/register/']);
  expect([guide!.title('ar'), guide!.page('ar')]).toEqual(['Schrijf u in bij de gemeente', '/nl/guides/register/']);
  // A fact has no page of its own: the guide that shows it.
  expect([fact!.title('en'), fact!.page('en')]).toEqual(['Huur van een kamer', '/en/guides/register/']);
});

test('a fact that no page shows has none, and one of the figures on the sign has the home page', () => {
  const added = new Map(source.texts).set('facts/nl/unused.mdx', source.texts.get(rent)!);
  const pageIn = (texts: Map<string, string>) =>
    dueOn(contentOf({ ...source, texts }).graph!, '2026-11-22')
      .find(({ name }) => name.slug === 'unused')!
      .page('en');
  expect(pageIn(added)).toBeUndefined();
  const site = added.get('settings/site.yml')!.replace('figures: [people]', 'figures: [unused]');
  expect(pageIn(new Map(added).set('settings/site.yml', site))).toBe('/en/');
});

test('whose it is stands in the entry: its organisation, and its desk where it has one', () => {
  expect(dueOn(cityWith(), '2026-11-22').map(({ owner, desk }) => [owner, desk])).toEqual([
    ['city', undefined],
    ['city', 'harbour'],
  ]);
  expect(listed(cityWith({ [rent]: (text) => text.replace('expires: 2026-06-30\n', '') }), '2026-11-22')).toEqual([
    'review 2026-07-15 guides/nl/register',
  ]);
});
