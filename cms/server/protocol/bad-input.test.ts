import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import type { Person } from '../person.ts';
import { actions } from './actions.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText } from './example-texts.ts';

let city: ApiCity;
let administrator: Person;
let contributor: Person;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-bad-')), { files: await fixtureFiles(), day: fixtureDay });
  administrator = city.person('administrator');
  contributor = city.person('contributor');
  const name = { collection: 'stories', lang: 'en', slug: 'of-others' } as const;
  await city.store.save({ name, text: originalText('stories', 'of-others'), seen: null, by: 'u_somebody' });
}, 60_000);
afterAll(() => city.close());

/** Names that must never become a slug, a path or the name of a picture. */
const badNames: Record<string, string> = {
  'a step up': '../x',
  'a step up for Windows': '..\\x',
  'a step up, encoded': '%2e%2e',
  'a step up, twice encoded': '%252e%252e',
  NUL: 'a\0b',
  'a line of its own': 'a\nb',
  'the folder of git': '.git/config',
  'the folder of git, shouted': '.GIT',
  'a device': 'con',
  'a device, shouted': 'CON',
  'a device with an ending': 'nul.txt',
  '300 characters': 'a'.repeat(300),
  'decomposed Unicode': 'cafe\u0301',
  'a leading hyphen': '-x',
  'a ref of git': 'a@{1}',
  'a lock of git': 'a.lock',
  'two points': 'a..b',
  'a hidden file': '.x',
  'the whole disk': '/etc/passwd',
  'an empty part': 'a//b',
  nothing: '',
  'a trailing point': 'a.',
  'a word that turns the direction': 'a\u202eb',
};

const raw = originalText('guides', 'x');
const picture = { content: 'iVBORw0KGgo=', encoding: 'base64' };
const revision = '0'.repeat(40);
const entryPath = (bad: string) => `content/guides/en/${bad}.mdx`;
const mediaPath = (bad: string) => `content/media/${bad}.jpg`;

/** For each action that is told a path or slug: the parameters with it. */
const withBad: Record<string, (bad: string) => unknown> = {
  entriesByFolder: (bad) => ({ folder: `content/guides/${bad}${bad === '' ? '/' : ''}`, extension: 'mdx', depth: 1 }),
  listMarks: (bad) => ({ folder: `content/guides/${bad}${bad === '' ? '/' : ''}` }),
  entriesByFiles: (bad) => ({ files: [{ path: 'content/guides/en/register.mdx' }, { path: entryPath(bad) }] }),
  getEntry: (bad) => ({ path: entryPath(bad) }),
  unpublishedEntry: (bad) => ({ collection: 'guides-en', slug: bad }),
  unpublishedEntryDataFile: (bad) => ({ collection: 'guides-en', slug: 'x', path: entryPath(bad) }),
  unpublishedEntryMediaFile: (bad) => ({ collection: 'stories-en', slug: 'of-others', path: mediaPath(bad) }),
  persistEntry: (bad) => ({ dataFiles: [{ path: entryPath(bad), raw, slug: bad }], assets: [] }),
  updateUnpublishedEntryStatus: (bad) => ({ collection: 'guides-en', slug: bad, newStatus: 'pending_review' }),
  publishUnpublishedEntry: (bad) => ({ collection: 'guides-en', slug: bad }),
  deleteUnpublishedEntry: (bad) => ({ collection: 'guides-en', slug: bad }),
  getMedia: (bad) => ({ mediaFolder: `content/${bad}` }),
  getMediaFile: (bad) => ({ path: mediaPath(bad) }),
  persistMedia: (bad) => ({ asset: { path: mediaPath(bad), ...picture } }),
  deleteFile: (bad) => ({ path: entryPath(bad) }),
  deleteFiles: (bad) => ({ paths: [mediaPath(bad)] }),
  getDeployPreview: (bad) => ({ collection: 'guides-en', slug: bad }),
  getPRMetadata: (bad) => ({ collection: 'guides-en', slug: bad }),
  getNotes: (bad) => ({ collection: 'guides-en', slug: bad }),
  addNote: (bad) => ({ collection: 'guides-en', slug: bad, note: { content: 'x' } }),
  updateNote: (bad) => ({ collection: 'guides-en', slug: bad, noteId: 'x', updates: {} }),
  deleteNote: (bad) => ({ collection: 'guides-en', slug: bad, noteId: 'x' }),
  toggleNoteResolution: (bad) => ({ collection: 'guides-en', slug: bad, noteId: 'x' }),
  getHistory: (bad) => ({ path: entryPath(bad) }),
  getVersion: (bad) => ({ path: entryPath(bad), revision }),
  getDifference: (bad) => ({ path: entryPath(bad), from: null, to: revision }),
  restoreVersion: (bad) => ({ path: entryPath(bad), revision }),
  unpublish: (bad) => ({ path: entryPath(bad) }),
  beginTranslation: (bad) => ({ collection: 'guides', slug: bad, lang: 'nl' }),
  translationSource: (bad) => ({ path: entryPath(bad) }),
  stillRight: (bad) => ({ path: entryPath(bad) }),
  markTranslationsStillRight: (bad) => ({ path: entryPath(bad) }),
  preview: (bad) => ({ path: entryPath(bad), raw }),
  previewProblems: (bad) => ({ path: entryPath(bad), raw }),
  reviewEntry: (bad) => ({ collection: 'guides-en', slug: bad }),
  planUnpublish: (bad) => ({ collection: 'guides-en', slug: bad }),
  askForChanges: (bad) => ({ collection: 'guides-en', slug: bad, note: { content: 'x' } }),
};
const withoutPath = [
  ...['info', 'unpublishedEntries', 'state', 'listReleases', 'rollBack', 'translationTable'],
  ...['newSlug', 'listReferences', 'listDesk', 'listWritable', 'listPublished'],
];

test('every action that is told a path is tried with bad ones', () => {
  expect([...Object.keys(withBad), ...withoutPath].sort()).toEqual(Object.keys(actions).sort());
});

describe.each(Object.keys(withBad))('%s', (action) => {
  test('a path, slug or name that cannot be is 422, and nothing is written', async () => {
    const before = city.written();
    const answers = [];
    for (const [kind, bad] of Object.entries(badNames)) answers.push([kind, (await city.api(administrator, action, withBad[action]!(bad))).status]);
    expect(answers).toEqual(Object.keys(badNames).map((kind) => [kind, 422]));
    expect(city.written()).toBe(before);
  });
});

/** Before an ending these are names like others; they are only looked for in the text, and reach neither git nor the disk. */
const fine = ['a ref of git', 'a lock of git'];

test.each(Object.entries(badNames).filter(([kind]) => !fine.includes(kind)))('a picture beside a save is not called %s', async (_, bad) => {
  const before = city.written();
  const dataFiles = [{ path: 'content/guides/en/new.mdx', raw, slug: 'new' }];
  const { status } = await city.api(administrator, 'persistEntry', { dataFiles, assets: [{ path: mediaPath(bad), ...picture }] });
  expect([status, city.written() === before]).toEqual([422, true]);
});

test.each([
  'people/en/x.mdx',
  'guides/../settings/site.yml',
  'settings/secrets.yml',
  'strings/EN.yml',
  'guides/en/x.md',
  'guides/x.mdx',
  'draft.json',
  'media/x.html',
  'guides/en/a/x.mdx',
])('nothing is written to content/%s', async (path) => {
  const before = city.written();
  const { status } = await city.api(administrator, 'persistEntry', { dataFiles: [{ path: `content/${path}`, raw, slug: 'x' }], assets: [] });
  expect([status, city.written() === before]).toEqual([422, true]);
});

const others = { id: 'stories/en/of-others' };
const published = 'content/guides/en/register.mdx';
const save = (path: string, more: object = {}) => ({
  branch: 'main',
  dataFiles: [{ path, raw: originalText('stories', 'mine', { number: 777 }), slug: 'mine' }],
  assets: [],
  options: { useWorkflow: false, status: 'pending_publish', collectionName: 'stories', commitMessage: 'x' },
  ...more,
});

test.each<[string, string, unknown]>([
  ['a guide, called a story', 'persistEntry', save('content/guides/en/mine.mdx')],
  ['somebody else’s story', 'persistEntry', save('content/stories/en/of-others.mdx')],
  ['a published story of somebody', 'persistEntry', save('content/stories/en/k1d4.mdx')],
  ['settings', 'persistEntry', save('content/settings/site.yml')],
  ['interface texts', 'persistEntry', save('content/strings/en.yml')],
  ['a yes to somebody’s', 'updateUnpublishedEntryStatus', { ...others, newStatus: 'pending_publish' }],
  ['sending somebody’s to review', 'updateUnpublishedEntryStatus', { ...others, newStatus: 'pending_review' }],
  ['publishing', 'publishUnpublishedEntry', others],
  ['deleting somebody’s draft', 'deleteUnpublishedEntry', others],
  ['a note on somebody’s', 'addNote', { ...others, note: { content: 'x' } }],
  ['a picture without an entry', 'persistMedia', { asset: { path: 'content/media/a.png', ...picture } }],
  ['deleting an entry', 'deleteFiles', { paths: [published] }],
  ['deleting one entry', 'deleteFile', { path: published }],
  ['deleting a picture', 'deleteFiles', { paths: ['content/media/places/harbour.jpg'] }],
  ['taking off the site', 'unpublish', { path: published, keep: true }],
  ['bringing back a version', 'restoreVersion', { path: published, revision }],
  ['going back to a release', 'rollBack', { release: 'r1' }],
  ['the state of the server', 'state', {}],
  ['the releases', 'listReleases', {}],
])('by a contributor %s is 403, and nothing is written', async (_, action, params) => {
  const before = city.written();
  const { status, body } = await city.api(contributor, action, params);
  expect([status, typeof body.error, city.written() === before]).toEqual([403, 'string', true]);
});

test('branch, workflow and status of a request change nothing: a contributor’s save is a draft of theirs', async () => {
  const head = await city.store.head();
  const { status, body } = await city.api(contributor, 'persistEntry', save('content/stories/en/mine.mdx'));
  expect([status, body.entries[0].status, await city.store.head()]).toEqual([200, 'draft', head]);
  const draft = await city.store.draft({ collection: 'stories', lang: 'en', slug: 'mine' });
  expect([draft?.owner, draft?.status]).toEqual([contributor.id, 'draft']);
  expect((await city.api(contributor, 'publishUnpublishedEntry', { id: 'stories/en/mine' })).status).toBe(403);
  expect((await city.api(contributor, 'updateUnpublishedEntryStatus', { id: 'stories/en/mine', newStatus: 'pending_publish' })).status).toBe(403);
});

test.each([
  ['a newline', 'main\nx'],
  ['a leading hyphen', '--upload-pack=x'],
  ['a reflog', 'main@{1}'],
  ['two points', 'a..b'],
  ['a lock', 'a.lock'],
])('a branch or author with %s never reaches git', async (_, value) => {
  const params = { ...save('content/stories/en/branch.mdx'), branch: value, author: value, cmsLabelPrefix: value };
  const options = { ...params.options, commitMessage: value, author: { name: value, email: value } };
  expect((await city.api(contributor, 'persistEntry', { ...params, options })).status).toBe(200);
  expect(city.written()).not.toContain(value);
  await city.store.discard({ name: { collection: 'stories', lang: 'en', slug: 'branch' }, by: contributor.id });
});
