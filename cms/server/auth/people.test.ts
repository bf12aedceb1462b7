import { expect, test } from 'vitest';
import type { Refusal } from '../refusal.ts';
import { authInFolder } from './auth-in-folder.ts';

const refusal = (status: number, key: string) => expect.objectContaining({ status, key }) as Refusal;

test('an invited person has an opaque id, and their address in small letters', async () => {
  await using city = await authInFolder();
  const person = await city.auth.invite({ email: ' Olena.K@City.Example', name: 'Olena', role: 'translator', desks: ['work'], lang: 'uk' });
  expect(person).toEqual({
    id: expect.stringMatching(/^u_[a-z0-9]{16}$/) as string,
    name: 'Olena',
    email: 'olena.k@city.example',
    role: 'translator',
    desks: ['work'],
    lang: 'uk',
    mails: true,
  });
  expect(await city.auth.person(person.id)).toEqual(person);
  expect(await city.auth.people()).toEqual([{ ...person, lastSeen: null, passkeys: 0 }]);
});

test('the invitation is worded in the language of who gets it, and signs nobody in', async () => {
  await using city = await authInFolder();
  const by = await city.auth.person(await city.invite('administrator'));
  await city.auth.invite({ email: 'olena@city.example', name: 'Олена', role: 'editor', desks: [], lang: 'uk', by: by! });
  const letter = (await city.letters()).at(-1)!;
  expect(letter.subject).toBe('Запрошення до роботи над сайтом «Newtown (uk)»');
  expect(letter.text).toMatch(/^Вітаємо, Олена!\n\nadministrator запрошує вас/);
  expect(letter.text).toContain('\n\nhttp://cms.localhost:4322/sign-in\n\n');
  expect(letter.text).toContain('ключ доступу');
  expect(letter.text).not.toMatch(/token|[{}]/);
});

test.each(['en', 'nl', 'de', 'uk', 'ar'])('the mails in %s have every value filled in', async (lang) => {
  await using city = await authInFolder();
  const by = { id: 'u_x', name: 'Bo', email: 'bo@city.example', role: 'administrator', desks: [], lang: 'en' } as const;
  await city.auth.invite({ email: 'a@city.example', name: 'Ann', role: 'editor', desks: [], lang, by });
  await city.auth.invite({ email: 'b@city.example', name: 'Ben', role: 'contributor', desks: [], lang });
  city.auth.requestLink({ email: 'a@city.example', lang });
  const letters = await city.letters();
  expect(letters).toHaveLength(3);
  for (const { subject, text } of letters) {
    expect(subject).toContain(`Newtown (${lang})`);
    expect(subject + text).not.toMatch(/[{}]|undefined/);
    expect(text).toMatch(/Ann|Ben/);
  }
});

test('a name cannot write a second line into a mail or a list', async () => {
  await using city = await authInFolder();
  const person = await city.auth.invite({
    email: 'a@city.example',
    name: 'Ann\r\nBcc: all@city.example\u2028\u202e',
    role: 'contributor',
    desks: [],
    lang: 'en',
  });
  expect(person.name).toBe('Ann Bcc: all@city.example');
  expect((await city.letters()).at(-1)!.text.split('\n')[0]).toBe('Hello Ann Bcc: all@city.example,');
});

test.each([
  '',
  'no address',
  'a@b@c.example',
  'a@city.example, b@city.example',
  'a@city.example\nBcc: b@city.example',
  'Ann <a@city.example>',
  `${'a'.repeat(70)}@city.example`,
])('an invitation to %j is refused', async (email) => {
  await using city = await authInFolder();
  const invitation = city.auth.invite({ email, name: 'Ann', role: 'contributor', desks: [], lang: 'en' });
  await expect(invitation).rejects.toEqual(refusal(422, 'cms.refused.address'));
  expect(await city.letters()).toEqual([]);
});

test('a known address that is invited again gets the new role and desks, keeps its id, and its sessions end', async () => {
  await using city = await authInFolder();
  const id = await city.invite('contributor', 'ann@city.example');
  const headers = await city.as(id, 'link');
  const again = await city.auth.invite({ email: 'ANN@city.example', name: 'Else', role: 'student-editor', desks: ['work'], lang: 'nl' });
  expect(again).toMatchObject({ id, name: 'contributor', role: 'student-editor', desks: ['work'], lang: 'en' });
  expect(await city.auth.whoIs(headers)).toBeUndefined();
});

test('an account can be made without a mail', async () => {
  await using city = await authInFolder();
  await city.auth.invite({ email: 'ann@city.example', name: 'Ann', role: 'administrator', desks: [], lang: 'en', unmailed: true });
  expect(await city.letters()).toEqual([]);
  expect(await city.auth.linkFor('ann@city.example')).toMatch(/^http:\/\/cms\.localhost:4322\/sign-in\/link\?token=[A-Za-z]{32}$/);
});

test('two invitations of one address at once make one account', async () => {
  await using city = await authInFolder();
  const ids = await Promise.all([city.invite('editor', 'a@city.example'), city.invite('editor', 'A@city.example')]);
  expect(new Set(ids).size).toBe(1);
  expect(await city.auth.people()).toHaveLength(1);
});

test('a changed role or desk ends the sessions at once; a changed name or language does not', async () => {
  await using city = await authInFolder();
  const id = await city.invite('student-editor');
  const headers = await city.as(id, 'link');
  await city.auth.change(id, { name: 'Ann', lang: 'nl' });
  expect((await city.auth.whoIs(headers))!.person).toMatchObject({ name: 'Ann', lang: 'nl' });
  await city.auth.change(id, { desks: ['work'] });
  expect(await city.auth.whoIs(headers)).toBeUndefined();
  const later = await city.as(id, 'link');
  await city.auth.change(id, { role: 'contributor' });
  expect(await city.auth.whoIs(later)).toBeUndefined();
  await expect(city.auth.change('u_nobody', { name: 'x' })).rejects.toEqual(refusal(404, 'cms.refused.missing'));
});

test('a removed person is nobody at once, and leaves no row behind', async () => {
  await using city = await authInFolder();
  const id = await city.invite('editor');
  const headers = await city.as(id, 'passkey');
  await city.auth.linkFor('editor@city.example');
  await city.auth.remove(id);
  expect(await city.auth.whoIs(headers)).toBeUndefined();
  for (const table of ['user', 'session', 'passkey', 'verification', 'account'])
    expect(city.database.prepare(`SELECT * FROM ${table}`).all(), table).toEqual([]);
  await city.auth.remove(id);
});

test('the last administrator stays one: by removal, by change and by invitation', async () => {
  await using city = await authInFolder();
  const id = await city.invite('administrator');
  const wrong = refusal(422, 'cms.refused.administrator');
  await expect(city.auth.remove(id)).rejects.toEqual(wrong);
  await expect(city.auth.change(id, { role: 'editor' })).rejects.toEqual(wrong);
  await expect(city.invite('editor', 'administrator@city.example')).rejects.toEqual(wrong);
  const second = await city.invite('administrator', 'second@city.example');
  // Both at once: one of them stays.
  const both = await Promise.allSettled([city.auth.remove(id), city.auth.remove(second)]);
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(await city.auth.people()).toMatchObject([{ id: second, role: 'administrator' }]);
});
