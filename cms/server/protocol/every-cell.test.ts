import { execFileSync } from 'node:child_process';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCollection } from '../../../src/content-model/collections.ts';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { servedText } from '../checks/served-text.ts';
import { documentFile, documentKey, draftRef, type DocumentCollection, type DocumentName } from '../document.ts';
import type { Person } from '../person.ts';
import { allowances, documentActions, may, mayWith, roles, siteActions, type DocumentAction, type SiteAction } from '../roles.ts';
import type { Status } from '../store/store.ts';
import type { ApiAnswer, ApiCity } from './api-city.ts';
import { cellCity, me, somebody, type CellCity, type Place } from './cell-city.ts';
import { originalText, translationText } from './example-texts.ts';

let city: ApiCity;
let places: CellCity['places'];
let people: CellCity['people'];
let makeDraft: CellCity['makeDraft'];

beforeAll(async () => {
  ({ city, places, people, makeDraft } = await cellCity({ files: await fixtureFiles(), day: fixtureDay }));
}, 120_000);
afterAll(() => city.close());

/** A draft that was ended, as it was: a ref, where a save would be a commit. */
const bringBack = (name: DocumentName, commit: string) =>
  execFileSync('git', ['--git-dir', city.data.repository, 'update-ref', draftRef(name), commit]);

const keyOf = (name: DocumentName) => ({ id: documentKey(name) });
const pathOf = (name: DocumentName) => `content/${documentFile(name)}`;
const revisionOf = async ({ name }: Place) => (await city.store.draft(name))!.revision;

interface Trial {
  ask: (by: Person, place: Place) => Promise<ApiAnswer>;
  /**
   * What is answered where the table allows it. Drafts are in review, and most entries not published, so that most trials meet the next condition
   * after the rights and write nothing: 1,200 commits would take minutes. That they do write is tried below.
   */
  allowed: number;
  /** Whether an allowed trial takes the draft away. */
  ends?: boolean;
}

const trials: Record<DocumentAction, Trial> = {
  read: { ask: (by, { name }) => city.api(by, 'unpublishedEntry', keyOf(name)), allowed: 200 },
  write: {
    ask: async (by, place) => {
      const raw = servedText({ name: place.name, text: place.text, revision: await revisionOf(place) });
      return city.api(by, 'persistEntry', { dataFiles: [{ path: pathOf(place.name), slug: 'x', raw }], assets: [], options: {} });
    },
    allowed: 200,
  },
  submit: { ask: (by, { name }) => city.api(by, 'updateUnpublishedEntryStatus', { ...keyOf(name), newStatus: 'pending_review' }), allowed: 200 },
  approve: {
    ask: (by, { name }) => city.api(by, 'updateUnpublishedEntryStatus', { ...keyOf(name), newStatus: 'pending_publish', _revision: '0'.repeat(40) }),
    allowed: 409,
  },
  publish: { ask: (by, { name }) => city.api(by, 'publishUnpublishedEntry', keyOf(name)), allowed: 409 },
  unpublish: { ask: (by, { name }) => city.api(by, 'unpublish', { path: pathOf(name) }), allowed: 404 },
  discard: {
    ask: (by, { name }) => city.api(by, 'deleteUnpublishedEntry', keyOf(name)),
    allowed: 200,
    ends: true,
  },
  note: { ask: (by, { name }) => city.api(by, 'deleteNote', { ...keyOf(name), noteId: 'none' }), allowed: 404 },
};

/** Settings and interface texts are published always: the site cannot do without them, and the checks say so. */
const allowedAnswer = (action: DocumentAction, { collection }: DocumentName): number =>
  action === 'unpublish' && !isCollection(collection) ? 422 : trials[action].allowed;

describe.each(roles)('%s', (role) => {
  test.each(documentActions)('%s: every collection, original or translation, own, of the desk or of others', async (action) => {
    const unexpected: string[] = [];
    for (const place of places) {
      const { name, kind, relation } = place;
      const expected = mayWith(role, action, { collection: name.collection, kind, relation });
      const [before, refBefore] = [city.written(), city.ref(draftRef(name))];
      const { status, body } = await trials[action].ask(people[role], place);
      const wanted = expected ? allowedAnswer(action, name) : 403;
      const cell = `${name.collection} ${kind} ${relation}`;
      if (status !== wanted) unexpected.push(`${cell}: ${status} instead of ${wanted} ${JSON.stringify(body).slice(0, 300)}`);
      if (!expected && city.written() !== before) unexpected.push(`${cell}: something was written`);
      if (expected && trials[action].ends) bringBack(name, refBefore);
    }
    expect(unexpected).toEqual([]);
  });
});

test.each(roles)('%s: a new document of every collection, original or translation, is the writer’s own', async (role) => {
  for (const { name, kind } of places) {
    if (!isCollection(name.collection)) continue;
    const fresh = { ...name, slug: 'new' };
    const expected = mayWith(role, 'write', { collection: name.collection, kind, relation: 'own' });
    // Something unknown in it is looked at after the rights, so that nothing is written either way.
    const raw = (kind === 'original' ? originalText(name.collection, 'new') : translationText(name.collection, 'new')).replace(
      '---\n',
      '---\nunknown: 1\n',
    );
    const before = city.written();
    const { status } = await city.api(people[role], 'persistEntry', { dataFiles: [{ path: pathOf(fresh), slug: 'new', raw }], assets: [] });
    expect([documentKey(name), kind, status]).toEqual([documentKey(name), kind, expected ? 422 : 403]);
    expect(city.written()).toBe(before);
  }
});

/** Rights about the whole that the protocol asks for; the others belong to pages. */
const siteTrials: Partial<Record<SiteAction, (by: Person) => Promise<ApiAnswer>[]>> = {
  upload: (by) => [city.api(by, 'persistMedia', { asset: { path: 'content/media/a.png', content: picture, encoding: 'base64' }, options: {} })],
  'remove-media': (by) => [
    city.api(by, 'deleteFiles', { paths: ['content/media/places/none.jpg'] }),
    city.api(by, 'deleteFile', { path: 'content/media/places/none.jpg' }),
  ],
  'roll-back': (by) => [city.api(by, 'rollBack', { release: 'none' })],
  status: (by) => [city.api(by, 'state'), city.api(by, 'listReleases')],
};
const ofPages: readonly SiteAction[] = ['people', 'consent', 'erase'];
let picture: string;
beforeAll(async () => {
  picture = (
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
      .png()
      .toBuffer()
  ).toString('base64');
});

test('each right about the whole site is asked for by the protocol, or is one of a page', () => {
  expect([...Object.keys(siteTrials), ...ofPages].sort()).toEqual([...siteActions].sort());
});

test.each(roles)('%s: pictures, releases, status', async (role) => {
  for (const [action, trial] of Object.entries(siteTrials) as [SiteAction, (by: Person) => Promise<ApiAnswer>[]][]) {
    const before = city.written();
    for (const answer of trial(people[role])) expect([role, action, (await answer).status === 403]).toEqual([role, action, !may(role, action)]);
    if (!may(role, action)) expect(city.written()).toBe(before);
  }
});

/** What each action really does, told from git. */
const effects: Record<DocumentAction, { before: Status; ask: Trial['ask']; after: (place: Place) => Promise<unknown>; becomes: unknown }> = {
  read: { before: 'draft', ask: trials.read.ask, after: async ({ name }) => (await city.store.draft(name))?.status, becomes: 'draft' },
  write: {
    before: 'draft',
    ask: async (by, place) => {
      const raw = servedText({ name: place.name, text: changed(place.text), revision: await revisionOf(place) });
      return city.api(by, 'persistEntry', { dataFiles: [{ path: pathOf(place.name), slug: 'x', raw }], assets: [], options: {} });
    },
    // A translation also says which wording of its original it renders.
    after: async (place) => (await city.store.draft(place.name))?.text.replace(/^revision:\n(?: {2}.*\n)+/m, '') === changed(place.text),
    becomes: true,
  },
  submit: { before: 'draft', ask: trials.submit.ask, after: async ({ name }) => (await city.store.draft(name))?.status, becomes: 'pending_review' },
  approve: {
    before: 'pending_review',
    ask: (by, { name }) => city.api(by, 'updateUnpublishedEntryStatus', { ...keyOf(name), newStatus: 'pending_publish' }),
    after: async ({ name }) => (await city.store.draft(name))?.status,
    becomes: 'pending_publish',
  },
  publish: {
    before: 'pending_publish',
    ask: trials.publish.ask,
    after: async ({ name, text }) => [await city.store.draft(name), (await city.store.read([documentFile(name)]))[0]?.text === text],
    becomes: [undefined, true],
  },
  unpublish: {
    before: 'pending_publish',
    ask: async (by, place) => {
      await city.store.publish({ name: place.name, by: somebody, seen: await revisionOf(place) });
      if (place.relation === 'own')
        city.database.prepare('INSERT OR REPLACE INTO owned_documents VALUES (?, ?, ?)').run(place.name.collection, place.name.slug, me);
      return trials.unpublish.ask(by, place);
    },
    after: async ({ name }) => [(await city.store.draft(name))?.status, await city.store.read([documentFile(name)])],
    becomes: ['draft', []],
  },
  discard: { before: 'draft', ask: trials.discard.ask, after: async ({ name }) => city.store.draft(name), becomes: undefined },
  note: {
    before: 'draft',
    ask: (by, { name }) => city.api(by, 'addNote', { ...keyOf(name), note: { content: 'Well said.' } }),
    after: async ({ name }) => (await city.store.draft(name))?.notes.map(({ text, author }) => [text, author]),
    becomes: [['Well said.', me]],
  },
};
const changed = (text: string) => text.replace(/^(title: .*)$/m, '$1 again');

/** One place for each role and action where the table allows it: the last of its last row, which is the least obvious one. */
const oneEach = roles.flatMap((role) =>
  documentActions.flatMap((action) => {
    const row = allowances[role].documents.findLast(({ may: all, of }) => all.includes(action) && of.some(isCollection));
    const collection: DocumentCollection | undefined = row?.of.filter((one) => isCollection(one) && one !== 'facts').at(-1);
    return row && collection ? [[role, action, { collection, kind: row.kinds.at(-1)!, relation: row.whose.at(-1)! }] as const] : [];
  }),
);

test.each(oneEach)('%s: %s is really done, on %j', async (role, action, { collection, kind, relation }) => {
  const place = places.find(({ name, ...of }) => name.collection === collection && of.kind === kind && of.relation === relation)!;
  const { before, ask, after, becomes } = effects[action];
  await city.store.discard({ name: place.name, by: me });
  await city.store.unpublish({ names: [place.name], by: me, keep: false });
  await makeDraft(place, before);
  const { status, body } = await ask(people[role], place);
  expect([status, body.error]).toEqual([200, undefined]);
  expect(await after(place)).toEqual(becomes);
});
