import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import { contentOf, type Content } from '../../../src/graph/content.ts';
import { today } from '../../../src/release/today.ts';
import { authInFolder, type AuthInFolder } from '../auth/auth-in-folder.ts';
import { openDatabase } from '../database.ts';
import { createMail } from '../mail/create-mail.ts';
import { createReminders } from './create-reminders.ts';

let city: AuthInFolder;
let content: Content;
let now: Date;
beforeEach(async () => {
  city = await authInFolder();
  content = contentOf(await fixtureSource());
  now = new Date('2026-11-20T10:00:00Z');
});
afterEach(() => city[Symbol.asyncDispose]());

const mailIn = (folder: string) => createMail({ outbox: join(folder, 'outbox'), from: 'Doorstep <welcome@city.example>', print: () => undefined });
/** The reminders of a server on the city's folder. */
const reminders = (more: Partial<Parameters<typeof createReminders>[0]> = {}) =>
  createReminders({
    database: city.database,
    content: { current: async () => content, day: async () => today('Europe/Amsterdam', now) },
    mail: mailIn(city.folder),
    auth: city.auth,
    languages: () => content.graph!.strings,
    siteName: () => 'Doorstep Kleinhaven',
    siteOrigin: 'https://kleinhaven.example',
    cmsOrigin: 'https://cms.kleinhaven.example',
    now: () => now,
    every: () => () => undefined,
    ...more,
  });
const sent = async () => (await city.letters()).map(({ to }) => to);
/** A server that has run for some days, at a moment. */
async function runningAt(moment: string) {
  const running = reminders();
  await running.tick();
  now = new Date(moment);
  return running;
}
const monday = '2026-11-23T06:00:00Z';

test('the mail has title, since when, the page readers see and the page where it is confirmed, in the owner’s language', async () => {
  const { tick } = await runningAt(monday);
  await tick();
  const [letter, ...others] = await city.letters();
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: 'balie@kleinhaven.example', subject: 'Doorstep Kleinhaven: 2 stukken om opnieuw na te kijken' });
  expect(letter!.until).toBe('2026-11-30T06:00:00.000Z');
  expect(letter!.text).toBe(`Beste Gemeente Kleinhaven,

Eens per week schrijft Doorstep Kleinhaven aan iedereen die verantwoordelijk is voor iets dat opnieuw moet worden nagekeken.

Klopt deze wegwijzer nog?

Schrijf u in bij de gemeente
Hij had op 15 juli 2026 moeten zijn nagekeken.
Wat lezers zien:
https://kleinhaven.example/nl/guides/register/
Zeg dat het nog klopt, of wijzig het:
https://cms.kleinhaven.example/entries/guides/nl/register

Dit feit is verlopen:

Huur van een kamer
Het is verlopen op 30 juni 2026.
Wat lezers zien:
https://kleinhaven.example/nl/guides/register/
Zeg dat het nog klopt, of wijzig het:
https://cms.kleinhaven.example/entries/facts/nl/rent

Klopt alles nog? Op de pagina van het stuk zeg je dat met één vinkje, voor alle talen. Die pagina opent voor wie een account heeft.

Heb je er geen? Schrijf dan aan desk@kleinhaven.example wat er is veranderd, of dat er niets is veranderd.

Deze mail gaat naar het adres dat Doorstep Kleinhaven van Gemeente Kleinhaven noemt, en alleen in weken waarin er iets aan de beurt is.
`);
});

test('whoever has an account is told where to switch such mails off, and gets titles in their language', async () => {
  await city.auth.invite({ email: 'sam@city.example', name: 'Sam', role: 'student-editor', desks: ['harbour'], lang: 'en', unmailed: true });
  const { tick } = await runningAt(monday);
  await tick();
  const letter = (await city.letters()).find(({ to }) => to === 'sam@city.example')!;
  expect(letter.subject).toBe('Doorstep Kleinhaven: 1 entry to look at again');
  for (const part of [
    'Hello Sam,',
    'Is this guide still right?\n\nRegister with the municipality\n',
    'https://kleinhaven.example/en/guides/register/',
    'https://cms.kleinhaven.example/account',
  ])
    expect(letter.text).toContain(part);
  expect(letter.text).not.toContain('Huur van een kamer');
});

test('whoever switched mails off gets none, and where nobody else can be told the status page says so', async () => {
  const { id } = await city.auth.invite({ email: 'sam@city.example', name: 'Sam', role: 'editor', desks: [], lang: 'en', unmailed: true });
  const texts = new Map(content.source.texts);
  const organisations = texts.get('settings/organisations.yml')!.replace('contact: balie@kleinhaven.example', 'contact: +31 20 555 01 23');
  content = contentOf({ ...content.source, texts: texts.set('settings/organisations.yml', organisations) });
  const running = await runningAt('2026-11-21T10:00:00Z');
  expect(await running.preview()).toMatchObject({ owners: 1, unreachable: 0 });
  await city.auth.change(id, { mails: false });
  expect(await running.preview()).toMatchObject({ owners: 0, guides: 0, unreachable: 2 });
  now = new Date(monday);
  await running.tick();
  expect(await sent()).toEqual([]);
});

test('it is sent on Monday at seven, not before, and once in the week', async () => {
  const { tick } = await runningAt('2026-11-23T05:59:00Z');
  await tick();
  expect(await sent()).toEqual([]);
  for (const moment of [monday, '2026-11-23T06:01:00Z', '2026-11-27T12:00:00Z']) {
    now = new Date(moment);
    await tick();
  }
  expect(await sent()).toEqual(['balie@kleinhaven.example']);
  now = new Date('2026-11-30T06:00:00Z');
  await tick();
  expect(await sent()).toHaveLength(2);
});

test('a server that was down on Monday sends it when it is back, and one that was down for weeks sends one', async () => {
  await runningAt('2026-11-25T14:00:00Z');
  await reminders().tick();
  expect(await sent()).toHaveLength(1);
  now = new Date('2026-12-17T09:00:00Z');
  await reminders().tick();
  expect(await sent()).toHaveLength(2);
});

test('a server that is started again in the same week sends nothing again', async () => {
  await (await runningAt(monday)).tick();
  await reminders().tick();
  expect(await sent()).toHaveLength(1);
});

test('a city that has just begun is first written to on its first Monday', async () => {
  now = new Date('2026-11-25T10:00:00Z');
  const first = reminders();
  await first.tick();
  expect(await sent()).toEqual([]);
  now = new Date('2026-11-30T06:00:00Z');
  await first.tick();
  expect(await sent()).toHaveLength(1);
});

test('started on several processes at once, each owner gets one mail', async () => {
  await runningAt(monday);
  const databases = [1, 2, 3].map(() => openDatabase(join(city.folder, 'private.sqlite')));
  await Promise.all(databases.map((database) => reminders({ database }).tick()));
  for (const database of databases) database.close();
  expect(await sent()).toEqual(['balie@kleinhaven.example']);
});

test('nobody gets a mail where nothing is due', async () => {
  const texts = new Map(content.source.texts);
  const change = (file: string, from: string, to: string) => texts.set(file, texts.get(file)!.replace(from, to));
  change('guides/nl/register.mdx', 'reviewed: 2026-01-15', 'reviewed: 2026-11-15');
  change('facts/nl/rent.mdx', 'expires: 2026-06-30', 'expires: 2027-06-30');
  content = contentOf({ ...content.source, texts });
  await (await runningAt(monday)).tick();
  expect(await sent()).toEqual([]);
});

test('a mail that cannot be written is tried again, and those that were are not', async () => {
  await city.auth.invite({ email: 'sam@city.example', name: 'Sam', role: 'student-editor', desks: ['harbour'], lang: 'en', unmailed: true });
  const real = mailIn(city.folder);
  const told: string[] = [];
  let full = true;
  const send: typeof real.send = (letter) =>
    full && letter.to.startsWith('sam') ? Promise.reject(Object.assign(new Error('No space'), { code: 'ENOSPC' })) : real.send(letter);
  const running = reminders({ mail: { send }, tell: (sentence) => told.push(sentence) });
  now = new Date('2026-11-20T10:00:00Z');
  await running.tick();
  now = new Date(monday);
  await running.tick();
  expect(await sent()).toEqual(['balie@kleinhaven.example']);
  expect(told).toEqual(['A weekly mail could not be written (ENOSPC); it is tried again.']);
  full = false;
  await running.tick();
  await running.tick();
  expect(await sent()).toEqual(['balie@kleinhaven.example', 'sam@city.example']);
});

test('what a server began to send and died over is sent by the next one, ten minutes later', async () => {
  await runningAt(monday);
  void reminders({ mail: { send: () => new Promise(() => undefined) } }).tick();
  const next = reminders();
  await expect.poll(() => city.database.prepare('SELECT count(*) AS begun FROM reminder_mails WHERE sent IS NULL').get()?.['begun']).toBe(1);
  await next.tick();
  expect(await sent()).toEqual([]);
  now = new Date('2026-11-23T06:11:00Z');
  await next.tick();
  expect(await sent()).toEqual(['balie@kleinhaven.example']);
});

test('while content cannot be read nothing is sent, and nothing is lost', async () => {
  const { tick } = await runningAt(monday);
  const whole = content;
  content = { ...content, graph: null };
  await tick();
  expect(await sent()).toEqual([]);
  content = whole;
  await tick();
  expect(await sent()).toHaveLength(1);
});

test('the preview says when the next comes, to how many and about what', async () => {
  const running = await runningAt('2026-11-21T10:00:00Z');
  expect(await running.preview()).toEqual({
    ...{ monday: '2026-11-23', owners: 1, guides: 1, facts: 1, unreachable: 0 },
    last: { at: '2026-11-20T10:00:00.000Z', mails: 0 },
  });
  now = new Date(monday);
  expect((await running.preview()).monday).toBeNull();
  await running.tick();
  expect(await running.preview()).toMatchObject({ monday: '2026-11-30', last: { at: now.toISOString(), mails: 1 } });
});

test('what becomes due by the next Monday is in the preview of it', async () => {
  const running = await runningAt('2026-07-13T10:00:00Z');
  await running.tick();
  now = new Date('2026-07-14T10:00:00Z');
  expect(await running.preview()).toMatchObject({ monday: '2026-07-20', guides: 1, facts: 1 });
});
