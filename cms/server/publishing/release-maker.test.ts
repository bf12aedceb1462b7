import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { createMainContent } from '../content/create-main-content.ts';
import { createMainReader, type MainReader } from '../content/read-main.ts';
import { dataFolderAt, makeDataFolder, type DataFolder } from '../data-folder.ts';
import { openDatabase } from '../database.ts';
import { documentFile, type DocumentName } from '../document.ts';
import { createStore } from '../store/create-store.ts';
import type { MainChange, Store } from '../store/store.ts';
import type { ReleaseNotices } from './create-publishing.ts';
import { createReleaseMaker, type ReleaseMaker } from './release-maker.ts';
import { createReleaseRecords, type ReleaseRecords } from './release-records.ts';
import type { Outcome } from './warm-publisher.ts';

const story = { collection: 'stories', lang: 'en', slug: 'k1d4' } as const;
const guide = { collection: 'guides', lang: 'en', slug: 'bicycle' } as const;
const done: Outcome = { kind: 'done', changed: true, pages: 10, written: 1 };
const refusedBecause = (path: string): Outcome => ({ kind: 'refused', problems: [{ path, problem: 'is not a whole page' }] });

let imported: string;
let folder: string;
let store: Store;
let reader: MainReader;
let database: ReturnType<typeof openDatabase>;
let records: ReleaseRecords;
let maker: ReleaseMaker;
let day: string;
let codeHash: string;
/** What the process answers, in order; then that all is live. */
let outcomes: Outcome[];
/** What happens while the process is at work. */
let meanwhile: () => Promise<unknown>;
const told: { refused: string[]; failed: number } = { refused: [], failed: 0 };

const storeIn = ({ repository, cache, writeLock }: DataFolder) => createStore({ repository, cache, writeLock, owner: true });
/** A city's content in git, to begin each test from. */
beforeAll(async () => {
  imported = await mkdtemp(join(tmpdir(), 'doorstep-imported-'));
  const data = dataFolderAt(imported);
  await makeDataFolder(data);
  const first = await storeIn(data);
  await first.replaceAll({ files: await fixtureFiles(), by: 'server', action: 'import' });
  await first.close();
});
afterAll(() => rm(imported, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-release-maker-'));
  await cp(imported, folder, { recursive: true });
  const data = dataFolderAt(folder);
  store = await storeIn(data);
  database = openDatabase(data.database);
  reader = createMainReader({ repository: data.repository, media: data.media });
  records = createReleaseRecords(database);
  Object.assign(told, { refused: [], failed: 0 });
  [day, codeHash, outcomes, meanwhile] = [fixtureDay, 'code-1', [], async () => undefined];
  const notices: ReleaseNotices = { refused: async ({ person }) => void told.refused.push(person), failed: async () => void told.failed++ };
  maker = createReleaseMaker({
    ...{ store, database, notices, records },
    mainContent: createMainContent({ store, reader, fixedDay: fixtureDay }),
    day: () => day,
    now: () => new Date('2026-11-22T10:00:00Z'),
    log: () => undefined,
    served: undefined,
    marked: undefined,
    askForSearch: () => undefined,
    publisher: {
      carryOut: async () => {
        await meanwhile();
        return outcomes.shift() ?? done;
      },
      stopSearch: () => undefined,
      codeHash: () => codeHash,
      close: async () => undefined,
    },
  });
  store.onMain((change) => maker.take(change));
  expect(await maker.pages()).toBe('settled');
});
afterEach(async () => {
  reader.close();
  await store.close();
  database.close();
  await rm(folder, { recursive: true });
});

async function publish(name: DocumentName, by: string): Promise<string> {
  const [now] = await store.read([documentFile(name)]);
  const text = now!.text.replace(/^title: .*$/m, `title: By ${by}`);
  const { revision } = await store.save({ name, text, seen: now!.revision, by, status: 'pending_publish' });
  await store.publish({ name, by, seen: revision });
  return now!.text;
}
const textOf = async (name: DocumentName) => (await store.read([documentFile(name)]))[0]?.text;
const whoDid = (changes: readonly MainChange[]) => changes.map(({ action, by }) => `${action} ${by}`);

test('a page over which the process hangs twice is a problem of its entry: it is put back, and others go on', async () => {
  const before = await publish(story, 'u_anna');
  await publish(guide, 'u_ben');
  outcomes = [{ kind: 'lost', reason: 'no sign of life', page: '/en/stories/k1d4/' }];
  expect(await maker.pages()).toBe('again');
  expect(await textOf(story)).toBe(before);
  expect(await textOf(guide)).toContain('By u_ben');
  expect(told).toEqual({ refused: ['u_anna'], failed: 0 });
  expect(records.last()).toMatchObject({ state: 'refused', takenBack: [story], problems: [{ file: 'stories/en/k1d4.mdx' }] });
  expect(await maker.pages()).toBe('settled');
  expect(whoDid(records.lastLive()!.changes)).toEqual(['publish u_ben', 'put-back server']);
});

test('where no document can be told, all that was published is put back', async () => {
  const before = await publish(story, 'u_anna');
  await publish(guide, 'u_ben');
  outcomes = [refusedBecause('/en/stories/')];
  expect(await maker.pages()).toBe('again');
  expect(await textOf(story)).toBe(before);
  expect(told.refused.toSorted()).toEqual(['u_anna', 'u_ben']);
});

test('where the code has changed nothing is put back, and administrators are told', async () => {
  await publish(story, 'u_anna');
  codeHash = 'code-2';
  outcomes = [refusedBecause('/en/stories/k1d4/')];
  expect(await maker.pages()).toBe('settled');
  expect(await textOf(story)).toContain('By u_anna');
  expect(told).toEqual({ refused: [], failed: 1 });
  expect(records.last()).toMatchObject({ state: 'refused', takenBack: null });
  expect(maker.queue()).toEqual([{ action: 'publish', by: 'u_anna', documents: [story], since: '2026-11-22T10:00:00.000Z' }]);
});

test('where the day has changed only what has a problem of its own is put back', async () => {
  await publish(story, 'u_anna');
  day = '2026-11-23';
  outcomes = [refusedBecause('/en/stories/')];
  expect(await maker.pages()).toBe('settled');
  expect(await textOf(story)).toContain('By u_anna');
  outcomes = [refusedBecause('/en/stories/k1d4/')];
  expect(await maker.pages()).toBe('again');
  expect(await textOf(story)).not.toContain('By u_anna');
});

test('what was taken off is never put back, and what others publish meanwhile is not blamed for it', async () => {
  await store.unpublish({ names: [story], by: 'u_anna', keep: false });
  outcomes = [refusedBecause('/en/stories/k1d4/')];
  expect(await maker.pages()).toBe('settled');
  expect(await textOf(story)).toBeUndefined();
  expect(told.failed).toBe(1);
  await publish(guide, 'u_ben');
  outcomes = [refusedBecause('/en/stories/')];
  expect(await maker.pages()).toBe('settled');
  expect(await textOf(guide)).toContain('By u_ben');
  expect(told).toEqual({ refused: [], failed: 1 });
});

test('a record that cannot be written does not keep what is live from being live', async () => {
  await publish(story, 'u_anna');
  database.exec('ALTER TABLE release_records RENAME TO gone');
  expect(await maker.pages()).toBe('settled');
  expect(maker.isServed()).toBe(true);
  database.exec('ALTER TABLE gone RENAME TO release_records');
});

test('a newer version of the culprit that came meanwhile stays: it may have been mended', async () => {
  await publish(story, 'u_anna');
  outcomes = [refusedBecause('/en/stories/k1d4/')];
  meanwhile = () => publish(story, 'u_ben');
  expect(await maker.pages()).toBe('again');
  meanwhile = async () => undefined;
  expect(await textOf(story)).toContain('By u_ben');
  expect(await maker.pages()).toBe('settled');
});

test('the draft of what was put back is theirs who wrote it, and both are told', async () => {
  database.prepare('INSERT INTO owned_documents (collection, slug, person) VALUES (?, ?, ?)').run('stories', 'k1d4', 'u_writer');
  await publish(story, 'u_anna');
  outcomes = [refusedBecause('/en/stories/k1d4/')];
  await maker.pages();
  expect(await store.draft(story)).toMatchObject({ owner: 'u_writer', status: 'draft' });
  expect(told.refused.toSorted()).toEqual(['u_anna', 'u_writer']);
});

test('going back to a release that cannot be shown is undone whole, without a draft of each file', async () => {
  const { release } = records.lastLive()!;
  await publish(story, 'u_anna');
  await publish(guide, 'u_anna');
  await maker.pages();
  await store.replaceAll({ files: (await store.releaseFiles(release!))!, by: 'u_admin', action: 'roll-back' });
  expect(await textOf(story)).not.toContain('By u_anna');
  outcomes = [refusedBecause('/en/')];
  expect(await maker.pages()).toBe('again');
  expect(await textOf(story)).toContain('By u_anna');
  expect(await store.drafts()).toEqual([]);
});

test('a failure is one failure however often it is tried, told once, and loses no change', async () => {
  const attempts = records.list().length;
  await publish(story, 'u_anna');
  outcomes = [
    { kind: 'failed', reason: 'ENOSPC' },
    { kind: 'failed', reason: 'ENOSPC' },
  ];
  for (let count = 0; count < 2; count++) {
    expect(await maker.pages()).toBe('settled');
    expect(maker.mustTryAgain()).toBe(true);
  }
  expect(records.list()).toHaveLength(attempts + 1);
  expect(told.failed).toBe(1);
  await maker.pages();
  expect(whoDid(records.lastLive()!.changes)).toEqual(['publish u_anna']);
});

test('records are kept, the last two hundred of them', () => {
  const record = records.last()!;
  for (let count = 0; count < 230; count++) records.write({ ...record, id: records.next() });
  expect(records.list(1000)).toHaveLength(200);
  expect(createReleaseRecords(database).next()).toBe(records.next());
});
