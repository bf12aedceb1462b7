import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import type { Person } from '../person.ts';
import { createApiCity, type ApiCity } from '../protocol/api-city.ts';
import { rememberOwner } from '../protocol/owned-documents.ts';
import type { Marked } from './list-marks.ts';

let city: ApiCity;
let editor: Person;
let contributor: Person;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-marks-')), { files: await fixtureFiles(), day: fixtureDay });
  editor = city.person('editor');
  contributor = city.person('contributor');
}, 60_000);
afterAll(() => city.close());

const marks = async (by: Person, folder: string) => (await city.api(by, 'listMarks', { folder })).body as Marked[];
const of = async (by: Person, path: string) => (await marks(by, path.slice(0, path.lastIndexOf('/')))).find((one) => one.path === path);

test('a guide whose review is due says so, and one whose review is not has no mark', async () => {
  expect(await marks(editor, 'content/guides/nl')).toEqual([{ path: 'content/guides/nl/register.mdx', due: true }]);
});

test('a fact that has expired must be checked again', async () => {
  expect(await of(editor, 'content/facts/nl/rent.mdx')).toEqual({ path: 'content/facts/nl/rent.mdx', due: true });
});

test('a translation whose original has changed is outdated, under the path that its list has', async () => {
  const path = 'content/guides/en-translations/register.mdx';
  expect(await marks(editor, 'content/guides/en-translations')).toEqual([{ path, outdated: true }]);
  expect(await marks(editor, 'content/guides/en')).toEqual([]);
  const listed = await city.api(editor, 'entriesByFolder', { folder: 'content/guides/en-translations', extension: 'mdx' });
  expect(listed.body.map(({ file }: { file: { path: string } }) => file.path)).toContain(path);
});

test('a draft’s state is told to whoever may read it, and to nobody else', async () => {
  const path = 'content/stories/en/k1d4.mdx';
  expect(await of(editor, path)).toBeUndefined();
  const { data } = (await city.api(editor, 'getEntry', { path })).body as { data: string };
  await city.api(editor, 'persistEntry', { dataFiles: [{ path, raw: data.replace(/^title: .*$/m, 'title: Another title') }] });
  await city.api(editor, 'updateUnpublishedEntryStatus', { id: 'stories/en/k1d4', newStatus: 'pending_review' });
  expect(await of(editor, path)).toEqual({ path, state: 'pending_review' });
  expect(await of(contributor, path)).toEqual({ path, others: true });
});

test('what somebody may not write in is told as such, by the table of roles: stories of others to a contributor, entries of other desks to a student editor', async () => {
  const notTheirs = async (by: Person, folder: string) => (await marks(by, folder)).filter(({ others }) => others).map(({ path }) => path);
  expect(await notTheirs(contributor, 'content/stories/ar')).toContain('content/stories/ar/r5h8.mdx');
  rememberOwner(city.database, { collection: 'stories', slug: 'r5h8' }, contributor.id);
  expect(await notTheirs(contributor, 'content/stories/ar')).not.toContain('content/stories/ar/r5h8.mdx');
  expect(await notTheirs(city.person('student-editor', { desks: ['nowhere'] }), 'content/guides/nl')).toContain('content/guides/nl/register.mdx');
  for (const role of ['editor', 'administrator'] as const) expect(await notTheirs(city.person(role), 'content/guides/nl')).toEqual([]);
  expect(await notTheirs(city.person('translator'), 'content/guides/en-translations')).toEqual([]);
});

test('settings and interface texts have no marks', async () => {
  expect(await marks(editor, 'content/settings')).toEqual([]);
});
