import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { configsOf } from '../../config/configs-of.ts';
import { fixtureFolder, fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { root } from '../../../src/release/root.ts';
import { receivedText, servedText } from '../../server/checks/served-text.ts';
import { documentName } from '../../server/document.ts';
import { createEntryFormat, type Format } from './entry-format.ts';
import { formTree, type FormTree } from './form-tree.ts';
import { createSettingsFormat, createStringsFormat } from './settings-format.ts';

type Data = Record<string, unknown>;
const revision = 'a'.repeat(40);
let tree: FormTree;
let entry: Format;
let formats: { settings: Format; strings: Format };

beforeAll(async () => {
  const config = configsOf(await fixtureSource());
  tree = formTree([...config('administrator', 'en').collections]);
  entry = createEntryFormat(() => tree);
  formats = { settings: createSettingsFormat(() => tree), strings: createStringsFormat(() => new Map()) };
});

const served = (fields: string, body = '\nWords.\n') => `---\n_revision: '${revision}'\n${fields}---\n${body}`;
/** What a save sends after somebody changed something in the form. */
function changed(text: string, change: (data: Data) => Data | void, format = entry): string {
  const data = format.fromFile(text);
  return format.toFile(change(data) ?? data);
}
/** The lines that are no longer there, and those that are new. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

describe('what nobody changed', () => {
  test.each([join(root, 'content'), fixtureFolder])('every file of %s is written as it was, byte for byte', async (folder) => {
    const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:mdx|yml)$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const name = documentName(file)!;
      const text = await readFile(join(folder, file), 'utf8');
      const format = name.collection === 'settings' ? formats.settings : name.collection === 'strings' ? formats.strings : entry;
      const written = format.toFile(structuredClone(format.fromFile(servedText({ name, text, revision }))));
      expect(receivedText({ name, text: written }), file).toMatchObject({ text, revision });
    }
  });
  test('comments, quotes, empty lists and an own order stay', () => {
    const text = served(`summary: "Quoted" # why\n# about the title\ntitle: 'It''s'\naudiences: []\n`);
    expect(entry.toFile(entry.fromFile(text))).toBe(text);
  });
  test('what stands in no form stays', () => {
    const text = served(`translates: en\ntitle: Titel\nrevision:\n  title: 'f17fe3d25805'\n  'body#hal': '012345678901'\n`);
    expect(
      difference(
        text,
        changed(text, (data) => ({ ...data, title: 'Kop' })),
      ),
    ).toEqual(['- title: Titel', '+ title: Kop']);
  });
});

describe('what somebody changed', () => {
  const story = served(`title: A
voice: resident
topics: [work, housing]
person:
  name: Marek
  work: mechanic # for now
line:
  - { place: Łódź, when: '1971' }
  - { place: Bungalow, when: '2006-05', waiting: true }
published: 2026-10-26
`);
  test('only the line of a changed word is written anew', () => {
    const after = changed(story, (data) => ({ ...data, person: { name: 'Marek', work: 'owner' } }));
    expect(difference(story, after)).toEqual(['-   work: mechanic # for now', '+   work: owner # for now']);
  });
  test('an item keeps its place and form where another one goes', () => {
    const after = changed(story, (data) => ({ ...data, line: [(data['line'] as unknown[])[1], { place: 'Here', when: '2009', waiting: true }] }));
    expect(after).toContain(`line:\n  - { place: Bungalow, when: '2006-05', waiting: true }\n  - { place: Here, when: '2009', waiting: true }\n`);
  });
  test('a new field stands where the model has it', () => {
    const after = changed(story, (data) => ({ ...data, aliases: ['old-address'], summary: 'B' }));
    expect(after).toContain('title: A\nsummary: B\nvoice: resident\n');
    expect(after).toContain('published: 2026-10-26\naliases: [old-address]\n---');
  });
  test('a field that was emptied goes, and so does a group without anything in it', () => {
    const after = changed(story, (data) => ({ ...data, voice: '', topics: [], person: { name: '', work: null } }));
    expect(difference(story, after).filter((line) => line.startsWith('+'))).toEqual([]);
    expect(entry.fromFile(after)).not.toHaveProperty('person');
  });
  test('a changed body leaves the fields alone', () => {
    const after = changed(story, (data) => ({ ...data, body: 'New words.\n\n- one\n' }));
    expect(after).toBe(story.replace('Words.', 'New words.\n\n- one'));
  });
  test('a text with several lines is written below its name', () => {
    const after = changed(served('title: A\n'), (data) => ({ ...data, summary: 'One.\nTwo: three.' }));
    expect(after).toContain('summary: |-\n  One.\n  Two: three.\n');
    expect(entry.fromFile(after)).toMatchObject({ summary: 'One.\nTwo: three.' });
  });
  test.each([
    '2026-10-31',
    '2020',
    '1e5',
    'yes',
    'null',
    '- x',
    '# no',
    'a: b',
    '"',
    "'",
    '[x]',
    '@here',
    '%',
    '  spaces  ',
    '🚪',
    'a\u00a0b',
    '*x',
    '&y',
    '!z',
    '|',
    '{ }',
  ])('the text %j is the same text afterwards', (text) => {
    const after = changed(served('title: A\n'), (data) => ({
      ...data,
      summary: text,
      person: { name: text },
      line: [{ place: text }],
      aliases: [text],
    }));
    expect(entry.fromFile(after)).toMatchObject({ summary: text, person: { name: text }, line: [{ place: text }], aliases: [text] });
  });
  test('the description of a picture that adds nothing is kept, though it is empty', () => {
    const after = changed(served('title: A\n'), (data) => ({ ...data, picture: { credit: 'Ike', alt: '', file: 'a.jpg', focal: [0.25, 1] } }));
    expect(after).toContain("picture:\n  file: a.jpg\n  alt: ''\n  credit: Ike\n  focal: [0.25, 1]\n");
  });
  test('in a translation what is empty holds the place of what it stands beside', () => {
    const text = served(`translates: en\ntitle: T\nhard:\n  - { text: Een }\n  - { text: Twee }\n  - { text: Drie }\n`);
    const after = changed(text, (data) => ({ ...data, hard: [{ text: '' }, { text: 'Twee' }, {}] }));
    expect(entry.fromFile(after)['hard']).toEqual([{}, { text: 'Twee' }]);
    expect(entry.fromFile(changed(served('title: T\n'), (data) => ({ ...data, hard: [{}, { text: 'Two' }] })))['hard']).toEqual([{ text: 'Two' }]);
  });
});

describe('what is only told to the server', () => {
  test('the revisions and the ticks go with it, nothing else of the editor’s own', () => {
    const after = changed(served(`_original: '${revision}'\n_state: pending_review\n_due: true\ntranslates: en\ntitle: A\n`), (data) => ({
      ...data,
      _slug: 'a',
      _stillRight: true,
      _translationsStillRight: false,
    }));
    expect(after).toBe(`---\n_revision: '${revision}'\n_original: '${revision}'\n_stillRight: true\ntranslates: en\ntitle: A\n---\n\nWords.\n`);
  });
  test('a new entry is written in the order of the model', () => {
    expect(entry.toFile({ body: 'Words.', topics: ['work'], title: 'A', summary: '', sample: true })).toBe(
      '---\ntitle: A\ntopics: [work]\nsample: true\n---\n\nWords.\n',
    );
  });
  test('nothing at all is an entry without fields', () => {
    expect(entry.fromFile(null)).toEqual({});
    expect(entry.toFile({})).toBe('---\n---\n');
  });
});

describe('settings and interface texts', () => {
  test('of a list one item is written anew', () => {
    const text = `_revision: '${revision}'\nitems:\n- { id: a, label: { en: A, nl: AA } }\n- { id: b, label: { en: B } }\n`;
    const after = changed(
      text,
      (data) => ({
        ...data,
        items: [
          { id: 'a', label: { en: 'A', nl: 'Aa' } },
          { id: 'b', label: { en: 'B' } },
        ],
      }),
      formats.settings,
    );
    const name = documentName('settings/stages.yml')!;
    expect(receivedText({ name, text: after }).text).toBe('- { id: a, label: { en: A, nl: Aa } }\n- { id: b, label: { en: B } }\n');
  });
  test('of the texts of the interface one line is written anew, plural forms too', () => {
    const text = `_revision: '${revision}'\na.b: "One"\nc.d: { one: "{count} day", other: "{count} days" }\n`;
    const after = changed(
      text,
      ({ _revision, texts }) => ({ _revision, texts: { ...(texts as Data), 'c.d': { one: 'a day', other: '{count} days' } } }),
      formats.strings,
    );
    expect(difference(text, after)).toEqual([
      '- c.d: { one: "{count} day", other: "{count} days" }',
      '+ c.d: { one: "a day", other: "{count} days" }',
    ]);
  });
});

describe('how long it takes', () => {
  test('a long list is read in a moment', async () => {
    const text = await readFile(join(fixtureFolder, 'stories/en/k1d4.mdx'), 'utf8');
    const began = performance.now();
    for (let at = 0; at < 100; at++) entry.fromFile(text);
    expect((performance.now() - began) / 100).toBeLessThan(20);
  });
});
