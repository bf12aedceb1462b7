import { beforeAll, expect, test } from 'vitest';
import { fixtureSource } from '../../src/fixture-city/fixture-city.ts';
import { configsOf } from '../config/configs-of.ts';
import type { FolderCollection } from '../config/decap-config.ts';
import { createEntryFormat, type Format } from './format/entry-format.ts';
import { formTree } from './format/form-tree.ts';
import { marked } from './list-marks.ts';

const revision = 'a'.repeat(40);
const text = `---\n_revision: '${revision}'\ntitle: Register\n---\n\nWords.\n`;
const path = 'content/guides/nl/register.mdx';
const words = (key: string) => `“${key.split('.').at(-1)}”: #1`;
let format: Format;
let collections: FolderCollection[];
beforeAll(async () => {
  const config = configsOf(await fixtureSource())('administrator', 'nl');
  collections = config.collections.filter((one) => 'folder' in one);
  format = createEntryFormat(() => formTree([...config.collections]));
});

/** The filters of a collection that a text is found by, as Decap asks them. */
function foundBy(collection: string, data: string | null): string[] {
  const fields = format.fromFile(data);
  const filters = collections.find(({ name }) => name === collection)!.view_filters ?? [];
  return filters
    .filter(({ field, pattern }) => fields[field] !== undefined && new RegExp(String(pattern)).test(String(fields[field])))
    .map(({ field }) => field);
}

test('each mark is found by its filter, and by no other', () => {
  const found = (collection: string, mark: object) =>
    foundBy(collection, marked([{ data: text, file: { path } }], { marks: [{ path, ...mark }], words })[0]!.data);
  expect(found('guides-nl', {})).toEqual([]);
  expect(found('guides-nl', { state: 'pending_review' })).toEqual(['_state']);
  expect(found('guides-nl', { state: 'pending_publish' })).toEqual([]);
  expect(found('guides-nl', { due: true })).toEqual(['_due']);
  expect(found('guides-nl-translations', { outdated: true, state: 'pending_review' })).toEqual(['_state', '_outdated']);
});

test('the summary of a list ends with the marks in words, whatever signs these hold', () => {
  const [one] = marked([{ data: text, file: { path } }], { marks: [{ path, state: 'pending_review', due: true }], words });
  expect(format.fromFile(one!.data)['_marks']).toBe(' · “review”: #1 · “due”: #1');
  for (const { summary } of collections) expect(summary).toMatch(/\{\{_marks\}\}$/);
});

test('a save of what a list marked sends none of it, and changes nothing', () => {
  const [one] = marked([{ data: text, file: { path } }], { marks: [{ path, state: 'draft', outdated: true, due: true }], words });
  expect(format.toFile(format.fromFile(one!.data))).toBe(text);
});

test('what the server says nothing about, and what is not there, stays as it is', () => {
  const list = [
    { data: text, file: { path: 'content/guides/nl/other.mdx' } },
    { data: null, file: { path } },
  ];
  expect(marked(list, { marks: [{ path, due: true }], words })).toEqual(list);
});

test('what somebody may not write in is not in their list', () => {
  const list = [{ data: text, file: { path } }];
  expect(marked(list, { marks: [{ path, others: true, due: true }], words })).toEqual([]);
});
