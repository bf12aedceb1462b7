import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles, fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { documentKey, type DocumentName } from '../document.ts';
import type { Letter } from '../mail/mail.ts';
import { reviewCity, type Colleague, type ReviewCity } from './review-city.ts';

let city: ReviewCity;
let writer: Colleague;
let editor: Colleague;
let second: Colleague;
let translator: Colleague;
beforeAll(async () => {
  city = await reviewCity({ files: await fixtureFiles(), source: await fixtureSource(), day: fixtureDay });
  writer = await city.join('contributor', { name: 'Оксана', lang: 'nl' });
  editor = await city.join('editor', { name: 'Salma' });
  second = await city.join('editor', { name: 'Jonas', lang: 'ar' });
  translator = await city.join('translator', { name: 'Ines' });
});
afterAll(() => city.close());

let stories = 0;
let name: DocumentName;
const key = () => ({ id: documentKey(name) });
const to = (letters: readonly Letter[]) => letters.map((letter) => letter.to).toSorted();
const addresses = (...people: Colleague[]) => people.map(({ person }) => person.email).toSorted();
const note = (by: Colleague, content: string) => city.call(by, 'addNote', { ...key(), note: { content } });
const status = (by: Colleague, newStatus: string) => city.call(by, 'updateUnpublishedEntryStatus', { ...key(), newStatus });

/** A story of the writer's, handed in for review. */
beforeEach(async () => {
  name = { collection: 'stories', lang: 'en', slug: `letter-${++stories}` };
  const raw = '---\ntitle: My first winter\n---\n\nIt was cold.\n';
  expect((await city.call(writer, 'persistEntry', { dataFiles: [{ path: `content/stories/en/${name.slug}.mdx`, raw }] })).status).toBe(200);
  await status(writer, 'pending_review');
  await city.mails();
});

test('what is handed in for review reaches those who may approve it, each in their language, with the address of its page', async () => {
  await status(writer, 'draft');
  await status(writer, 'pending_review');
  const letters = await city.mails();
  expect(to(letters)).toEqual(addresses(editor, second));
  const inEnglish = letters.find((letter) => letter.to === editor.person.email)!;
  expect(inEnglish.subject).toBe('Kleinhaven (en): to be reviewed: My first winter');
  expect(inEnglish.text).toContain('\u2068Оксана\u2069 has handed in “\u2068My first winter\u2069”');
  expect(inEnglish.text).toContain(`\n\nhttp://cms.localhost:4322/entries/stories/en/${name.slug}\n\n`);
  expect(letters.find((letter) => letter.to === second.person.email)!.text).toContain('وينتظر من يقرؤه');
});

test('what was ready and is changed by its writer waits for review again, and whoever may approve it is told once', async () => {
  await status(editor, 'pending_publish');
  await city.mails();
  const path = `content/stories/en/${name.slug}.mdx`;
  const save = async (title: string) => {
    const { data } = (await city.call(writer, 'unpublishedEntryDataFile', { path })).body as { data: string };
    return city.call(writer, 'persistEntry', { dataFiles: [{ path, raw: data.replace(/^title: .*$/m, `title: ${title}`) }] });
  };
  expect((await save('My second winter')).body.entries[0].status).toBe('pending_review');
  const letters = await city.mails();
  expect(to(letters)).toEqual(addresses(editor, second));
  expect(letters.find((letter) => letter.to === editor.person.email)).toMatchObject({
    subject: 'Kleinhaven (en): to be reviewed again: My second winter',
    text: expect.stringContaining('has changed “\u2068My second winter\u2069” after it was ready.'),
  });
  await save('My third winter');
  expect(await city.mails()).toEqual([]);
});

test('who may approve a draft and changes one that is ready tells nobody: it is ready still', async () => {
  await status(editor, 'pending_publish');
  await city.mails();
  const path = `content/stories/en/${name.slug}.mdx`;
  const { data } = (await city.call(editor, 'unpublishedEntryDataFile', { path })).body as { data: string };
  const saved = await city.call(editor, 'persistEntry', { dataFiles: [{ path, raw: data.replace('It was cold.', 'It was very cold.') }] });
  expect(saved.body.entries[0].status).toBe('pending_publish');
  expect(await city.mails()).toEqual([]);
});

test('a note reaches the owner of the draft with its text as it was typed', async () => {
  await note(editor, 'Is this <b>right</b>?\nSee https://law.example.');
  const letters = await city.mails();
  expect(to(letters)).toEqual(addresses(writer));
  expect(letters[0]!.text).toContain('\n\nIs this <b>right</b>?\nSee https://law.example.\n\n');
  expect(letters[0]!.subject).toBe('Kleinhaven (nl): een opmerking bij My first winter');
});

test('an owner’s note reaches whoever wrote notes before, and nobody else', async () => {
  await note(translator, 'Which winter?');
  await note(editor, 'Shorter?');
  await city.mails();
  await note(writer, 'That of 2022.');
  expect(to(await city.mails())).toEqual(addresses(editor, translator));
});

test('an owner’s note to nobody reaches those who may approve it, once an hour, and only while it waits for them', async () => {
  await note(writer, 'Please hurry.');
  expect(to(await city.mails())).toEqual(addresses(editor, second));
  await note(writer, 'Really.');
  expect(await city.mails()).toEqual([]);
  city.later(3_600_001);
  await note(writer, 'Hello?');
  expect(to(await city.mails())).toEqual(addresses(editor, second));
  city.later(3_600_001);
  await status(writer, 'draft');
  await note(writer, 'For myself: look up the year.');
  expect(await city.mails()).toEqual([]);
});

test('being asked for changes is one mail to the owner, with what was said', async () => {
  const answer = await city.call(editor, 'askForChanges', { ...key(), note: { content: 'Tell us how it ended.' } });
  expect(answer.status).toBe(200);
  const letters = await city.mails();
  expect(to(letters)).toEqual(addresses(writer));
  expect(letters[0]!.text).toContain('Tell us how it ended.');
  expect(letters[0]!.subject).toContain('graag iets wijzigen');
});

test('who gives a draft back in the editor of texts tells its owner, too; who takes their own back tells nobody', async () => {
  await status(editor, 'draft');
  expect(to(await city.mails())).toEqual(addresses(writer));
  await status(writer, 'pending_review');
  await city.mails();
  await status(writer, 'draft');
  expect(await city.mails()).toEqual([]);
});

test('what was published reaches its owner with the address on the site', async () => {
  name = { collection: 'guides', lang: 'nl', slug: 'bicycle' };
  const path = 'content/guides/nl/bicycle.mdx';
  const { data } = (await city.call(translator, 'getEntry', { path })).body as { data: string };
  const raw = data.replace(/^title: .*$/m, 'title: Op de fiets');
  expect((await city.call(translator, 'persistEntry', { dataFiles: [{ path, raw }] })).status).toBe(200);
  await status(translator, 'pending_review');
  await status(editor, 'pending_publish');
  await city.mails();
  expect((await city.call(editor, 'publishUnpublishedEntry', key())).status).toBe(200);
  const letters = await city.mails();
  expect(to(letters)).toEqual(addresses(translator));
  expect(letters[0]!.text).toContain('\n\nhttps://city.example/nl/guides/bicycle/\n\n');
});

test('nobody is told who switched mails off, lost the right to read it, or has gone', async () => {
  await city.pages.auth.change(second.person.id, { mails: false });
  await note(writer, 'Anybody?');
  expect(to(await city.mails())).toEqual(addresses(editor));
  await city.pages.auth.change(second.person.id, { mails: true });

  const lost = await city.join('translator', { name: 'Lena' });
  const gone = await city.join('translator', { name: 'Mira' });
  await note(lost, 'I have a question.');
  await note(gone, 'So have I.');
  await city.mails();
  await city.pages.auth.change(lost.person.id, { role: 'contributor' });
  await city.pages.auth.remove(gone.person.id);
  await note(writer, 'Which one?');
  expect(await city.mails()).toEqual([]);
});

test('a mail that cannot be written fails neither the request nor the other mails', async () => {
  const broken = await city.join('editor', { name: 'Broken' });
  city.pages.database.prepare("UPDATE user SET email = 'none' WHERE id = ?").run(broken.person.id);
  await status(writer, 'draft');
  expect((await status(writer, 'pending_review')).status).toBe(200);
  expect(to(await city.mails())).toEqual(addresses(editor, second));
  await city.pages.auth.remove(broken.person.id);
});
