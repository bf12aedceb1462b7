import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import type { ReleaseRecord } from '../publishing/publishing.ts';
import { allowances, roles } from '../roles.ts';
import { pagesInFolder, signedInAs, type PagesInFolder } from './pages-in-folder.ts';

let city: PagesInFolder;
let administrator: Headers;
beforeAll(async () => {
  city = await pagesInFolder({ source: await fixtureSource() });
  administrator = (await signedInAs(city, 'administrator')).headers;
});
afterAll(() => city[Symbol.asyncDispose]());
beforeEach(() => Object.assign(city.told, { records: [], state: {}, mirror: null, free: 50e9, mails: 0 }));

const text = async (path: string, headers: Headers) => (await city.get(path, headers)).text();
const record = (more: Partial<ReleaseRecord>): ReleaseRecord => ({
  id: 1,
  state: 'live',
  at: '2026-11-22T09:30:00.000Z',
  day: '2026-11-22',
  release: 'r1',
  changes: [],
  pages: 120,
  written: 3,
  milliseconds: 900,
  searchMilliseconds: null,
  problems: [],
  ...more,
});

test.each(roles)('the first page of a %s says what the role table lets them do, and links to nothing else', async (role) => {
  const { headers } = await signedInAs(city, role);
  const page = await text('/', headers);
  const list = /<ul class="rights">([\s\S]*?)<\/ul>/.exec(page)![1]!;
  expect(list.match(/<li>/g)).toHaveLength(allowances[role].documents.length + (allowances[role].site.length > 0 ? 1 : 0));
  expect(page.includes('href="/people"')).toBe(role === 'administrator');
  expect(page.includes('href="/status"')).toBe(role === 'administrator');
});

test.each([
  ['GET', '/people'],
  ['GET', '/people/u_abc'],
  ['GET', '/people/u_abc/remove'],
  ['GET', '/status'],
  ['GET', '/status/go-back?release=r1'],
  ['POST', '/people'],
  ['POST', '/people/u_abc'],
  ['POST', '/people/u_abc/remove'],
  ['POST', '/people/u_abc/passkeys/reset'],
  ['POST', '/people/u_abc/sessions/end-all'],
  ['POST', '/status/go-back'],
] as const)('%s %s is for administrators alone', async (method, path) => {
  for (const role of roles.filter((one) => one !== 'administrator')) {
    const { headers } = await signedInAs(city, role);
    const answer = await (method === 'GET' ? city.get(path, headers) : city.post(path, { release: 'r1' }, headers));
    expect([role, answer.status]).toEqual([role, 403]);
    expect(await answer.text()).toContain('Your role does not allow this.');
  }
});

test('an administrator is warned of what needs them, with the command to run; others are not', async () => {
  city.told.mirror = { state: 'refused', waiting: 3, command: 'git -C .data/repository.git push mirror main' };
  city.told.mails = 2;
  city.told.free = 1e9;
  city.told.records = [record({ id: 8, state: 'refused', release: null, problems: [{ path: '/en/guides/register/', problem: 'x' }] })];
  const page = await text('/', administrator);
  expect(page).toContain('4 things need you');
  for (const part of [
    'refuses what it is sent; 3 changes wait',
    'git -C .data/repository.git push mirror main',
    'one problem was found',
    '2 mails could not be sent yet',
    '1 GB are left',
  ])
    expect(page).toContain(part);
  const { headers } = await signedInAs(city, 'editor');
  expect(await text('/', headers)).not.toContain('class="warn"');
});

test('somebody is invited with name, role, desks and language, and gets a mail in it', async () => {
  const fields = { name: 'Nour', email: 'nour@city.example', role: 'student-editor', desks: ['harbour'], language: 'ar' };
  const answer = await city.post('/people', fields, administrator);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/people?done=invited']);
  const nour = (await city.auth.people()).find(({ email }) => email === 'nour@city.example')!;
  expect(nour).toMatchObject({ name: 'Nour', role: 'student-editor', desks: ['harbour'], lang: 'ar' });
  expect((await city.letters()).at(-1)).toMatchObject({ to: 'nour@city.example', subject: expect.stringContaining('دعوة') as string });
  const page = await text('/people?done=invited', administrator);
  expect(page).toContain('The invitation is on its way.');
  expect(page).toContain('nour@city.example');
});

test('everything that is wrong with an invitation is said at once, and what was typed stays', async () => {
  const before = (await city.auth.people()).length;
  const answer = await city.post('/people', { name: ' ', email: 'nour', role: 'king', desks: 'attic', language: 'tlh' }, administrator);
  const page = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ['name', 'email', 'role', 'desks', 'language']) {
    expect(page).toContain(`<a href="#${field}">`);
    expect(page).toMatch(new RegExp(`id="${field}"`));
  }
  expect(page).toContain('value="nour"');
  expect((await city.auth.people()).length).toBe(before);
  const student = { name: 'Nour', email: 'n@city.example', role: 'student-editor', language: 'en' };
  expect(await (await city.post('/people', student, administrator)).text()).toContain('A student editor needs at least one desk');
});

test('role and desks of a person are changed on their page', async () => {
  const id = await city.invite('contributor', 'rosa@city.example');
  expect(await text(`/people/${id}`, administrator)).toMatch(/value="contributor"[^>]*checked/);
  const answer = await city.post(`/people/${id}`, { role: 'student-editor', desks: 'harbour' }, administrator);
  expect(answer.headers.get('location')).toBe(`/people/${id}?done=saved`);
  expect(await city.auth.person(id)).toMatchObject({ role: 'student-editor', desks: ['harbour'] });
});

test('sessions and passkeys of a person are ended on their page', async () => {
  const { id, headers } = await signedInAs(city, 'editor');
  const page = await text(`/people/${id}`, administrator);
  expect(page).toContain('Firefox, Linux');
  await city.post(`/people/${id}/sessions/end-all`, {}, administrator);
  expect(await city.auth.whoIs(headers)).toBeUndefined();
  expect(await city.auth.passkeys(id)).toHaveLength(1);
  await city.post(`/people/${id}/passkeys/reset`, {}, administrator);
  expect(await city.auth.passkeys(id)).toEqual([]);
});

test('somebody is removed only after a page has asked once more', async () => {
  const id = await city.invite('translator', 'gone@city.example');
  expect(await text(`/people/${id}/remove`, administrator)).toContain('Remove \u2068translator\u2069?');
  expect(await city.auth.person(id)).toBeDefined();
  const answer = await city.post(`/people/${id}/remove`, {}, administrator);
  expect(answer.headers.get('location')).toBe('/people?done=removed');
  expect(await city.auth.person(id)).toBeUndefined();
  expect((await city.get(`/people/${id}`, administrator)).status).toBe(404);
});

test('the last administrator stays one, and is told why', async () => {
  await using lonely = await pagesInFolder({ source: await fixtureSource() });
  const { id, headers } = await signedInAs(lonely, 'administrator');
  const answer = await lonely.post(`/people/${id}`, { role: 'editor' }, headers);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('There must always be an administrator.');
  expect(await lonely.auth.person(id)).toMatchObject({ role: 'administrator' });
});

test('name and language are one’s own to change, and the answer is in the new language', async () => {
  const { id, headers } = await signedInAs(city, 'contributor');
  const answer = await city.post('/account?lang=en', { name: ' Zoë ', language: 'nl' }, headers);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=saved']);
  expect(await city.auth.person(id)).toMatchObject({ name: 'Zoë', lang: 'nl', role: 'contributor' });
  expect(await text('/account?done=saved', headers)).toContain('Bewaard.');
  for (const name of ['', 'a'.repeat(81), 'Eve\nBcc: all@city.example', 'a\u0000b'])
    expect([name, (await city.post('/account', { name, language: 'nl' }, headers)).status]).toEqual([name, 422]);
});

test('whoever needs a passkey cannot remove their last one; others can', async () => {
  const { id, headers } = await signedInAs(city, 'editor');
  const [only] = await city.auth.passkeys(id);
  expect(await text('/account', headers)).toContain('This is the only passkey you have');
  const answer = await city.post('/account/passkeys/remove', { id: only!.id }, headers);
  expect(answer.status).toBe(409);
  expect(await city.auth.passkeys(id)).toHaveLength(1);

  const contributor = await city.invite('contributor', 'k@city.example');
  const theirs = await city.as(contributor, 'passkey');
  const [passkey] = await city.auth.passkeys(contributor);
  expect((await city.post('/account/passkeys/remove', { id: only!.id }, theirs)).status).toBe(404);
  expect((await city.post('/account/passkeys/remove', { id: passkey!.id }, theirs)).headers.get('location')).toBe('/account?done=passkey-removed');
  expect(await city.auth.passkeys(contributor)).toEqual([]);
  expect(await city.auth.passkeys(id)).toHaveLength(1);
});

test('a session is ended on the account page, and nobody ends another’s', async () => {
  const { id, headers } = await signedInAs(city, 'contributor');
  const other = await city.as(id, 'link');
  const otherId = (await city.auth.whoIs(other))!.session;
  const stranger = (await signedInAs(city, 'translator')).headers;
  await city.post('/account/sessions/end', { id: otherId }, stranger);
  expect(await city.auth.whoIs(other)).toBeDefined();
  const answer = await city.post('/account/sessions/end', { id: otherId }, headers);
  expect(answer.headers.get('location')).toBe('/account?done=session-ended');
  expect(await city.auth.whoIs(other)).toBeUndefined();
  await city.post('/account/sessions/end-all', {}, headers);
  expect(await city.auth.whoIs(headers)).toBeUndefined();
});

test('names that people typed are only text, wherever they stand', async () => {
  const name = '<img src=x onerror=alert(1)>"\'';
  const { id } = await city.auth.invite({ email: 'x@city.example', name, role: 'administrator', desks: [], lang: 'en' });
  const headers = await city.as(id, 'passkey');
  for (const path of ['/', '/account', '/people', `/people/${id}`, `/people/${id}/remove`]) {
    const page = await text(path, headers);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x');
  }
});

test('an address that leads nowhere is told so in the person’s language, in the same frame', async () => {
  const { headers } = await signedInAs(city, 'contributor');
  const answer = await city.get('/nowhere?lang=ar', headers);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/<html lang="ar" dir="rtl">[\s\S]*class="skip"/);
});
