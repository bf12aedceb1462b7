import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureSource } from '../../../../src/fixture-city/fixture-city.ts';
import type { ReleaseRecord } from '../../publishing/publishing.ts';
import { pagesInFolder, quiet, signedInAs, type PagesInFolder } from '../pages-in-folder.ts';

let city: PagesInFolder;
let administrator: Headers;
beforeAll(async () => {
  city = await pagesInFolder({ source: await fixtureSource() });
  administrator = (await signedInAs(city, 'administrator')).headers;
});
afterAll(() => city[Symbol.asyncDispose]());
beforeEach(() => Object.assign(city.told, { records: [], state: {}, mirror: null, free: 50e9, mails: 0, wentBack: [], ...quiet() }));

const register = { collection: 'guides', lang: 'nl', slug: 'register' } as const;
const unknown = { collection: 'stories', lang: 'en', slug: 'q7w8' } as const;
const record = (more: Partial<ReleaseRecord>): ReleaseRecord => ({
  id: 1,
  state: 'live',
  at: '2026-11-22T09:30:00.000Z',
  day: '2026-11-22',
  release: 'r1',
  changes: [],
  pages: 120,
  written: 3,
  milliseconds: 1240,
  searchMilliseconds: null,
  problems: [],
  ...more,
});
const refused = (more: Partial<ReleaseRecord> = {}) =>
  record({
    id: 9,
    state: 'refused',
    release: null,
    problems: [{ path: '/nl/guides/register/', problem: 'The link leads nowhere.', file: 'guides/nl/register.mdx', line: 14 }],
    ...more,
  });
/** The page with its white space as a browser shows it. */
const page = async (path = '/status') => (await (await city.get(path, administrator)).text()).replace(/\s+/g, ' ');
const textOf = async (path?: string) => (await page(path)).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

test('a failed publication is told with file and line, who published, and what became of it, each leading to its page', async () => {
  const { id } = await signedInAs(city, 'editor');
  city.told.records = [refused({ changes: [{ action: 'publish', by: id, documents: [register] }], takenBack: [register, unknown] })];
  const html = await page();
  for (const part of [
    'Published, by \u2068editor\u2069',
    '<a href="/entries/guides/nl/register"><bdi>Schrijf u in bij de gemeente</bdi></a>',
    '<a href="/entries/guides/nl/register"><code dir="ltr">guides/nl/register.mdx:14</code></a>',
    'The link leads nowhere.',
    'These 2 are drafts again, and nothing of them is lost:',
    '<a href="/entries/stories/en/q7w8"><code dir="ltr">stories/en/q7w8</code></a>',
  ])
    expect(html).toContain(part);
});

test('whether it was taken back as a whole, could not be, or is tried again is told apart', async () => {
  for (const [one, said] of [
    [refused({ takenBack: [] }), 'All of it was taken back'],
    [refused({ takenBack: null }), 'Nothing can be published until this is mended.'],
    [record({ state: 'failed', release: null, problems: [{ path: '', problem: 'The disk is full.' }] }), 'The server tries again by itself.'],
  ] as const) {
    city.told.records = [one];
    expect(await textOf()).toContain(said);
  }
});

test('what failed lately stands at the top; later it is one of the list', async () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
  city.told.records = [record({ id: 10 }), refused({ at: days(13) })];
  expect(await page()).toMatch(/id="failed"[\s\S]*guides\/nl\/register\.mdx:14[\s\S]*id="queue"[\s\S]*id="releases"/);
  city.told.records = [record({ id: 10 }), refused({ at: days(15) })];
  expect(await page()).toMatch(/id="queue"[\s\S]*id="releases"[\s\S]*guides\/nl\/register\.mdx:14/);
  expect(await page()).not.toContain('id="failed"');
});

test('releases are listed with who published what, by title', async () => {
  city.told.records = [
    record({ id: 9, release: 'r9', changes: [{ action: 'publish', by: 'u_gone', documents: [register] }] }),
    record({ id: 8, release: 'r8', changes: [{ action: 'import', by: 'server', documents: [] }] }),
    refused({ id: 7, at: '2020-01-01T09:30:00.000Z' }),
    record({ id: 6, release: 'r6', changes: [{ action: 'media', by: 'u_gone', documents: [] }] }),
  ];
  const html = await page();
  for (const part of [
    'Content imported, by \u2068the server\u2069',
    'somebody who no longer has an account',
    'Schrijf u in bij de gemeente',
    'guides · <bdi>nl</bdi>',
  ])
    expect(html).toContain(part);
  expect(html).toContain('datetime="2026-11-22T09:30:00.000Z">22 Nov 2026, 10:30</time>');
  // One can go back to what was live before, not to what is now, nor to what was refused.
  expect([...html.matchAll(/name="release" value="(\w+)"/g)].map(([, release]) => release)).toEqual(['r8', 'r6']);
});

test('of many changes and documents the first are named and the others counted', async () => {
  const documents = Array.from({ length: 30 }, (_, number) => ({ ...unknown, slug: `s${number}` }));
  city.told.records = [record({ changes: [{ action: 'import', by: 'server', documents }] })];
  const html = await page();
  expect(html.match(/href="\/entries\//g)).toHaveLength(12);
  expect(html).toContain('and 18 more');
});

test('the queue says what waits, who published it and since when', async () => {
  const { id } = await signedInAs(city, 'editor');
  const queue = [{ action: 'publish' as const, by: id, documents: [register], since: '2026-11-22T09:29:00.000Z' }];
  city.told.state = { waiting: 1, queue, working: true, upToDate: false };
  const text = await textOf();
  expect(text).toContain('The site does not yet show everything that was published.');
  expect(text).toContain('1 change waits for the next release. One is being made right now.');
  expect(text).toContain('Published, by \u2068editor\u2069 Schrijf u in bij de gemeente guides · nl waiting since 22 Nov 2026, 10:29');
});

test('the last release says what it wrote, how long it took, and whether search knows it', async () => {
  city.told.records = [record({ id: 12, searchMilliseconds: 3400 })];
  expect(await textOf()).toContain('Release 12 put up 22 Nov 2026, 10:30');
  expect(await textOf()).toContain('120 pages, 3 of them written anew. It took 1.2s. Search finds all of it, after 3.4s.');
  city.told.state = { searchUpToDate: false };
  expect(await textOf()).toContain('Search does not find all of it yet.');
});

test('mails, mirror, disk and the version that runs are told with what keeps them', async () => {
  city.told.mails = 2;
  city.told.outbox = { oldest: '2026-11-22T08:00:00.000Z', failing: 1, reason: '550', givenUp: 3 };
  city.told.mirror = { state: 'refused', waiting: 3, command: 'git push mirror main' };
  const text = await textOf();
  for (const part of [
    '2 mails could not be sent yet',
    'The oldest was written on 22 Nov 2026, 09:00.',
    '1 was not taken by the mail server: \u2068550\u2069.',
    '3 were given up after three days.',
    'git push mirror main',
    '50 GB of 100 GB',
    'Doorstep 0.1.0 (5a8c39b), Node 24.21.0',
    'Running since 20 Nov 2026, 07:00',
  ])
    expect(text).toContain(part);
  city.told.outbox = { sends: false };
  expect(await textOf()).toContain('No mail server is named (SMTP_URL)');
});

test('the next weekly mail is told: when, to how many, about what', async () => {
  expect(await textOf()).toContain('Next: Monday, 23 November 2026 at 07:00. Nothing is due, so nobody gets one.');
  city.told.weekly = { monday: null, owners: 3, guides: 5, facts: 2, unreachable: 1, last: { at: '2026-11-16T06:00:00.000Z', mails: 2 } };
  const text = await textOf();
  expect(text).toContain('It is being sent now. To 3 addresses: 5 guides to review and 2 facts to look up.');
  expect(text).toContain('Nobody can be told of 1 more');
  expect(text).toContain('The last time it went to 2 addresses, on 16 Nov 2026, 07:00');
});

test('nothing reloads by itself: a link looks again, in the language one reads', async () => {
  const html = await page('/status?lang=nl');
  expect(html).toContain('<a href="/status?lang=nl">Opnieuw kijken</a>');
  expect(html).not.toMatch(/http-equiv="refresh"|<script/);
});

test('going back says first which entries go, come back and get an earlier text', async () => {
  city.told.records = [record({ id: 2, release: 'r2' }), record({ id: 1, release: 'r1' })];
  city.told.goingBack = {
    gone: [{ name: register, title: 'Register <b>here</b>' }],
    back: [{ name: unknown, title: undefined }],
    earlier: [],
    kept: [{ name: { ...unknown, slug: 'k1d4' }, title: 'Nineteen boxes' }],
  };
  const text = await textOf('/status/go-back?release=r1');
  for (const part of [
    'Go back to release 1?',
    '1 is taken off the site Register &lt;b&gt;here&lt;/b&gt;',
    '1 comes back stories/en/q7w8',
    '1 stays as it is',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('earlier text');
  city.told.goingBack = quiet().goingBack;
  expect(await textOf('/status/go-back?release=r1')).toContain('No text would change.');
});

test('going back asks once more, and only to a release that was live before', async () => {
  const { id, headers } = await signedInAs(city, 'administrator');
  city.told.records = [record({ id: 2, release: 'r2' }), record({ id: 1, release: 'r1' })];
  expect(city.told.wentBack).toEqual([]);
  for (const release of ['r2', 'r9', '', '../r1']) {
    expect((await city.get(`/status/go-back?release=${release}`, headers)).status).toBe(404);
    expect((await city.post('/status/go-back', { release }, headers)).status).toBe(404);
  }
  const answer = await city.post('/status/go-back', { release: 'r1' }, headers);
  expect(answer.headers.get('location')).toBe('/status?done=gone-back');
  expect(city.told.wentBack).toEqual([{ release: 'r1', by: id }]);
});

test('people are shown by role, by what is missing, and in the order in which they were here', async () => {
  const invite = (name: string, role: Parameters<PagesInFolder['invite']>[0]) =>
    city.auth.invite({ email: `${name.toLowerCase()}@city.example`, name, role, desks: [], lang: 'en', unmailed: true });
  await invite('Zoe', 'editor');
  await invite('Bea', 'translator');
  const { id } = await invite('Yan', 'editor');
  await city.as(id, 'passkey');
  city.database.prepare('UPDATE user SET lastSeen = ? WHERE id = ?').run(new Date().toISOString(), id);
  const shown = async (query: string) => {
    const list = /<ul class="people">(.*?)<\/ul>/.exec(await page(`/people?${query}`))?.[1] ?? '';
    return ['Zoe', 'Bea', 'Yan'].filter((name) => list.includes(`<bdi>${name}</bdi>`)).toSorted((a, b) => list.indexOf(a) - list.indexOf(b));
  };
  expect(await shown('')).toEqual(['Bea', 'Yan', 'Zoe']);
  expect(await shown('only=translator')).toEqual(['Bea']);
  expect(await shown('which=passkey')).toEqual(['Zoe']);
  expect(await shown('which=away')).toEqual(['Bea', 'Zoe']);
  expect(await shown('only=editor&order=seen')).toEqual(['Yan', 'Zoe']);
  expect(await shown('only=king&which=x&order=y')).toEqual(['Bea', 'Yan', 'Zoe']);
  expect(await page('/people?only=editor&which=passkey')).toMatch(/<option value="editor" selected>.*<option value="passkey" selected>/);
  expect(await page('/people?only=contributor&which=passkey')).toContain('There is nobody like that.');
  expect(await textOf('/people?which=passkey')).toContain('no passkey yet');
});
