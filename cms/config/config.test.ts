import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { collections } from '../../src/content-model/collections.ts';
import { fixtureSource } from '../../src/fixture-city/fixture-city.ts';
import { root } from '../../src/release/root.ts';
import { roles, type Role } from '../server/roles.ts';
import { makeConfig, type ConfigInput } from './config.ts';
import type { DecapConfig, DecapField } from './decap-config.ts';
import { decapSchemaCode, type DecapSchema } from './decap-schema.ts';
import { configsOf } from './configs-of.ts';

let config: (role: Role, lang: string, desks?: readonly string[]) => DecapConfig;
beforeAll(async () => {
  config = configsOf(await fixtureSource());
});

const plainInput: ConfigInput = {
  role: 'administrator',
  desks: [],
  lang: 'en',
  languages: [{ id: 'en', name: 'English' }],
  settings: { origin: 'https://city.example' },
  say: (key) => key,
  labelOf: (english) => english,
};
const names = (role: Role, lang = 'nl') => config(role, lang).collections.map(({ name }) => name);

function formsOf(of: DecapConfig): { collection: string; fields: readonly DecapField[] }[] {
  return of.collections.flatMap((collection) =>
    'files' in collection
      ? collection.files.map(({ name, fields }) => ({ collection: `${collection.name}/${name}`, fields }))
      : [{ collection: collection.name, fields: collection.fields }],
  );
}
function everyField(fields: readonly DecapField[]): DecapField[] {
  return fields.flatMap((field) => [
    field,
    ...everyField(field.fields ?? []),
    ...everyField(field.types ?? []),
    ...(field.field ? everyField([field.field]) : []),
  ]);
}
const formOf = (of: DecapConfig, collection: string): readonly DecapField[] => formsOf(of).find((form) => form.collection === collection)!.fields;
const fieldAt = (fields: readonly DecapField[], path: string): DecapField => {
  const [first, ...rest] = path.split('.');
  const field = fields.find(({ name }) => name === first)!;
  return rest.length === 0 ? field : fieldAt(field.fields ?? field.types ?? [], rest.join('.'));
};

describe('who sees what', () => {
  test('an administrator has originals and translations of everything, settings and texts', () => {
    const expected = collections.flatMap((collection) => [`${collection}-nl`, `${collection}-nl-translations`]);
    expect(names('administrator')).toEqual([...expected, 'settings', 'strings']);
  });
  test('an editor has no settings', () => {
    expect(names('editor')).toContain('strings');
    expect(names('editor')).not.toContain('settings');
  });
  test('a translator has translations and nothing else', () => {
    expect(names('translator')).toEqual(collections.map((collection) => `${collection}-nl-translations`));
  });
  test('a contributor has stories and nothing else', () => {
    expect(names('contributor')).toEqual(['stories-nl']);
  });
  test('only originals can be begun from nothing', () => {
    const created = config('administrator', 'nl').collections.filter(({ create }) => create);
    expect(created.map(({ name }) => name)).toEqual(collections.map((collection) => `${collection}-nl`));
  });
  test('who may not publish sees no button for it', () => {
    expect(config('contributor', 'nl').collections.map(({ publish }) => publish)).toEqual([false]);
    expect(config('student-editor', 'nl').collections.every(({ publish }) => publish)).toBe(true);
  });
  test('a student editor writes for their desk, facts too', () => {
    const of = config('student-editor', 'nl', ['harbour']);
    for (const collection of collections) {
      expect(fieldAt(formOf(of, `${collection}-nl`), 'desk')).toMatchObject({ widget: 'doorstep-reference', default: 'harbour', only: ['harbour'] });
    }
    expect(fieldAt(formOf(config('editor', 'nl'), 'facts-nl'), 'desk').only).toBeUndefined();
  });
});

describe('the forms', () => {
  test('Decap has nothing against the configuration of any role', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const folder = await mkdtemp(join(tmpdir(), 'doorstep-decap-'));
    const file = join(folder, 'schema.mjs');
    await writeFile(file, await decapSchemaCode(root));
    const { validateConfig } = (await import(pathToFileURL(file).href)) as DecapSchema;
    await rm(folder, { recursive: true });
    for (const role of roles) expect(() => validateConfig(config(role, 'nl', ['harbour']))).not.toThrow();
    expect(() => validateConfig({ ...config('editor', 'en'), collections: [{ name: 'x', label: 3, folder: 'x', fields: [] }] })).toThrow(/label/);
    vi.restoreAllMocks();
  });
  test('what the editor keeps by itself stands in no form', () => {
    for (const { fields } of formsOf(config('administrator', 'nl'))) {
      expect(everyField(fields).filter(({ name, widget }) => (name === 'equivalent' || name === 'revision') && widget !== 'hidden')).toEqual([]);
    }
  });
  test('every choice is named in words', () => {
    const named = makeConfig({ ...plainInput, say: (key) => `«${key}»` });
    const choices = formsOf(named).flatMap(({ fields }) => everyField(fields).flatMap(({ options = [] }) => options));
    expect(choices.length).toBeGreaterThan(100);
    expect(choices.filter(({ label }) => !label.startsWith('«'))).toEqual([]);
  });
  test('every label and hint comes from the model, in the words of the working language', () => {
    const named = makeConfig({ ...plainInput, say: (key) => `«${key}»`, labelOf: (english) => `«${english}»` });
    const fields = formsOf(named).flatMap((form) => everyField(form.fields));
    expect(fields.filter(({ label, hint = '«' }) => !label.startsWith('«') || !hint.startsWith('«')).map(({ name }) => name)).toEqual([]);
  });
  test('fields that need more have inputs of their own', () => {
    const of = config('administrator', 'en');
    const widget = (collection: string, path: string) => fieldAt(formOf(of, collection), path).widget;
    expect(widget('stories-en', 'person.country')).toBe('doorstep-country');
    expect(widget('stories-en', 'person.languages')).toBe('doorstep-spoken');
    expect(widget('stories-en', 'person.since')).toBe('doorstep-when');
    expect(widget('stories-en', 'line')).toBe('doorstep-line');
    expect(widget('stories-en', 'circle')).toBe('doorstep-circle');
    expect(widget('stories-en', 'portrait')).toBe('doorstep-picture');
    expect(widget('stories-en', 'consent.until')).toBe('doorstep-day');
    expect(widget('guides-en', 'topics')).toBe('doorstep-reference');
    expect(widget('guides-en', 'glance.languages')).toBe('doorstep-language');
    expect(widget('facts-en', 'value')).toBe('doorstep-value');
    expect(widget('pages-en', 'blocks.text.text')).toBe('doorstep-text');
    expect(widget('settings/site', 'city')).toBe('doorstep-localised');
    expect(widget('settings/site', 'sign')).toBe('doorstep-colour');
    expect(widget('strings/en', 'texts')).toBe('doorstep-strings');
  });
  test('the form of a translation holds what is translated, with the labels of the original', () => {
    const fields = formOf(config('translator', 'nl'), 'stories-nl-translations');
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['translates', 'state', 'translator', 'title', 'summary', 'person', 'quote', 'line', 'hard', 'body', '_stillRight']),
    );
    expect(fields.map(({ name }) => name)).not.toContain('topics');
    expect(fieldAt(fields, 'translates').widget).toBe('hidden');
    expect(fieldAt(fields, 'person.name').label).toBe('Name');
    expect(fieldAt(fields, 'line')).toMatchObject({ widget: 'list', allow_reorder: false });
    expect(fieldAt(fields, 'line').fields!.map(({ name }) => name)).toEqual(['place', 'note']);
    expect(fieldAt(formOf(config('translator', 'nl'), 'pages-nl-translations'), 'blocks.text').widget).toBe('doorstep-text');
  });
  test('a text that is too long is told of before it is sent', () => {
    const [pattern, sentence] = fieldAt(formOf(config('editor', 'en'), 'guides-en'), 'title').pattern!;
    expect(new RegExp(pattern).test('x'.repeat(160))).toBe(true);
    expect(new RegExp(pattern).test('x'.repeat(161))).toBe(false);
    expect(new RegExp(pattern).test('two\nlines')).toBe(false);
    expect(sentence).toBe('one line of at most 160 characters');
  });
  test.each([
    ['https://city.example/x?y=1', true],
    ['https://bücher.example', true],
    ['http://city.example:8080/', true],
    ['city.example', false],
    ['https://city', false],
    ['https://city.example/with space', false],
    ['ftp://city.example', false],
  ])('%s as a link: %s', (address, isRight) => {
    const [pattern] = fieldAt(formOf(config('editor', 'en'), 'facts-en'), 'source.url').pattern!;
    expect(new RegExp(pattern).test(address)).toBe(isRight);
  });
});

describe('its size', () => {
  test('it goes in few kilobytes, and is made in a moment', () => {
    const began = performance.now();
    const of = config('administrator', 'nl');
    expect(performance.now() - began).toBeLessThan(200);
    expect(gzipSync(JSON.stringify(of)).length).toBeLessThan(48 * 1024);
  });
  test('it is plain JSON, and the same for the same input', () => {
    expect(JSON.parse(JSON.stringify(config('administrator', 'nl')))).toEqual(config('administrator', 'nl'));
  });
});
