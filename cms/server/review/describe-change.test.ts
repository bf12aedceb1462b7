import { expect, test } from 'vitest';
import type { DocumentName } from '../document.ts';
import type { Piece } from '../translating/word-difference.ts';
import type { ChangeWords } from './change-words.ts';
import { describeChange, isChange } from './describe-change.ts';

const name: DocumentName = { collection: 'guides', lang: 'en', slug: 'register' };
const titles = new Map([
  ['guides/rent', 'Renting a room'],
  ['topics/papers', 'Papers'],
  ['facts/rent', 'Rent of a room'],
]);
const words: ChangeWords = {
  label: (english) => english,
  title: (refersTo, id) => titles.get(`${refersTo}/${id}`),
  leadsTo: (target) => `(leads to ${target})`,
  choice: (_values, value) => String(value),
  language: (tag) => ({ en: 'English', nl: 'Dutch' })[tag] ?? tag,
  country: (code) => ({ UA: 'Ukraine' })[code] ?? code,
  day: (value) => (value === '2026-11-22' ? '22 November 2026' : value),
  yes: 'yes',
  no: 'no',
};

const fields = {
  title: 'Register at the town hall',
  topics: '[papers]',
  glance: '{ who: Everybody, cost: Nothing, time: An hour, bring: Passport }',
  picture: '{ file: places/hall.jpg, alt: The hall, credit: Ann, licence: CC0 }',
  sources: '[{ title: The law, url: https://law.example/1 }]',
};
const body = `Come on a Tuesday.

Bring your passport.

## At the counter

<Callout kind="stop" title="Stop if">

They ask for money.

</Callout>

It costs <Fact id="rent" /> a month.`;
const text = (change: Partial<typeof fields> & { body?: string } = {}): string => {
  const { body: changed = body, ...more } = change;
  const lines = Object.entries({ ...fields, ...more }).map(([field, value]) => `${field}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${changed}\n`;
};
const between = (after: string, before: string | null = text()) => describeChange({ name, before, after, words });
/** Pieces with what is gone in [-…-] and what is new in {+…+}. */
const told = (pieces: readonly Piece[]) =>
  pieces.map(({ kind, text: piece }) => (kind === 'gone' ? `[-${piece}-]` : kind === 'new' ? `{+${piece}+}` : piece)).join('');
const fieldsOf = (after: string) => between(after).fields.map(({ labels, kind, pieces }) => [labels.join(' › '), kind, told(pieces)]);
const bodyOf = (after: string) =>
  between(text({ body: after })).body.flatMap(({ kind, block, pieces }) => (kind === 'same' ? [] : [[kind, block.within.join(' › '), told(pieces)]]));

test('the same text is no change, whatever white space and line ends it has', () => {
  expect(isChange(between(text()))).toBe(false);
  expect(isChange(between(`${text().replaceAll('\n', '\r\n')}\n\n`))).toBe(false);
});

test('a changed title is told word by word, by the name of its field', () => {
  expect(fieldsOf(text({ title: 'Register at the city hall' }))).toEqual([['Title', 'changed', 'Register at the [-town-]{+city+} hall']]);
});

test('a field in a group is told with the name of the group', () => {
  expect(fieldsOf(text({ glance: '{ who: Everybody, cost: Ten euros, time: An hour, bring: Passport }' }))).toEqual([
    ['At a glance › Cost', 'changed', '[-Nothing-]{+Ten euros+}'],
  ]);
});

test('what a list of references gains is told by its title, and by its id where nobody knows the title', () => {
  expect(fieldsOf(text({ topics: '[papers, housing]' }))).toEqual([['Topics', 'changed', 'Papers, {+housing+}']]);
  expect(fieldsOf(text({ topics: '[housing]' }))).toEqual([['Topics', 'changed', '[-Papers-], {+housing+}']]);
});

test('an item that a list of groups gains is told as one thing; a changed one by its fields', () => {
  const added = '[{ title: The law, url: https://law.example/1 }, { title: A leaflet, by: The city }]';
  expect(fieldsOf(text({ sources: added }))).toEqual([['Sources 2', 'new', 'Title: A leaflet · By: The city']]);
  expect(fieldsOf(text({ sources: '[{ title: The new law, url: https://law.example/1 }]' }))).toEqual([
    ['Sources 1 › Title', 'changed', 'The {+new +}law'],
  ]);
  expect(fieldsOf(text({ sources: '[]' }))).toEqual([['Sources 1', 'gone', 'Title: The law · Link: https://law.example/1']]);
});

test('another picture, and its other description, are told field by field', () => {
  const picture = '{ file: places/door.jpg, alt: The door, credit: Ann, licence: CC0 }';
  expect(fieldsOf(text({ picture }))).toEqual([
    ['Picture › File', 'changed', 'places/[-hall.jpg-]{+door.jpg+}'],
    ['Picture › What it shows', 'changed', 'The [-hall-]{+door+}'],
  ]);
});

test('languages, countries, days and choices are told in words', () => {
  const story: DocumentName = { collection: 'stories', lang: 'en', slug: 'k3x7m9' };
  const said = (person: string) => describeChange({ name: story, before: '---\ntitle: A\n---\n', after: `---\ntitle: A\n${person}---\n`, words });
  const values = (person: string) => said(person).fields.map(({ labels, pieces }) => [labels.join(' › '), told(pieces)]);
  expect(values('published: 2026-11-22\nsample: true\n')).toEqual([
    ['First published', '22 November 2026'],
    ['Sample', 'yes'],
  ]);
  expect(values('person: { name: O, country: UA, languages: [{ language: nl, level: b1 }] }\n')).toEqual([
    ['Person', 'Name: O · Country: Ukraine · Languages: Language: Dutch · Level: b1'],
  ]);
});

test('what the editor keeps by itself is not told', () => {
  expect(fieldsOf(text().replace('---\n', "---\nrevision: { title: 'b9863dce3f4f' }\nequivalent: {}\n"))).toEqual([]);
});

test('a changed sentence is told in its paragraph, the others stay', () => {
  const change = between(text({ body: body.replace('Tuesday', 'Friday') }));
  expect(change.body.map(({ kind }) => kind)).toEqual(['changed', 'same', 'same', 'same', 'same', 'same']);
  expect(told(change.body[0]!.pieces)).toBe('Come on a [-Tuesday-]{+Friday+}.');
});

test('a changed attribute is told by its name, within its component', () => {
  expect(bodyOf(body.replace('kind="stop"', 'kind="tip"'))).toEqual([['changed', 'Callout', 'Kind: [-stop-]{+tip+} · Title: Stop if']]);
});

test('what stands in a component is told within it', () => {
  expect(bodyOf(body.replace('for money', 'for cash'))).toEqual([['changed', 'Callout', 'They ask for [-money-]{+cash+}.']]);
});

test('a component in a sentence is named by what it shows', () => {
  expect(between(text()).body.at(-1)!.block.text).toBe('It costs [Fact: Rent of a room] a month.');
});

test('a new paragraph, one that is gone and one that moved are told apart', () => {
  expect(bodyOf(body.replace('Bring your passport.', 'Bring your passport.\n\nSay hello.'))).toEqual([['new', '', 'Say hello.']]);
  expect(bodyOf(body.replace('Bring your passport.\n\n', ''))).toEqual([['gone', '', 'Bring your passport.']]);
  const moved = body.replace('Bring your passport.\n\n', '').replace('## At the counter', '## At the counter\n\nBring your passport.');
  expect(bodyOf(moved)).toEqual([['moved', '', 'Bring your passport.']]);
});

test('words that are only written in another form are told as such', () => {
  expect(bodyOf(body.replace('your passport', '**your passport**'))).toEqual([['form', '', 'Bring your passport.']]);
});

test('a link is told with the title of where it leads', () => {
  expect(bodyOf(body.replace('your passport', '[your passport](/guides/rent/)'))).toEqual([
    ['changed', '', 'Bring your passport{+ (leads to Renting a room)+}.'],
  ]);
});

test('items of lists and rows of tables are told one by one', () => {
  const list = (items: readonly string[]) =>
    `${items.map((item) => `- ${item}`).join('\n')}\n\n| Day | Hour |\n| --- | --- |\n| Monday | ${items.length} |`;
  const change = describeChange({ name, before: text({ body: list(['one', 'two']) }), after: text({ body: list(['one', 'two', 'three']) }), words });
  expect(change.body.map(({ kind, block, pieces }) => [kind, block.kind, told(pieces)])).toEqual([
    ['same', 'item', 'one'],
    ['same', 'item', 'two'],
    ['new', 'item', 'three'],
    ['same', 'row', 'Day | Hour'],
    ['changed', 'row', 'Monday | [-2-]{+3+}'],
  ]);
});

test('characters of markup are told as the characters they are', () => {
  const change = between(text({ body: 'Ask: 3 \\< 4 & "why"?' }));
  expect(change.body[0]!.block.text).toBe('Ask: 3 < 4 & “why”?');
});

test('an entry that is new is new in every field and paragraph', () => {
  const change = between(text(), null);
  expect(new Set([...change.fields, ...change.body].map(({ kind }) => kind))).toEqual(new Set(['new']));
  expect(change.fields.map(({ labels }) => labels[0])).toContain('Title');
});

test('a draft whose fields do not fit the model, or whose text cannot be read, is told all the same', () => {
  const odd = '---\ntitle: [a, b]\nsomething: 4\n---\n\nText with <Nothing and {more\n\nSecond.\n';
  const change = describeChange({ name, before: text(), after: odd, words });
  expect(change.fields.find(({ labels }) => labels[0] === 'something')).toMatchObject({ kind: 'new', pieces: [{ text: '4' }] });
  expect(change.body.map(({ block }) => block.text)).toContain('Second.');
});

test('a long text in the place of another is told in little more time than one that stays', () => {
  const long = (word: string) => text({ body: Array.from({ length: 3000 }, (_, at) => `${word}${at} and${word} so${at}${word} on.`).join('\n\n') });
  const timeOf = (before: string, after: string) => {
    const began = performance.now();
    expect(between(after, before).body.length).toBeGreaterThan(2999);
    return performance.now() - began;
  };
  timeOf(long('a'), long('a'));
  const stays = Math.max(timeOf(long('a'), long('a')), 20);
  expect(timeOf(long('a'), long('b')) / stays).toBeLessThan(12);
});

test('settings and interface texts are told by the names of their fields', () => {
  const topics = (label: string) => `- id: papers\n  label: { en: ${label}, nl: Papieren }\n  icon: papers\n  colour: '#123456'\n`;
  const change = describeChange({
    name: { collection: 'settings', lang: 'all', slug: 'topics' },
    before: topics('Papers'),
    after: topics('Documents'),
    words,
  });
  expect(change.fields.map(({ labels, pieces }) => [labels, told(pieces)])).toEqual([[['1', 'Label', 'English'], '[-Papers-]{+Documents+}']]);
  const strings: DocumentName = { collection: 'strings', lang: 'en', slug: 'interface' };
  const said = describeChange({ name: strings, before: 'nav.home: Home\n', after: 'nav.home: Start\n', words });
  expect(said.fields.map(({ pieces }) => told(pieces))).toEqual(['[-Home-]{+Start+}']);
});
