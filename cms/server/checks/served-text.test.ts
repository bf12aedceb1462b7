import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { readContent } from '../../../src/graph/read.ts';
import { documentName, type DocumentName } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { receivedText, servedText } from './served-text.ts';

const revision = '1234567890123456789012345678901234567890';
const guide: DocumentName = { collection: 'guides', lang: 'en', slug: 'register' };
const site: DocumentName = { collection: 'settings', lang: 'all', slug: 'site' };
const topics: DocumentName = { collection: 'settings', lang: 'all', slug: 'topics' };
const words: DocumentName = { collection: 'strings', lang: 'en', slug: 'interface' };

const served = (name: DocumentName, text: string) => servedText({ name, text, revision });
const received = (name: DocumentName, text: string) => receivedText({ name, text });
const refusal = (name: DocumentName, text: string): Refusal => {
  try {
    received(name, text);
  } catch (problem) {
    if (problem instanceof Refusal) return problem;
  }
  throw new Error('It is not refused.');
};

test('every text of the sample city and of the fixture city comes back byte for byte, with its revision', async () => {
  const sample = await readContent(fileURLToPath(new URL('../../../content', import.meta.url)));
  const files = [...sample.texts, ...(await fixtureSource()).texts];
  expect(files.length).toBeGreaterThan(150);
  for (const [file, text] of files) {
    const name = documentName(file);
    expect(name, file).toBeDefined();
    expect(received(name!, served(name!, text)), file).toEqual({ text, revision });
  }
});

describe('the revision is a field that any reader of YAML finds as a text', () => {
  const fieldsOf = (text: string) => parse(/^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? text) as Record<string, unknown>;
  test.each<[string, DocumentName, string]>([
    ['of an entry', guide, '---\ntitle: a\n---\nText\n'],
    ['of an entry without fields', guide, '---\n---\nText\n'],
    ['of an entry whose fields stand in brackets', guide, '---\n{ title: a, topics: [b] }\n---\nText\n'],
    ['of an entry whose fields are missing', guide, 'Text\n'],
    ['of settings', site, 'name: a\n'],
    ['of settings that begin with a comment and a line of hyphens', site, '# ours\n---\nname: a\n'],
    ['of settings in brackets', site, '{ name: a }\n'],
    ['of interface texts', words, 'nav.home: Home\n'],
    ['of a list', topics, '- { id: a }\n- id: b\n'],
    ['of a list with a comment before it', topics, '# ours\n- id: a\n'],
    ['of an empty list', topics, '[]\n'],
    ['of a list in brackets', topics, '[{ id: a }]\n'],
    ['of a list in brackets over several lines', topics, '[\n  { id: a },\n]\n'],
    ['of an empty file', topics, ''],
  ])('%s', (_, name, text) => {
    const fields = fieldsOf(served(name, text));
    expect(Object.keys(fields)[0]).toBe('_revision');
    expect(fields['_revision']).toBe(revision);
    expect(received(name, served(name, text)).revision).toBe(revision);
  });

  test('a list is served as items', () => {
    const list = [{ id: 'a' }, { id: 'b' }];
    for (const text of ['- { id: a }\n- id: b\n', '[{ id: a }, { id: b }]\n', '[\n  { id: a },\n  { id: b },\n]\n', '---\n- id: a\n- id: b\n']) {
      expect(fieldsOf(served(topics, text))['items'], text).toEqual(list);
      expect(parse(received(topics, served(topics, text)).text), text).toEqual(list);
    }
  });

  test('an entry whose fields stand in brackets keeps what they say', () => {
    const { text } = received(guide, served(guide, '---\n{ title: a, topics: [b] }\n---\nText\n'));
    expect(fieldsOf(text)).toEqual({ title: 'a', topics: ['b'] });
    expect(text.endsWith('---\nText\n')).toBe(true);
  });
});

describe('what a translation is served with, and what is said with a save', () => {
  const original = '12e4567890123456789012345678901234567890';
  const text = '---\ntranslates: en\ntitle: a\n---\nText\n';

  test('the revision of the original is the second field, and comes back', () => {
    const raw = servedText({ name: guide, text, revision, original });
    expect(parse(/^---\n([\s\S]*?)^---$/m.exec(raw)![1]!)).toEqual({ _revision: revision, _original: original, translates: 'en', title: 'a' });
    expect(received(guide, raw)).toEqual({ text, revision, original });
  });

  test.each([
    ['_stillRight: true', { stillRight: true }],
    ['_stillRight: false', { stillRight: false }],
    ['_translationsStillRight: true', { translationsStillRight: true }],
    ['"_stillRight":', {}],
    ["_original: ''", {}],
  ])('%s is told and not stored, wherever it stands', (line, said) => {
    for (const fields of [`${line}\ntranslates: en\ntitle: a\n`, `translates: en\n${line}\ntitle: a\n`, `translates: en\ntitle: a\n${line}\n`])
      expect(received(guide, `---\n${fields}---\nText\n`)).toEqual({ text, revision: undefined, ...said });
  });

  test('each is refused at its own line, whatever stands before it', () => {
    const raw = `---\n_revision: '${revision}'\n_original: '${original}'\ntitle: a\n_stillRight: perhaps\n---\n`;
    expect(refusal(guide, raw).findings).toMatchObject([{ line: 5, field: '_stillRight', found: 'Neither yes (true) nor no (false)' }]);
    expect(refusal(guide, raw.replace('perhaps', 'true\n_original: a')).findings).toMatchObject([{ line: 6, field: '_original' }]);
  });

  test('settings have none of it: the checks refuse such a field', () => {
    expect(received(site, '_stillRight: true\nname: a\n').text).toBe('_stillRight: true\nname: a\n');
  });
});

describe('what editors send', () => {
  test.each([
    ['without quotes', `title: a\n_revision: ${'ab'.repeat(20)}\n`],
    ['in double quotes, as the last field', `title: a\n_revision: "${'ab'.repeat(20)}"\n`],
    ['with its name in quotes', `"_revision": '${'ab'.repeat(20)}'\ntitle: a\n`],
  ])('a revision %s is found', (_, fields) => {
    expect(received(guide, `---\n${fields}---\nText\n`)).toEqual({ text: '---\ntitle: a\n---\nText\n', revision: 'ab'.repeat(20) });
  });

  test.each(['title: a\n', "title: a\n_revision: ''\n", 'title: a\n_revision:\n', 'title: a\n_revision: null\n'])(
    'something new has none: %j',
    (fields) => {
      expect(received(guide, `---\n${fields}---\nText\n`)).toEqual({ text: '---\ntitle: a\n---\nText\n', revision: undefined });
    },
  );

  test('ends of lines become those of git', () => {
    expect(received(guide, served(guide, '---\ntitle: a\n---\n\nText\n').replaceAll('\n', '\r\n'))).toEqual({
      text: '---\ntitle: a\n---\n\nText\n',
      revision,
    });
    expect(received(site, 'name: a\r\n').text).toBe('name: a\n');
  });

  test('a text of which only the body speaks of revisions is left as it is', () => {
    const text = `---\ntitle: a\n---\n_revision: ${revision}\n`;
    expect(received(guide, text)).toEqual({ text, revision: undefined });
  });

  test('a field of a group that is called so is left where it is, for the checks to refuse', () => {
    const text = `---\nglance:\n  _revision: ${revision}\n---\n`;
    expect(received(guide, text)).toEqual({ text, revision: undefined });
  });

  test('a list that was written anew is stored as one writes it by hand', () => {
    const text = `_revision: ${revision}\nitems:\n  - id: a\n    label:\n      en: A\n\n  - id: b\n`;
    expect(received(topics, text)).toEqual({ text: '- id: a\n  label:\n    en: A\n\n- id: b\n', revision });
    expect(received(topics, 'items: []\n').text).toBe('[]\n');
    expect(received(topics, '- id: a\n').text).toBe('- id: a\n');
  });

  test('a second revision is refused, at its line', () => {
    const { status, findings } = refusal(guide, `---\ntitle: a\n_revision: '${revision}'\n_revision: '${revision}'\n---\n`);
    expect(status).toBe(422);
    expect(findings).toMatchObject([{ file: 'guides/en/register.mdx', line: 4, found: 'The name “_revision” a second time' }]);
    expect(refusal(site, `_revision: ''\nname: a\n"_revision": ''\n`).findings).toMatchObject([{ line: 3 }]);
  });

  test.each(['HEAD', '-1', '12345', '[]', '|', `>-\n  ${revision}`, '&a x', '../x'])('what is no revision is refused: %j', (value) => {
    expect(refusal(guide, `---\n_revision: ${value}\ntitle: a\n---\n`).findings).toMatchObject([{ line: 2, found: 'A revision that is none' }]);
  });

  test('a megabyte of spaces, hashes or brackets is read in no time', () => {
    for (const part of [' ', '#\n', '[', '- ', '\n', '_revision', '---\n'])
      for (const name of [guide, site, topics]) {
        const text = part.repeat(1_000_000 / part.length);
        const started = performance.now();
        received(name, text);
        received(name, `---\n${text}`);
        expect(performance.now() - started, JSON.stringify(part)).toBeLessThan(200);
      }
  });
});
