import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, fixtureSource } from '../../../../src/fixture-city/fixture-city.ts';
import { reviewCity, type Colleague, type ReviewCity } from '../../review/review-city.ts';

let city: ReviewCity;
let writer: Colleague;
let editor: Colleague;
let translator: Colleague;
beforeAll(async () => {
  city = await reviewCity({ files: await fixtureFiles(), source: await fixtureSource(), day: fixtureDay });
  writer = await city.join('contributor', { name: 'Оксана' });
  editor = await city.join('editor', { name: 'Salma' });
  translator = await city.join('translator', { name: 'Ines' });
});
afterAll(() => city.close());

let stories = 0;
let at: string;
const post = (by: Colleague, path: string, fields: Readonly<Record<string, string>> = {}) => city.pages.post(path, fields, by.headers);
/** The revision that a form of the page sends with it. */
const revisionOn = async (by: Colleague, path = at) => /name="revision" value="([0-9a-f]{40})"/.exec(await city.page(by, path))?.[1] ?? '';
const move = async (by: Colleague, to: string, path = at) => post(by, `${path}/status`, { to, revision: await revisionOn(by, path) });
/** Whether a page has something in it; the page itself would fill the screen. */
const has = (page: string, part: string | RegExp): boolean => (typeof part === 'string' ? page.includes(part) : part.test(page.replace(/\s+/g, ' ')));
const where = (answer: Response) => [answer.status, answer.headers.get('location')];
const draftNow = () => city.api.store.draft({ collection: 'stories', lang: 'en', slug: at.split('/').at(-1)! });
const statusOf = async () => (await draftNow())?.status;

/** A story of the writer's. */
beforeEach(async () => {
  const slug = `story-${++stories}`;
  at = `/entries/stories/en/${slug}`;
  const raw = '---\ntitle: My first winter\n---\n\nIt was cold.\n';
  expect((await city.call(writer, 'persistEntry', { dataFiles: [{ path: `content/stories/en/${slug}.mdx`, raw }] })).status).toBe(200);
});

test('the page of a draft has its title, its text and where it stands, and the buttons that its writer may press', async () => {
  const page = await city.page(writer, at);
  expect(has(page, /<h1[^>]*><bdi lang="en" dir="ltr">My first winter<\/bdi><\/h1>/)).toBe(true);
  expect(has(page, /<li class="here" aria-current="step">\s?Being written/)).toBe(true);
  for (const part of [
    'You are working on it.',
    'It was cold.',
    'Ready for review',
    `/admin/en/#/collections/stories-en/entries/story-${stories}`,
    '/discard',
  ])
    expect(has(page, part)).toBe(true);
  for (const part of ['Ready to publish', '>Publish<', 'Ask for changes', '/unpublish']) expect(has(page, part)).toBe(false);
});

test('a draft goes from its writer to a reviewer and back, and on to be ready', async () => {
  expect(where(await move(writer, 'pending_review'))).toEqual([303, `${at}?done=submitted`]);
  const page = await city.page(editor, at);
  expect(has(page, 'Ready to publish')).toBe(true);
  expect(has(page, 'Ask for changes')).toBe(true);
  const asked = await post(editor, `${at}/ask`, { changes: 'Tell us how it ended.', revision: await revisionOn(editor) });
  expect(where(asked)).toEqual([303, `${at}?done=asked`]);
  expect(await statusOf()).toBe('draft');
  expect(has(await city.page(writer, at), 'Tell us how it ended.')).toBe(true);
  await move(writer, 'pending_review');
  expect(where(await move(editor, 'pending_publish'))).toEqual([303, `${at}?done=ready`]);
  expect(has(await city.page(editor, at), '>Publish</button>')).toBe(true);
});

test('asking for changes without a word is refused, and leads to the field', async () => {
  await move(writer, 'pending_review');
  const answer = await post(editor, `${at}/ask`, { changes: ' \n ', revision: await revisionOn(editor) });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(has(page, /class="summary" role="alert" tabindex="-1" autofocus[\s\S]*<a href="#changes">Say what should change\.<\/a>/)).toBe(true);
  expect(has(page, /<details class="step ask" open/)).toBe(true);
  expect(has(page, /id="changes"[^>]*aria-invalid="true"/)).toBe(true);
  expect(await statusOf()).toBe('pending_review');
});

test('who decides about a text that was changed meanwhile is told so, and decides nothing', async () => {
  await move(writer, 'pending_review');
  const seen = await revisionOn(editor);
  const path = `content/stories/en/story-${stories}.mdx`;
  const { data } = (await city.call(writer, 'unpublishedEntryDataFile', { collection: 'stories', slug: `en/story-${stories}`, path })).body as {
    data: string;
  };
  await city.call(writer, 'persistEntry', { dataFiles: [{ path, raw: data.replace('cold', 'very cold') }] });
  for (const [form, fields] of [
    ['status', { to: 'pending_publish' }],
    ['ask', { changes: 'Longer, please.' }],
  ] as const) {
    const answer = await post(editor, `${at}/${form}`, { ...fields, revision: seen });
    expect(answer.status).toBe(409);
    expect(has(await answer.text(), 'Somebody changed it while you had this page open')).toBe(true);
  }
  expect(await statusOf()).toBe('pending_review');
  expect((await draftNow())!.notes).toEqual([]);
});

test('what keeps a text from being published is listed in full, and what was wrong has the focus first', async () => {
  await move(writer, 'pending_review');
  await move(editor, 'pending_publish');
  const answer = await post(editor, `${at}/publish`, { revision: await revisionOn(editor) });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(has(page, /class="summary" role="alert" tabindex="-1" autofocus/)).toBe(true);
  const summary = /class="summary"[\s\S]*?<\/ul>/.exec(page)![0];
  for (const label of ['Summary', 'Consent', 'Owner']) expect(has(summary, `<b>${label}</b>`)).toBe(true);
  expect(has(page, 'Mend it in the editor')).toBe(true);
  expect(has(page, 'To be mended: My first winter')).toBe(true);
});

test('a change of what is published is shown in words, published with a page that says so, and can be gone back to', async () => {
  at = '/entries/guides/nl/bicycle';
  const path = 'content/guides/nl/bicycle.mdx';
  const { data } = (await city.call(translator, 'getEntry', { path })).body as { data: string };
  await city.call(translator, 'persistEntry', {
    dataFiles: [{ path, raw: `${data.replace(/^title: .*$/m, 'title: Een fiets kopen')}\n\nVraag naar het slot.\n` }],
  });
  const page = await city.page(editor, at);
  expect(has(page, /<dt>Title<\/dt>\s?<dd lang="nl" dir="ltr">/)).toBe(true);
  expect(has(page, /Een fiets <del>.*vinden.*<\/del><ins>.*kopen.*<\/ins>/)).toBe(true);
  expect(has(page, 'One paragraph as before')).toBe(true);
  await move(translator, 'pending_review');
  await move(editor, 'pending_publish');
  const published = await post(editor, `${at}/publish`, { revision: await revisionOn(editor) });
  expect(where(published)).toEqual([303, `${at}/published`]);
  const live = await city.page(editor, `${at}/published`);
  expect(has(live, 'It is live')).toBe(true);
  expect(has(live, 'href="http://localhost:4321/nl/guides/bicycle/"')).toBe(true);

  const history = await city.page(editor, `${at}/history`);
  expect(has(history, 'Published, by \u2068Salma\u2069')).toBe(true);
  expect(has(history, 'Content imported, by \u2068the server\u2069')).toBe(true);
  const [, earlier] = [...history.matchAll(/\/history\/([0-9a-f]{40})/g)].map(([, revision]) => revision);
  const version = await city.page(translator, `${at}/history/${earlier}`);
  expect(has(version, /Een fiets <del>.*vinden.*<\/del><ins>.*kopen/)).toBe(true);
  expect(where(await post(translator, `${at}/history/${earlier}/restore`))).toEqual([303, `${at}?done=restored`]);
  expect(has(await city.page(translator, at), /<del>.*kopen.*<\/del><ins>.*vinden/)).toBe(true);
  expect(where(await post(translator, `${at}/discard`))).toEqual([303, `${at}?done=discarded`]);
});

test('while the site is not made yet the page says that it is on its way, and what was taken back is told', async () => {
  city.pages.told.state = { upToDate: false };
  const started = performance.now();
  const page = await city.page(editor, '/entries/guides/nl/bicycle/published');
  expect(has(page, 'on its way')).toBe(true);
  expect(has(page, 'Look again')).toBe(true);
  expect(performance.now() - started).toBeLessThan(10_000);
  city.pages.told.state = {};
  expect(has(await city.page(editor, `${at}/published`), 'It is not on the site')).toBe(true);
});

test('a note is added, done, and not done; somebody else’s only by who reviews', async () => {
  expect(where(await post(editor, `${at}/notes`, { note: '<b>Which</b> winter?' }))).toEqual([303, `${at}?done=noted#notes`]);
  const page = await city.page(writer, at);
  expect(has(page, '&lt;b&gt;Which&lt;/b&gt; winter?')).toBe(true);
  expect(has(page, 'notes/toggle')).toBe(false);
  const id = /name="id" value="([^"]+)"/.exec(await city.page(editor, at))![1]!;
  expect((await post(writer, `${at}/notes/toggle`, { id })).status).toBe(403);
  await post(editor, `${at}/notes/toggle`, { id });
  expect(has(await city.page(editor, at), /<li class="resolved">/)).toBe(true);
  await post(editor, `${at}/notes/delete`, { id });
  expect(has(await city.page(editor, at), 'Nobody has written one yet.')).toBe(true);
  expect((await post(editor, `${at}/notes`, { note: '' })).status).toBe(422);
  const long = await post(editor, `${at}/notes`, { note: 'a'.repeat(5001) });
  expect([long.status, (await long.text()).includes('at most 5,000 letters')]).toEqual([422, true]);
});

test('taking an original off the site asks first, and says what goes with it, what names it, and what stands in the way', async () => {
  const page = await city.page(editor, '/entries/guides/nl/register/unpublish');
  for (const part of ['Its translation goes with it', '4 other entries name it', 'things have to be mended first', 'The kettle came first'])
    expect(has(page, part)).toBe(true);
  expect(has(page, 'class="danger"')).toBe(false);
  expect((await post(editor, '/entries/guides/nl/register/unpublish')).status).toBe(422);
  const story = '/entries/practices/en/harbour-table';
  expect(has(await city.page(editor, `${story}/unpublish`), 'class="danger"')).toBe(true);
  expect(where(await post(editor, `${story}/unpublish`))).toEqual([303, `${story}?done=unpublished`]);
  expect(has(await city.page(editor, story), 'It is not on the site.')).toBe(true);
});

test('nobody sees or does on these pages what the protocol refuses', async () => {
  const stranger = await city.join('contributor', { name: 'Jan' });
  expect((await city.pages.get(at, stranger.headers)).status).toBe(403);
  for (const path of ['status', 'ask', 'publish', 'notes', 'discard', 'keep', 'unpublish', `history/${'0'.repeat(40)}/restore`]) {
    const answer = await post(stranger, `${at}/${path}`, { to: 'pending_publish', changes: 'x', note: 'x', id: 'x', revision: '' });
    expect([path, answer.status]).toEqual([path, 403]);
  }
  for (const path of ['discard', 'unpublish', 'history', 'published'])
    expect([path, (await city.pages.get(`${at}/${path}`, stranger.headers)).status]).toEqual([path, 403]);
  // What is on the site anybody may see; that there is a draft of it, not everybody.
  const live = await city.page(stranger, '/entries/guides/nl/register');
  expect(has(live, 'It is on the site.')).toBe(true);
  expect(has(live, '<form method="post" action="/entries')).toBe(false);
});

test('what is no document is not there', async () => {
  for (const path of ['guides/nl/Register', 'guides/nl/none', 'gods/nl/zeus', 'settings/nl/site', 'guides/con/a', 'guides/nl/..%2f..%2fx'])
    expect([path, (await city.pages.get(`/entries/${path}`, editor.headers)).status]).toEqual([path, 404]);
});

test('settings and interface texts have a page of their own', async () => {
  const administrator = await city.join('administrator');
  expect(has(await city.page(administrator, '/entries/settings/all/topics'), '/admin/en/#/collections/settings/entries/topics')).toBe(true);
  expect(has(await city.page(editor, '/entries/strings/nl/interface'), '/admin/nl/#/collections/strings/entries/nl')).toBe(true);
});

test('a draft that was changed since somebody looked at it is not deleted', async () => {
  const asked = /name="revision" value="(\w+)"/.exec(await city.page(writer, `${at}/discard`))![1]!;
  const path = `content${at.replace('/entries', '')}.mdx`;
  const { data } = (await city.call(writer, 'unpublishedEntryDataFile', { path })).body as { data: string };
  await city.call(writer, 'persistEntry', { dataFiles: [{ path, raw: data.replace('It was cold.', 'It was very cold.') }] });
  expect((await post(writer, `${at}/discard`, { revision: asked })).status).toBe(409);
  expect((await draftNow())?.text).toContain('very cold');
  expect((await post(writer, `${at}/discard`, { revision: await revisionOn(writer, `${at}/discard`) })).status).toBe(303);
  expect(await draftNow()).toBeUndefined();
});

test('the page is there in Arabic, with each text in its own language and direction', async () => {
  const page = await city.page(editor, `${at}?lang=ar`);
  expect(has(page, '<html lang="ar" dir="rtl">')).toBe(true);
  expect(has(page, '<bdi lang="en" dir="ltr">My first winter</bdi>')).toBe(true);
  expect(has(page, /<div class="told" lang="en" dir="ltr">/)).toBe(true);
});

test('a draft begun from what is no longer on the site says so, and takes its place only when somebody has looked', async () => {
  at = '/entries/guides/nl/bicycle';
  const name = { collection: 'guides', lang: 'nl', slug: 'bicycle' } as const;
  const path = 'content/guides/nl/bicycle.mdx';
  const { data } = (await city.call(editor, 'getEntry', { path })).body as { data: string };
  await city.call(editor, 'persistEntry', { dataFiles: [{ path, raw: data.replace(/^title: .*$/m, 'title: Mijn titel') }] });
  const [now] = await city.api.store.read(['guides/nl/bicycle.mdx']);
  const files = new Map<string, string | Buffer>((await city.api.mainContent.current()).source.texts);
  files.set('guides/nl/bicycle.mdx', now!.text.replace(/^title: .*$/m, 'title: Hun titel'));
  await city.api.store.replaceAll({ files, by: 'server', action: 'import' });
  expect(has(await city.page(editor, at), 'What is on the site was changed after this draft was begun')).toBe(true);
  const revision = await revisionOn(editor);
  expect((await post(editor, `${at}/keep`, { revision, published: now!.revision })).status).toBe(409);
  const published = /name="published" value="(\w+)"/.exec(await city.page(editor, at))![1]!;
  const kept = await post(editor, `${at}/keep`, { revision, published });
  expect(where(kept)).toEqual([303, `${at}?done=kept`]);
  expect(has(await city.page(editor, at), 'What is on the site was changed after this draft was begun')).toBe(false);
  expect((await city.api.store.draft(name))!.base).toBe((await city.api.store.read(['guides/nl/bicycle.mdx']))[0]!.revision);
});
