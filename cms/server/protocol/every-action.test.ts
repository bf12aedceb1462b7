import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCollection } from '../../../src/content-model/collections.ts';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { servedText } from '../checks/served-text.ts';
import { documentFile, documentKey } from '../document.ts';
import { decapCollection, decapSlug } from '../editor-address.ts';
import type { Person } from '../person.ts';
import { mayWith, roles, type DocumentAction } from '../roles.ts';
import { actions, type ActionName } from './actions.ts';
import type { ApiAnswer, ApiCity } from './api-city.ts';
import { cellCity, type CellCity, type Place } from './cell-city.ts';

let city: ApiCity;
let places: readonly Place[];
let people: CellCity['people'];
beforeAll(async () => {
  ({ city, places, people } = await cellCity({ files: await fixtureFiles(), day: fixtureDay }));
}, 120_000);
afterAll(() => city.close());

const keyOf = ({ name }: Place) => ({ id: documentKey(name) });
const decapKeyOf = ({ name, kind }: Place) => ({ collection: decapCollection(name, kind), slug: decapSlug(name) });
const pathOf = ({ name }: Place) => ({ path: `content/${documentFile(name)}` });
const rawOf = (place: Place) => ({ ...pathOf(place), raw: servedText({ name: place.name, text: place.text, revision: '0'.repeat(40) }) });
const no = '0'.repeat(40);

/**
 * Every action that is about one document, with the right it needs there: drafts in review, of entries that are not published. What each role gets of the
 * right itself is tried in every cell by `every-cell.test.ts`.
 */
const ofDocuments: Partial<Record<ActionName, { needs: DocumentAction | 'write or read'; params: (place: Place) => object }>> = {
  unpublishedEntry: { needs: 'read', params: keyOf },
  unpublishedEntryDataFile: { needs: 'read', params: pathOf },
  unpublishedEntryMediaFile: { needs: 'read', params: (place) => ({ ...decapKeyOf(place), path: 'content/media/a.jpg' }) },
  getDeployPreview: { needs: 'read', params: keyOf },
  getPRMetadata: { needs: 'read', params: keyOf },
  getNotes: { needs: 'read', params: keyOf },
  getHistory: { needs: 'read', params: pathOf },
  getVersion: { needs: 'read', params: (place) => ({ ...pathOf(place), revision: no }) },
  getDifference: { needs: 'read', params: (place) => ({ ...pathOf(place), from: null, to: no }) },
  reviewEntry: { needs: 'read', params: keyOf },
  translationSource: { needs: 'read', params: pathOf },
  preview: { needs: 'write or read', params: rawOf },
  previewProblems: { needs: 'write or read', params: rawOf },
  persistEntry: { needs: 'write', params: (place) => ({ dataFiles: [rawOf(place)] }) },
  restoreVersion: { needs: 'write', params: (place) => ({ ...pathOf(place), revision: no }) },
  updateUnpublishedEntryStatus: { needs: 'approve', params: (place) => ({ ...keyOf(place), newStatus: 'pending_publish', _revision: no }) },
  // Whoever may take a draft back may say why.
  askForChanges: { needs: 'submit', params: (place) => ({ ...keyOf(place), note: { content: 'Why?' }, _revision: no }) },
  publishUnpublishedEntry: { needs: 'publish', params: keyOf },
  unpublish: { needs: 'unpublish', params: pathOf },
  planUnpublish: { needs: 'unpublish', params: keyOf },
  deleteFile: { needs: 'unpublish', params: pathOf },
  deleteFiles: { needs: 'unpublish', params: (place) => ({ paths: [pathOf(place).path] }) },
  deleteUnpublishedEntry: { needs: 'discard', params: (place) => ({ ...keyOf(place), _revision: no }) },
  addNote: { needs: 'note', params: (place) => ({ ...keyOf(place), note: { content: '' } }) },
  updateNote: { needs: 'note', params: (place) => ({ ...keyOf(place), noteId: 'none', updates: {} }) },
  deleteNote: { needs: 'note', params: (place) => ({ ...keyOf(place), noteId: 'none' }) },
  toggleNoteResolution: { needs: 'note', params: (place) => ({ ...keyOf(place), noteId: 'none' }) },
};
/** These say something of an original, for all its languages. */
const ofOriginals: readonly ActionName[] = ['stillRight', 'markTranslationsStillRight'];
/** These name no one document; what they tell is tried below, and where they are tested. */
const ofAll: readonly ActionName[] = [
  ...([
    'info',
    'entriesByFolder',
    'entriesByFiles',
    'getEntry',
    'unpublishedEntries',
    'newSlug',
    'listReferences',
    'getMedia',
    'getMediaFile',
  ] as const),
  ...(['persistMedia', 'listDesk', 'listWritable', 'listPublished', 'listMarks', 'beginTranslation', 'translationTable'] as const),
  ...(['state', 'listReleases', 'rollBack'] as const),
];

test('every action of the protocol is tried', () => {
  expect([...Object.keys(ofDocuments), ...ofOriginals, ...ofAll].sort()).toEqual(Object.keys(actions).sort());
});

const allowed = (role: Person['role'], needs: DocumentAction | 'write or read', { name: { collection }, kind, relation }: Place): boolean =>
  (needs === 'write or read' ? (['write', 'read'] as const) : [needs]).some((action) => mayWith(role, action, { collection, kind, relation }));

const isRefused = ({ status }: ApiAnswer) => status === 403;

test.each(roles)('%s: every action about a document is refused where the table does not allow it, and nothing is written', async (role) => {
  const unexpected: string[] = [];
  for (const place of places.filter(({ name: { collection } }) => ['stories', 'guides', 'settings', 'strings'].includes(collection)))
    for (const [action, { needs, params }] of Object.entries(ofDocuments)) {
      const before = city.written();
      // An empty note is refused before anybody asks whose it is, and any other would be written.
      const asked = action === 'addNote' && !allowed(role, needs, place) ? { ...params(place), note: { content: 'x' } } : params(place);
      const answer = await city.api(people[role], action, asked);
      const cell = `${action} ${place.name.collection} ${place.kind} ${place.relation}: ${answer.status}`;
      // Settings and interface texts are on the site always, so everybody may see where they stand; not their drafts.
      const isPublished = action === 'reviewEntry' && !isCollection(place.name.collection);
      if (isPublished ? Boolean(answer.body.draft) !== allowed(role, needs, place) : isRefused(answer) === allowed(role, needs, place))
        unexpected.push(cell);
      if (answer.status >= 500) unexpected.push(cell);
      if (city.written() !== before) unexpected.push(`${cell}, written`);
    }
  expect(unexpected).toEqual([]);
});

test.each(roles)('%s: what is said of an original is refused to who may not publish it', async (role) => {
  for (const place of places.filter(({ name: { collection }, kind }) => collection === 'guides' && kind === 'original'))
    for (const action of ofOriginals)
      expect([action, place.relation, isRefused(await city.api(people[role], action, pathOf(place)))]).toEqual([
        action,
        place.relation,
        !allowed(role, 'publish', place),
      ]);
});

test.each(roles)('%s: lists name no draft that may not be read', async (role) => {
  const lists: [ActionName, object][] = [
    ['unpublishedEntries', {}],
    ['listDesk', {}],
    ['listReferences', { lang: 'en' }],
    ['translationTable', { search: 'original-other' }],
    ['translationTable', { search: 'original-desk' }],
    ['listPublished', {}],
  ];
  const told = await Promise.all(lists.map(async ([action, params]) => JSON.stringify((await city.api(people[role], action, params)).body)));
  for (const place of places.filter(({ name, kind }) => isCollection(name.collection) && kind === 'original')) {
    const { collection, slug } = place.name;
    // The same address is in several collections: a title is known wherever one of them may be read.
    const somewhere = places.some((one) => one.name.slug === slug && allowed(role, 'read', one));
    if (!somewhere) expect([role, collection, slug, told.filter((text) => text.includes(slug)).length]).toEqual([role, collection, slug, 0]);
    else expect(told[0]!.includes(documentKey(place.name))).toBe(allowed(role, 'read', place));
  }
});
