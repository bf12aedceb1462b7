import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { servedText } from '../checks/served-text.ts';
import { documentFile, documentName, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import type { StoredFile } from '../store/store.ts';
import { createApiCity, type ApiAnswer, type ApiCity } from './api-city.ts';
import { originalText, translationText } from './example-texts.ts';

let city: ApiCity;
let editor: Person;
let contributor: Person;
let student: Person;
let translator: Person;
let number = 500;
let slugs = 0;
let slug: string;

beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-protocol-')), { files: await fixtureFiles(), day: fixtureDay });
  editor = city.person('editor', { name: 'Mieke' });
  contributor = city.person('contributor', { name: 'Oksana', lang: 'nl' });
  student = city.person('student-editor', { desks: ['harbour'] });
  translator = city.person('translator');
}, 60_000);
afterAll(() => city.close());
beforeEach(() => {
  slug = `entry-${++slugs}`;
});

const guide = (lang = 'en'): DocumentName => ({ collection: 'guides', lang, slug });
const story = (): DocumentName => ({ collection: 'stories', lang: 'en', slug });
const pathOf = (name: DocumentName) => `content/${documentFile(name)}`;
const keyOf = ({ collection, lang, slug: of }: DocumentName) => ({ collection: `${collection}-${lang}`, slug: of });
const guideText = (more: { desk?: string } = {}) => originalText('guides', slug, more);
const storyText = () => originalText('stories', slug, { number: number++ });

interface SaveMore {
  seen?: string | null;
  assets?: { path: string; content: string; encoding: 'base64' }[];
  key?: string;
  base?: string;
}
const save = (by: Person, name: DocumentName, text: string, { seen = null, assets = [], key, base }: SaveMore = {}): Promise<ApiAnswer> =>
  city.api(
    by,
    'persistEntry',
    {
      branch: 'main',
      dataFiles: [
        { slug: 'ignored', path: pathOf(name), raw: seen === null ? text : servedText({ name, text, revision: seen }), ...(base ? { base } : {}) },
      ],
      assets,
      options: { collectionName: 'ignored', commitMessage: 'typed by somebody', useWorkflow: false, status: 'pending_publish' },
    },
    key ? { key } : {},
  );
async function saved(by: Person, name: DocumentName, text: string, more: SaveMore = {}): Promise<string> {
  const { status, body } = await save(by, name, text, more);
  expect([status, body.error, body.findings?.filter(({ severity }: { severity: string }) => severity === 'error')]).toEqual([200, undefined, []]);
  return body.entries[0]._revision as string;
}
const setStatus = (by: Person, name: DocumentName, newStatus: string, more = {}) =>
  city.api(by, 'updateUnpublishedEntryStatus', { ...keyOf(name), newStatus, cmsLabelPrefix: '', ...more });
const statusOf = async (name: DocumentName) => (await city.store.draft(name))?.status;
const publish = (by: Person, name: DocumentName) => city.api(by, 'publishUnpublishedEntry', keyOf(name));
async function published(by: Person, name: DocumentName, text: string): Promise<string> {
  const revision = await saved(by, name, text);
  await city.store.setStatus({ name, status: 'pending_publish', by: editor.id });
  expect((await publish(editor, name)).status).toBe(200);
  return revision;
}
const textOf = async (name: DocumentName) => (await city.store.read([documentFile(name)]))[0]?.text;
const photo = async (colour = '#a03020', size = 60) =>
  (
    await sharp({ create: { width: size, height: size, channels: 3, background: colour } })
      .png()
      .toBuffer()
  ).toString('base64');
const asset = async (path: string, colour?: string) => ({ path, content: await photo(colour), encoding: 'base64' as const });

test('info says what Decap asks: drafts are reviewed', async () => {
  expect(await city.api(contributor, 'info')).toEqual({
    status: 200,
    body: { repo: 'content', publish_modes: ['editorial_workflow'], type: 'doorstep' },
  });
});

test('a folder is listed with each entry as it is served for editing', async () => {
  const { body } = await city.api(contributor, 'entriesByFolder', { branch: 'other', folder: 'content/guides/en', extension: 'mdx', depth: 1 });
  const [first] = body;
  expect(first.data).toContain(`---\n_revision: '${first.file.id}'\n`);
  const everything = await city.api(contributor, 'entriesByFolder', { folder: 'content/guides', extension: 'mdx', depth: 2 });
  expect(everything.body.length).toBeGreaterThan(body.length);
  expect((await city.api(contributor, 'entriesByFolder', { folder: 'content/guides', extension: 'mdx', depth: 1 })).body).toEqual([]);
});

test('translations are listed in a folder of their own, and an entry of it is the same document', async () => {
  const list = async (folder: string) =>
    ((await city.api(editor, 'entriesByFolder', { folder, extension: 'mdx' })).body as { data: string; file: { path: string } }[]).map(
      ({ data, file }) => ({ path: file.path, translates: /^translates:/m.test(data) }),
    );
  const originals = await list('content/guides/en');
  const translations = await list('content/guides/en-translations');
  expect(originals.every(({ path, translates }) => path.startsWith('content/guides/en/') && !translates)).toBe(true);
  expect(translations.length).toBeGreaterThan(0);
  expect(translations.every(({ path, translates }) => path.startsWith('content/guides/en-translations/') && translates)).toBe(true);
  const { path } = translations[0]!;
  const [one, other] = await Promise.all([path, path.replace('-translations', '')].map((at) => city.api(editor, 'getEntry', { path: at })));
  expect(one!.body.data).toBe(other!.body.data);
  expect(one!.body.file.path).toBe(path);
});

test('files are got by path; one that is not there has no data', async () => {
  const files = [
    { path: 'content/settings/topics.yml', label: 'Topics' },
    { path: 'content/settings/site.yml' },
    { path: 'content/guides/en/nowhere.mdx' },
  ];
  const { body } = await city.api(editor, 'entriesByFiles', { files });
  expect(body.map(({ file, data }: { file: { label: string }; data: string | null }) => [file.label, data?.slice(0, 11) ?? null])).toEqual([
    ['Topics', '_revision: '],
    [undefined, '_revision: '],
    [undefined, null],
  ]);
  const one = await city.api(editor, 'getEntry', { path: 'content/guides/en/register.mdx' });
  expect(one.body.file).toEqual({ path: 'content/guides/en/register.mdx', id: expect.stringMatching(/^[0-9a-f]{40}$/) });
  expect((await city.api(editor, 'getEntry', { path: 'content/guides/en/nowhere.mdx' })).body.data).toBeNull();
});

test('a save makes a draft, whatever the client says of branch, workflow and status; main stays', async () => {
  const head = await city.store.head();
  const { status, body } = await save(editor, guide(), guideText());
  expect([status, body.entries]).toEqual([
    200,
    [{ path: pathOf(guide()), slug, _revision: expect.stringMatching(/^[0-9a-f]{40}$/), status: 'draft' }],
  ]);
  expect([await city.store.head(), await statusOf(guide())]).toEqual([head, 'draft']);
});

test('a draft is listed, opened and read as Decap does it, and is 404 where it is not in the workflow', async () => {
  const revision = await saved(editor, guide(), guideText());
  const ids = (await city.api(editor, 'unpublishedEntries')).body;
  expect(ids).toContain(`guides/en/${slug}`);
  for (const key of [
    { id: `guides/en/${slug}` },
    { id: '', ...keyOf(guide()) },
    { collection: 'guides-en-translations', slug },
    { collection: 'guides', slug: `en/${slug}` },
  ]) {
    const { status, body } = await city.api(editor, 'unpublishedEntry', key);
    expect([status, body]).toMatchObject([
      200,
      {
        collection: 'guides-en',
        slug,
        status: 'draft',
        _revision: revision,
        pullRequestAuthor: 'Mieke',
        isOwn: true,
        diffs: [{ id: revision, path: pathOf(guide()), newFile: true, binary: false }],
      },
    ]);
    expect(Date.parse(body.updatedAt)).toBeGreaterThan(0);
  }
  const file = await city.api(editor, 'unpublishedEntryDataFile', { ...keyOf(guide()), id: revision, path: pathOf(guide()) });
  expect(file.body.data).toBe(servedText({ name: guide(), text: guideText(), revision }));
  expect((await city.api(editor, 'unpublishedEntry', { collection: 'guides-en', slug: 'register' })).status).toBe(404);
});

test('a draft of a translation is in the collection of translations, and settings in theirs', async () => {
  await published(editor, guide(), guideText());
  await saved(translator, guide('nl'), translationText('guides', slug));
  expect((await city.api(translator, 'unpublishedEntry', { id: `guides/nl/${slug}` })).body.collection).toBe('guides-nl-translations');
  const administrator = city.person('administrator');
  const stages = documentName('settings/stages.yml')!;
  const [{ text, revision }] = (await city.store.read(['settings/stages.yml'])) as [StoredFile];
  await saved(administrator, stages, `${text}# more\n`, { seen: revision });
  expect((await city.api(administrator, 'unpublishedEntry', { collection: 'settings', slug: 'stages' })).body).toMatchObject({
    collection: 'settings',
    slug: 'stages',
  });
  await city.store.discard({ name: stages, by: administrator.id });
});

test('who writes on after somebody else saved gets both versions, and nothing is overwritten', async () => {
  const first = await saved(editor, guide(), guideText());
  const second = guideText().replace('Words', 'Other words');
  await saved(editor, guide(), second, { seen: first });
  const mine = guideText().replace('Words', 'My words');
  const { status, body } = await save(editor, guide(), mine, { seen: first });
  expect([status, body.versions.sent, body.versions.current.text]).toEqual([409, mine, second]);
  expect((await city.store.draft(guide()))?.text).toBe(second);
  expect((await save(editor, guide(), second, { seen: first })).status).toBe(200);
  const blind = await save(editor, guide(), mine);
  expect(blind.status).toBe(409);
});

test('a save that is sent twice under one name is done once, and somebody else’s name means another', async () => {
  const first = await saved(editor, guide(), guideText());
  const text = guideText().replace('Words', 'New words');
  const sent = { seen: first, key: 'save-1' };
  expect((await save(editor, guide(), text, sent)).status).toBe(200);
  await saved(editor, guide(), text.replace('New', 'Newer'), { seen: (await city.store.draft(guide()))!.revision });
  expect((await save(editor, guide(), text, sent)).status).toBe(200);
  expect((await save(city.person('editor'), guide(), text, sent)).status).toBe(409);
  expect((await city.store.draft(guide()))?.text).toContain('Newer words');
});

test('what is wrong is refused with every problem and its field; what is only missing is kept, and told', async () => {
  const wrong = await save(editor, guide(), guideText().replace('topics: [people]', 'topics: [nothing]').replace('voice: resident', 'voice: nobody'));
  expect([wrong.status, wrong.body.findings.map(({ field }: { field: string }) => field)]).toEqual([422, expect.arrayContaining(['voice'])]);
  expect(await city.store.draft(guide())).toBeUndefined();
  const begun = await save(editor, guide(), `---\ntitle: Begun\n---\n`);
  expect([begun.status, begun.body.findings.length > 3]).toEqual([200, true]);
});

test('one document a save, and none is renamed', async () => {
  const files = ['a', 'b'].map((of) => ({ path: `content/guides/en/${of}.mdx`, raw: guideText(), slug: of }));
  expect((await city.api(editor, 'persistEntry', { dataFiles: files, assets: [] })).status).toBe(422);
  expect((await city.api(editor, 'persistEntry', { dataFiles: [], assets: [] })).status).toBe(422);
  const moved = { path: pathOf(guide()), raw: guideText(), slug, newPath: 'content/guides/en/elsewhere.mdx' };
  expect((await city.api(editor, 'persistEntry', { dataFiles: [moved], assets: [] })).status).toBe(422);
  expect((await city.api(editor, 'persistEntry', { entry: { ...moved, newPath: moved.path }, assets: [] })).status).toBe(200);
});

const withPicture = (file: string) =>
  guideText().replace('sample: true', `sample: true\npicture: { file: ${file}, alt: photo.jpg, credit: A, licence: CC0 }`);

test.each(['photo.jpg', '/media/photo.jpg', 'media/photo.jpg', 'content/media/photo.jpg'])(
  'a picture that comes with a text is stored under a new name, and the text that called it %s shows it',
  async (reference) => {
    const { status } = await save(editor, guide(), withPicture(reference), { assets: [await asset('content/media/photo.jpg')] });
    expect(status).toBe(200);
    const draft = (await city.store.draft(guide()))!;
    expect(draft.media).toEqual([expect.stringMatching(/^[0-9a-f]{20}\.webp$/)]);
    expect(draft.text).toBe(withPicture(draft.media[0]!));
    const { body } = await city.api(editor, 'unpublishedEntry', keyOf(guide()));
    const picture = await city.api(editor, 'unpublishedEntryMediaFile', { ...keyOf(guide()), ...body.diffs[1] });
    expect(picture.body).toMatchObject({ name: draft.media[0], path: `content/media/${draft.media[0]}`, encoding: 'base64' });
    expect((await sharp(Buffer.from(picture.body.content, 'base64')).metadata()).width).toBe(60);
  },
);

test('a picture that is sent again with every save stays the same, and one that is not shown is not kept', async () => {
  const first = await saved(editor, guide(), withPicture('photo.jpg'), { assets: [await asset('content/media/photo.jpg')] });
  const { media, text } = (await city.store.draft(guide()))!;
  const bytes = (await city.store.draftMedia(guide(), media[0]!))!;
  const again = { path: `content/media/${media[0]}`, content: bytes.toString('base64'), encoding: 'base64' as const };
  const changed = text.replace('Words', 'More words');
  await saved(editor, guide(), changed, { seen: first, assets: [again, await asset('content/media/unused.jpg', '#00ff00')] });
  const draft = (await city.store.draft(guide()))!;
  expect([draft.text, draft.media]).toEqual([changed, media]);
});

test('a name that a picture of ours could have lets nothing in: what is sent is made anew', async () => {
  const forged = { ...(await asset('content/media/0123456789abcdef0123.jpg')), content: Buffer.from('<script>').toString('base64') };
  const { status, body } = await save(editor, guide(), withPicture('0123456789abcdef0123.jpg'), { assets: [forged] });
  expect([status, body.error]).toEqual([422, expect.stringContaining('Send a JPEG, PNG, WebP or AVIF.')]);
});

test('why a picture is not taken is said in the language of the person', async () => {
  const bad = { path: 'content/media/foto.jpg', content: Buffer.from('<html>').toString('base64'), encoding: 'base64' };
  const text = storyText().replace('sample: true', 'sample: true\nportrait: { file: foto.jpg, alt: x, credit: A, licence: CC0 }');
  const { status, body } = await city.api(contributor, 'persistEntry', { dataFiles: [{ path: pathOf(story()), raw: text }], assets: [bad] });
  expect([status, body.error]).toEqual([422, expect.stringMatching(/foto\.jpg.*Stuur een JPEG, PNG, WebP of AVIF/)]);
  expect(await city.store.draft(story())).toBeUndefined();
});

test('a draft goes to review, is said to be ready and is published with its picture; its draft is gone', async () => {
  await saved(editor, guide(), withPicture('photo.jpg'), { assets: [await asset('content/media/photo.jpg', '#112233')] });
  expect((await setStatus(editor, guide(), 'pending_review')).body).toMatchObject({ status: 'pending_review' });
  expect((await publish(editor, guide())).status).toBe(409);
  await setStatus(editor, guide(), 'pending_publish');
  const { text, media } = (await city.store.draft(guide()))!;
  const { status, body } = await publish(editor, guide());
  expect([status, body]).toMatchObject([200, { path: pathOf(guide()) }]);
  expect([await textOf(guide()), await city.store.draft(guide())]).toEqual([text, undefined]);
  expect((await city.api(contributor, 'getMediaFile', { path: `content/media/${media[0]}` })).status).toBe(200);
});

test('what is not whole can be ready and not published', async () => {
  await saved(editor, guide(), '---\ntitle: Begun\n---\n').catch(() => undefined);
  await city.store.setStatus({ name: guide(), status: 'pending_publish', by: editor.id });
  const { status, body } = await publish(editor, guide());
  expect([status, body.findings.length > 3, await statusOf(guide())]).toEqual([422, true, 'pending_publish']);
});

test('a text that changed since somebody said yes to it is not published under that yes', async () => {
  const seen = await saved(editor, guide(), guideText());
  await saved(editor, guide(), guideText().replace('Words', 'Others'), { seen });
  expect((await setStatus(editor, guide(), 'pending_publish', { _revision: seen })).status).toBe(409);
  await setStatus(editor, guide(), 'pending_publish');
  expect((await city.api(editor, 'publishUnpublishedEntry', { ...keyOf(guide()), _revision: seen })).status).toBe(409);
});

test('who may not say that it is ready brings it back to review by writing on; an editor’s correction does not', async () => {
  const seen = await saved(contributor, story(), storyText());
  await city.store.setStatus({ name: story(), status: 'pending_publish', by: editor.id });
  const { text } = (await city.store.draft(story()))!;
  const corrected = await saved(editor, story(), text.replace('Words', 'Word'), { seen });
  expect(await statusOf(story())).toBe('pending_publish');
  await saved(contributor, story(), text.replace('Words', 'All words'), { seen: corrected });
  expect(await statusOf(story())).toBe('pending_review');
});

test('a yes given while its writer saves is not given to what nobody has read', async () => {
  const seen = await saved(contributor, story(), storyText());
  await setStatus(contributor, story(), 'pending_review');
  const { text } = (await city.store.draft(story()))!;
  const [answer] = await Promise.all([
    save(contributor, story(), text.replace('Words', 'Unread words'), { seen }),
    setStatus(editor, story(), 'pending_publish', { _revision: seen }),
  ]);
  const draft = (await city.store.draft(story()))!;
  if (answer.status === 200) expect([draft.text.includes('Unread'), draft.status]).toEqual([true, 'pending_review']);
  else expect(draft.text).not.toContain('Unread');
});

test('a writer takes their text back from review and from ready; says not that it is ready', async () => {
  await saved(contributor, story(), storyText());
  expect((await setStatus(contributor, story(), 'pending_publish')).status).toBe(403);
  for (const from of ['pending_review', 'pending_publish'] as const) {
    await city.store.setStatus({ name: story(), status: from, by: editor.id });
    expect((await setStatus(contributor, story(), 'draft')).status).toBe(200);
  }
  await city.store.setStatus({ name: story(), status: 'pending_publish', by: editor.id });
  expect((await setStatus(contributor, story(), 'pending_review')).status).toBe(403);
  expect((await setStatus(contributor, story(), 'published')).status).toBe(422);
});

test('a contributor sees their own drafts and no others', async () => {
  await saved(contributor, story(), storyText());
  const other = { ...story(), slug: `${slug}-other` };
  await saved(city.person('contributor'), other, storyText());
  const ids = (await city.api(contributor, 'unpublishedEntries')).body as string[];
  expect([ids.includes(`stories/en/${slug}`), ids.includes(`stories/en/${slug}-other`), ids.some((id) => id.startsWith('guides'))]).toEqual([
    true,
    false,
    false,
  ]);
  for (const [action, params] of [
    ['unpublishedEntry', keyOf(other)],
    ['unpublishedEntryDataFile', { ...keyOf(other), path: pathOf(other) }],
    ['unpublishedEntryMediaFile', { ...keyOf(other), path: 'content/media/a.jpg' }],
    ['getNotes', keyOf(other)],
    ['getHistory', { path: pathOf(other) }],
    ['getDeployPreview', keyOf(other)],
    ['getPRMetadata', keyOf(other)],
  ] as const)
    expect([action, (await city.api(contributor, action, params)).status]).toEqual([action, 403]);
});

test('a story whose consent has ended is shown to nobody but who may read drafts of it', async () => {
  const path = 'content/stories/nl/w3e1.mdx';
  const list = async (by: typeof editor) =>
    ((await city.api(by, 'entriesByFolder', { folder: 'content/stories/nl', extension: 'mdx' })).body as { file: { path: string } }[]).some(
      ({ file }) => file.path === path,
    );
  const one = async (by: typeof editor) => ((await city.api(by, 'getEntry', { path })).body as { data: string | null }).data !== null;
  expect([await list(editor), await list(contributor), await one(editor), await one(contributor)]).toEqual([true, false, true, false]);
});

test('a story that an editor takes off the site is its teller’s draft again', async () => {
  await published(contributor, story(), storyText());
  expect((await city.api(editor, 'unpublish', { path: pathOf(story()), keep: true })).status).toBe(200);
  expect((await city.store.draft(story()))?.owner).toBe(contributor.id);
});

test('a published story stays its teller’s, also after an editor changed it', async () => {
  const seen = await published(contributor, story(), storyText());
  const text = (await textOf(story()))!;
  const draft = await saved(editor, story(), text.replace('Words', 'Better words'), { seen });
  expect((await save(contributor, story(), text, { seen: draft })).status).toBe(403);
  await city.store.setStatus({ name: story(), status: 'pending_publish', by: editor.id });
  expect((await publish(editor, story())).status).toBe(200);
  expect((await save(contributor, story(), text.replace('Words', 'My words'), { seen: draft })).status).toBe(200);
  expect((await save(city.person('contributor'), story(), text, { seen: draft })).status).toBe(403);
});

test('nobody gains rights by writing their desk into a text', async () => {
  const seen = await published(editor, guide(), guideText());
  const stolen = guideText({ desk: 'harbour' });
  expect((await save(student, guide(), stolen, { seen })).status).toBe(403);
  await saved(editor, guide(), stolen, { seen });
  await city.store.setStatus({ name: guide(), status: 'pending_publish', by: editor.id });
  expect((await publish(student, guide())).status).toBe(403);
  expect((await publish(editor, guide())).status).toBe(200);
  await saved(student, guide(), stolen.replace('Words', 'Our words'), { seen: (await city.store.read([documentFile(guide())]))[0]!.revision });
  expect((await setStatus(student, guide(), 'pending_publish')).status).toBe(200);
  expect((await publish(student, guide())).status).toBe(200);
});

test('nobody takes over a draft that is not published yet by writing their desk into it', async () => {
  const seen = await saved(editor, guide(), guideText());
  expect((await save(student, guide(), guideText({ desk: 'harbour' }), { seen })).status).toBe(403);
  expect((await city.store.draft(guide()))!.text).toBe(guideText());
});

test('a translation belongs to the desk of its original, whatever it says', async () => {
  await published(editor, guide(), guideText());
  await saved(student, guide('nl'), translationText('guides', slug));
  expect((await setStatus(student, guide('nl'), 'pending_publish')).status).toBe(403);
  await city.store.setStatus({ name: guide('nl'), status: 'pending_publish', by: editor.id });
  expect((await publish(student, guide('nl'))).status).toBe(403);
  expect((await publish(editor, guide('nl'))).status).toBe(200);
  const seen = (await city.store.read([documentFile(guide())]))[0]!.revision;
  expect((await save(student, guide(), guideText(), { seen })).status).toBe(403);
});

test('a translator translates, and makes no original of a translation nor the reverse', async () => {
  const original = await published(editor, guide(), guideText());
  const translation = translationText('guides', slug);
  expect((await save(translator, guide(), guideText().replace('Words', 'X'), { seen: original })).status).toBe(403);
  expect((await save(translator, guide(), translation, { seen: original })).status).toBe(403);
  expect((await save(translator, guide('nl'), guideText())).status).toBe(403);
  const seen = await saved(translator, guide('nl'), translation);
  expect((await save(translator, guide('nl'), guideText(), { seen })).status).toBe(403);
});

test('notes carry names; others’ are changed by those who review alone', async () => {
  await saved(contributor, story(), storyText());
  const key = keyOf(story());
  expect((await city.api(contributor, 'getNotes', key)).body).toEqual({ notes: [] });
  const asked = (
    await city.api(editor, 'addNote', { ...key, note: { content: ' When was this? ', author: 'Somebody else', timestamp: '1999', resolved: true } })
  ).body.note;
  expect(asked).toMatchObject({ author: 'Mieke', content: 'When was this?', resolved: false, isOwn: true });
  expect(Date.parse(asked.timestamp)).toBeGreaterThan(Date.parse('2020-01-01'));
  const answered = (await city.api(contributor, 'addNote', { ...key, note: { content: 'In 2020.' } })).body.note;
  const change = (by: Person, noteId: string) => city.api(by, 'updateNote', { ...key, noteId, updates: { content: 'Changed.', author: 'x' } });
  expect((await change(contributor, asked.id)).status).toBe(403);
  expect((await city.api(contributor, 'deleteNote', { ...key, noteId: asked.id })).status).toBe(403);
  expect((await city.api(contributor, 'toggleNoteResolution', { ...key, noteId: asked.id })).status).toBe(403);
  expect((await change(contributor, answered.id)).body.note).toMatchObject({ content: 'Changed.', author: 'Oksana' });
  expect((await city.api(editor, 'toggleNoteResolution', { ...key, noteId: asked.id })).body.note.resolved).toBe(true);
  expect((await city.api(editor, 'deleteNote', { ...key, noteId: answered.id })).status).toBe(200);
  expect((await city.api(contributor, 'getNotes', key)).body.notes).toMatchObject([{ id: asked.id, author: 'Mieke', isOwn: false, resolved: true }]);
  expect((await city.api(editor, 'updateNote', { ...key, noteId: 'none', updates: {} })).status).toBe(404);
  expect((await city.api(editor, 'addNote', { ...key, note: { content: '' } })).status).toBe(422);
  await city.api(contributor, 'deleteUnpublishedEntry', key);
  expect((await city.api(editor, 'addNote', { ...key, note: { content: 'Late' } })).status).toBe(404);
});

test('a deleted draft leaves what is published', async () => {
  const seen = await published(editor, guide(), guideText());
  await saved(editor, guide(), guideText().replace('Words', 'X'), { seen });
  expect((await city.api(editor, 'deleteUnpublishedEntry', keyOf(guide()))).status).toBe(200);
  expect([await city.store.draft(guide()), await textOf(guide())]).toEqual([undefined, guideText()]);
});

test('unpublishing keeps a draft if wanted, and is refused where others refer to it', async () => {
  await published(editor, guide(), guideText());
  expect((await city.api(editor, 'unpublish', { path: pathOf(guide()), keep: true })).body.documents).toEqual([`guides/en/${slug}`]);
  expect([await textOf(guide()), (await city.store.draft(guide()))?.text]).toEqual([undefined, guideText()]);
  expect((await city.api(editor, 'unpublish', { path: pathOf(guide()) })).status).toBe(404);
  const shown = await city.api(editor, 'deleteFiles', { paths: ['content/guides/nl/register.mdx'] });
  expect([shown.status, shown.body.findings.length > 0]).toEqual([422, true]);
  expect((await city.api(student, 'unpublish', { path: 'content/guides/en/bicycle.mdx' })).status).toBe(403);
});

test('an original goes together with its translation, as Decap deletes entries', async () => {
  await published(editor, guide(), guideText());
  await published(translator, guide('nl'), translationText('guides', slug));
  const paths = [pathOf(guide()), pathOf(guide('nl'))];
  expect((await city.api(editor, 'deleteFiles', { paths: paths.slice(0, 1) })).status).toBe(422);
  expect((await city.api(editor, 'deleteFiles', { paths: [...paths, 'content/media/places/harbour.jpg'] })).status).toBe(422);
  expect((await city.api(editor, 'deleteFiles', { paths, options: { commitMessage: 'x' } })).status).toBe(200);
  expect([await textOf(guide()), await textOf(guide('nl')), await city.store.draft(guide())]).toEqual([undefined, undefined, undefined]);
});

test('pictures are listed with their contents, or without', async () => {
  const { body } = await city.api(translator, 'getMedia', { mediaFolder: 'content/media' });
  const harbour = body.find(({ path }: { path: string }) => path === 'content/media/places/harbour.jpg');
  expect(harbour).toMatchObject({ name: 'harbour.jpg', encoding: 'base64' });
  expect(Buffer.from(harbour.content, 'base64').length).toBe(harbour.size);
  const bare = await city.api(translator, 'getMedia', { mediaFolder: 'content/media', contents: false });
  expect(bare.body.map(({ content }: { content: string }) => content).join('')).toBe('');
  expect((await city.api(translator, 'getMediaFile', { path: 'content/media/places/none.jpg' })).status).toBe(404);
});

test('a picture of the library is made anew; it is deleted when nothing shows it, neither published nor in a draft', async () => {
  const { status, body } = await city.api(editor, 'persistMedia', {
    asset: await asset('content/media/Foto 1.JPG', '#445566'),
    options: { commitMessage: 'x' },
  });
  expect([status, body.path]).toEqual([200, expect.stringMatching(/^content\/media\/[0-9a-f]{20}\.webp$/)]);
  await saved(editor, guide(), withPicture(body.name));
  const refused = await city.api(editor, 'deleteFiles', { paths: [body.path] });
  expect([refused.status, refused.body.error]).toEqual([422, expect.stringContaining(`guides/en/${slug}`)]);
  expect((await city.api(editor, 'deleteFile', { path: 'content/media/places/harbour.jpg' })).status).toBe(422);
  await city.api(editor, 'deleteUnpublishedEntry', keyOf(guide()));
  expect((await city.api(editor, 'deleteFiles', { paths: [body.path] })).status).toBe(200);
  expect((await city.api(editor, 'getMediaFile', { path: body.path })).status).toBe(404);
});

test('the history of an entry has names and versions, one can be compared, read and brought back as a draft', async () => {
  const first = await published(editor, guide(), guideText());
  await saved(editor, guide(), guideText().replace('Words', 'Newer words'), { seen: first });
  await city.store.setStatus({ name: guide(), status: 'pending_publish', by: editor.id });
  await publish(editor, guide());
  const { body } = await city.api(editor, 'getHistory', { path: pathOf(guide()) });
  expect(body.versions).toMatchObject([
    { by: 'Mieke', action: 'publish' },
    { by: 'Mieke', action: 'publish', revision: first },
  ]);
  expect((await city.api(editor, 'getVersion', { path: pathOf(guide()), revision: first })).body.data).toBe(guideText());
  const { difference } = (await city.api(editor, 'getDifference', { path: pathOf(guide()), from: first, to: body.versions[0].revision })).body;
  expect(difference).toMatch(/^-Words.*\n\+Newer words/m);
  const elsewhere = { path: pathOf({ ...guide(), slug: 'register' }), revision: first };
  expect((await city.api(editor, 'getVersion', elsewhere)).status).toBe(404);
  const restored = await city.api(editor, 'restoreVersion', { path: pathOf(guide()), revision: first });
  expect(restored.body.entries).toMatchObject([{ _revision: first, status: 'draft' }]);
  expect([(await city.store.draft(guide()))?.text, await textOf(guide())]).toEqual([guideText(), guideText().replace('Words', 'Newer words')]);
  expect((await city.api(contributor, 'restoreVersion', { path: pathOf(guide()), revision: first })).status).toBe(403);
});

test('releases are listed with names, and going back to one brings back what it had', async () => {
  const administrator = city.person('administrator', { name: 'Ann' });
  await city.store.markRelease('1', await city.store.head());
  await published(editor, guide(), guideText());
  expect((await city.api(administrator, 'listReleases')).body).toEqual({ releases: [], people: {} });
  const { status, body } = await city.api(administrator, 'rollBack', { release: '1' });
  expect([status, body.changed >= 1, await textOf(guide())]).toEqual([200, true, undefined]);
  expect((await city.api(administrator, 'state')).body).toMatchObject({ publishing: { waiting: 0 }, mirror: { state: 'off' } });
});

test('two things are published at once, and each is checked against what the other made of the site', async () => {
  const [a, b] = ['x', 'y'].map((of) => ({ ...story(), slug: `${slug}-${of}` })) as [DocumentName, DocumentName];
  const same = number++;
  for (const name of [a, b]) {
    await city.store.save({
      name,
      text: originalText('stories', name.slug, { number: same }),
      seen: null,
      by: contributor.id,
      status: 'pending_publish',
    });
  }
  const answers = await Promise.all([publish(editor, a), publish(editor, b)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test.each([
  [{ action: 'nothing' }],
  [{ action: '__proto__', params: {} }],
  [{ action: 'constructor', params: {} }],
  [{ action: 'getEntry' }],
  [{ action: 'getEntry', params: { path: 7 } }],
  [{ action: 'getEntry', params: [] }],
  [{ action: 'persistEntry', params: { dataFiles: 'x' } }],
  [{ action: ['info'] }],
])('a request of no known form is 422: %j', async ({ action, params }: { action: unknown; params?: unknown }) => {
  const { status, body } = await city.api(editor, action as string, params ?? null);
  expect([status, typeof body.error]).toEqual([422, 'string']);
});
