import { expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../fixture-city/fixture-city.ts';
import { find, inLanguage, siteOn } from '../views/site.ts';
import type { Collection } from '../content-model/collections.ts';
import type { ContentSource } from './content-source.ts';
import { contentOf, type Content } from './content.ts';
import type { EntryGroup, Graph } from './graph.ts';
import { textHash } from './revision.ts';

const source = await fixtureSource();
const city = contentOf(source);
const graph = city.graph!;

/** The fixture city with some files changed, or taken away. */
function changed(files: Record<string, string | null | ((text: string) => string)>): ContentSource {
  const texts = new Map(source.texts);
  for (const [file, change] of Object.entries(files)) {
    const text = typeof change === 'function' ? change(texts.get(file)!) : change;
    if (text === null) texts.delete(file);
    else texts.set(file, text);
  }
  return { ...source, texts };
}
const after = (files: Parameters<typeof changed>[0], before?: Content) => contentOf(changed(files), before);
const group = (of: Graph, collection: Collection, slug: string) => of.groups[collection].get(slug) as unknown as EntryGroup;
const statesOf = (of: Graph, collection: Collection, slug: string) =>
  Object.fromEntries(of.languages.map((lang) => [lang, group(of, collection, slug).byLanguage.get(lang)?.state ?? 'missing']));

/** Everything in a graph but its functions, as text. */
const plain = (of: Graph | null) => JSON.stringify(of, (_, value: unknown) => (value instanceof Map ? [...value] : value));
/** What was found in anything but the interface texts, which have tests of their own. */
const problems = ({ findings }: Content) => findings.filter(({ check }) => check !== 'strings');

test('the fixture city has no problem', () => {
  expect(city.findings).toEqual([]);
  expect(city.parsedNow).toBe(source.texts.size);
});

test('it has an original in every language and every state of a translation', () => {
  expect(statesOf(graph, 'stories', 'k1d4')).toEqual({ en: 'original', nl: 'current', ar: 'summary' });
  expect(statesOf(graph, 'stories', 'r5h8')).toEqual({ en: 'current', nl: 'missing', ar: 'original' });
  expect(statesOf(graph, 'guides', 'register')).toEqual({ en: 'outdated', nl: 'original', ar: 'missing' });
  expect(group(graph, 'guides', 'register').byLanguage.get('en')!.changed).toEqual(['title', 'body#wat-helpt']);
});

test('a translation inherits what is not translated, and where an entry is missing its original stands in', () => {
  const story = graph.groups.stories.get('k1d4')!;
  const dutch = story.byLanguage.get('nl')!.data;
  expect(dutch.title).toBe('Eerst kwam de ketel');
  expect(dutch.number).toBe(12);
  expect(dutch.person).toMatchObject({ name: 'Ike', country: 'NG', work: 'tweedejaars hydrologie' });
  expect(dutch.line.map(({ place, when }) => [place, when])).toEqual([
    ['Port Harcourt', '2002'],
    ['Hostel, bed 6', '2024-09'],
    ['Boven de molen', '2024-12'],
  ]);
  expect(inLanguage(graph.groups.stories.get('r5h8')!, 'nl').lang).toBe('ar');
});

test('a change of the original makes its translations outdated and names what changed', () => {
  const { graph: now } = after({
    'stories/en/k1d4.mdx': (text) => text.replace('There is a kettle.', 'There are two.').replace('Ike came to study water', 'Ike came for water'),
  });
  expect(group(now!, 'stories', 'k1d4').byLanguage.get('nl')).toMatchObject({ state: 'outdated', changed: ['summary', 'body#now'] });
});

test('a typo mended with "translations still right" leaves them current', () => {
  const was = /title: '(\w+)'/.exec(source.texts.get('stories/nl/k1d4.mdx')!)![1]!;
  const title = (text: string) => text.replace('The kettle came first', 'The kettle came first.');
  const outdated = group(after({ 'stories/en/k1d4.mdx': title }).graph!, 'stories', 'k1d4').byLanguage.get('nl')!;
  expect(outdated.changed).toEqual(['title']);
  const equivalent = `equivalent: { title: { of: '${textHash(['The kettle came first.'])}', was: ['${was}'] } }\n`;
  const mended = after({ 'stories/en/k1d4.mdx': (text) => title(text).replace('number: 12\n', `number: 12\n${equivalent}`) });
  expect(problems(mended)).toEqual([]);
  expect(statesOf(mended.graph!, 'stories', 'k1d4')).toMatchObject({ nl: 'current' });
});

test('references are known both ways: from fields, components and links, in any language', () => {
  const to = graph.references.get('guides/register')!.map(({ refersTo, id }) => `${refersTo}/${id}`);
  expect(to).toEqual(
    expect.arrayContaining([
      'topics/papers',
      'organisations/city',
      'desks/harbour',
      'facts/rent',
      'facts/people',
      'stories/k1d4',
      'stories/r5h8',
      'guides/bicycle',
      'media/places/harbour.jpg',
    ]),
  );
  expect(graph.backlinks.get('guides/register')).toEqual(
    expect.arrayContaining([
      { collection: 'stories', slug: 'k1d4' },
      { collection: 'stories', slug: 'r5h8' },
      { collection: 'pages', slug: 'welcome' },
      { collection: 'practices', slug: 'harbour-table' },
    ]),
  );
  expect(graph.backlinks.get('facts/rent')).toEqual([
    { collection: 'guides', slug: 'register' },
    { collection: 'pages', slug: 'welcome' },
  ]);
});

test('an earlier address leads to its entry; one that is taken is told and leads where it led', () => {
  expect(graph.aliases.get('guides/sign-up')).toBe('register');
  const { graph: now, findings } = after({
    'guides/en/bicycle.mdx': (text) => text.replace('sample: true', 'sample: true\naliases: [register, sign-up]'),
  });
  expect(now!.aliases.get('guides/register')).toBeUndefined();
  expect(findings.map(({ found }) => found)).toEqual(expect.arrayContaining(['The earlier address "register" belongs to guides/nl/register.mdx.']));
  expect(findings.filter(({ check }) => check === 'addresses')).toHaveLength(2);
});

test.each([...source.texts.keys()].map((file) => [file]))('a change of %s parses that file alone', (file) => {
  const edited = after({ [file]: (text) => `${text}\n` }, city);
  expect(edited.parsedNow).toBe(1);
  expect(plain(edited.graph)).toBe(plain(contentOf(edited.source).graph));
});

test('nothing changed parses nothing, and unchanged entries stay the same objects', () => {
  const first = contentOf(source);
  const again = contentOf({ ...source }, first);
  expect(again.parsedNow).toBe(0);
  expect(again.graph!.groups.stories.get('k1d4')).toBe(first.graph!.groups.stories.get('k1d4'));
  const edited = after({ 'stories/nl/k1d4.mdx': (text) => text.replace('brief', 'kaart') }, again).graph!;
  expect(edited.groups.stories.get('k1d4')).not.toBe(first.graph!.groups.stories.get('k1d4'));
  expect(edited.groups.guides.get('register')).toBe(first.graph!.groups.guides.get('register'));
});

test('a translation that goes, comes back and goes leaves no trace', () => {
  const without = after({ 'stories/nl/k1d4.mdx': null }, city);
  expect(statesOf(without.graph!, 'stories', 'k1d4')).toMatchObject({ nl: 'missing' });
  const back = contentOf(source, without);
  expect(back.parsedNow).toBe(1);
  expect(statesOf(back.graph!, 'stories', 'k1d4')).toMatchObject({ nl: 'current' });
});

test('a story whose consent ended yesterday is not shown, and neither is one that is not published yet; the rest is', () => {
  const on = (day: string) => siteOn(graph, day).entries.stories.map(({ slug }) => slug);
  expect(on(fixtureDay)).toEqual(['r5h8', 'k1d4']);
  expect(on('2026-11-21')).toEqual(['r5h8', 'k1d4', 'w3e1']);
  expect(on('2026-12-01')).toEqual(['f9u2', 'r5h8', 'k1d4']);
  expect(on('2028-01-02')).toEqual(['f9u2', 'k1d4']);
  expect(find(siteOn(graph, fixtureDay), 'stories', 'w3e1')).toBeUndefined();
});

test('an entry with a problem is left out and told, and the rest stays', () => {
  const edited = after({ 'guides/en/bicycle.mdx': (text) => text.replace('audiences: [student]', 'audience: [student]') });
  expect(problems(edited)).toContainEqual(expect.objectContaining({ file: 'guides/en/bicycle.mdx', line: 5, fix: 'Did you mean `audiences`?' }));
  expect(edited.graph!.groups.guides.has('bicycle')).toBe(false);
  expect(edited.graph!.groups.guides.has('register')).toBe(true);
});

test('two originals of one entry: both files are named, the first one counts', () => {
  const edited = after({ 'stories/nl/r5h8.mdx': source.texts.get('stories/nl/f9u2.mdx')! });
  expect(problems(edited)).toMatchObject([
    { check: 'addresses', file: 'stories/nl/r5h8.mdx', found: 'stories/ar/r5h8.mdx and stories/nl/r5h8.mdx are both originals of "r5h8".' },
  ]);
  expect(group(edited.graph!, 'stories', 'r5h8').original.lang).toBe('ar');
});

test('settings that cannot be read, or words of a language that cannot, leave no graph', () => {
  expect(after({ 'settings/site.yml': (text) => text.replace('name:', 'nam:') }).graph).toBeNull();
  expect(after({ 'strings/nl.yml': (text) => `${text}\n: [` }).graph).toBeNull();
  expect(contentOf({ texts: new Map(), media: new Map() }).graph).toBeNull();
});

test('a default language that is not a language of the site is told, and the first one stands in', () => {
  const edited = after({ 'settings/site.yml': (text) => text.replace('defaultLanguage: en', 'defaultLanguage: de') });
  expect(edited.graph!.settings.site.defaultLanguage).toBe('en');
  expect(problems(edited)).toMatchObject([
    { file: 'settings/site.yml', field: 'defaultLanguage', found: 'The default language "de" is not a language of this site.' },
  ]);
});

test('a language without words is not shown', () => {
  const edited = after({ 'strings/ar.yml': null });
  expect(edited.graph!.languages).toEqual(['en', 'nl']);
  expect(edited.findings).toContainEqual(expect.objectContaining({ file: 'strings/ar.yml', severity: 'error' }));
});
