import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { pagesInFolder, signedInAs, type PagesInFolder } from './pages-in-folder.ts';

let city: PagesInFolder;
beforeAll(async () => {
  city = await pagesInFolder({ source: await fixtureSource() });
});
afterAll(() => city[Symbol.asyncDispose]());

test('mails about one’s work are on at first, and switched off and on again on the account page', async () => {
  const { id, headers } = await signedInAs(city, 'translator');
  const isTicked = async () => /<input id="mails"[^>]* checked/.test((await (await city.get('/account', headers)).text()).replace(/\s+/g, ' '));
  expect([await isTicked(), (await city.auth.person(id))!.mails]).toEqual([true, true]);
  await city.post('/account', { name: 'Ines', language: 'en' }, headers);
  expect([await isTicked(), (await city.auth.person(id))!.mails]).toEqual([false, false]);
  expect((await city.auth.people()).find((person) => person.id === id)!.mails).toBe(false);
  await city.auth.change(id, { role: 'editor' });
  expect((await city.auth.person(id))!.mails).toBe(false);
  const again = await city.as(id, 'passkey');
  await city.post('/account', { name: 'Ines', language: 'en', mails: 'yes' }, again);
  expect((await city.auth.person(id))!.mails).toBe(true);
});
