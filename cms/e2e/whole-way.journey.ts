import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { addAuthenticator } from './authenticator.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';
import { browserOf, fieldNamed, save } from './editor-page.ts';
import { insert, insertable, typeAtEnd, type Filling } from './rich-text-driver.ts';

/** A real mail server: what it was given, newest last. */
const mails: { to: string; text: string }[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: Buffer.concat(parts).toString() });
      done();
    });
  },
});

let browser: Browser;
let city: CmsCity;
let administrator: SignedInPerson;
beforeAll(async () => {
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const { port } = smtp.server.address() as { port: number };
  [browser, city] = await Promise.all([launch(), startCmsCity({ city: 'sample', variables: { SMTP_URL: `smtp://127.0.0.1:${port}` } })]);
  administrator = await city.signInAs('administrator', { name: 'Anna' });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

/** The newest mail to somebody that has these words, once it has come. */
async function mailTo(to: string, words: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const mail = mails.findLast((one) => one.to === to && decoded(one.text).includes(words));
    if (mail) return decoded(mail.text);
    await wait(50);
  }
  throw new Error(`No mail to ${to} with “${words}” came; there are ${mails.map((mail) => mail.to).join(', ')}.`);
}
/** A mail's text as its reader sees it: how it travels says its head. */
function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const linkIn = (mail: string, path: string): string => new RegExp(`\\S+${path}\\S*`).exec(mail)![0];

/** Somebody new: invited on the page of people, led in by a mail, with a passkey where their role has one. */
async function invited({ name, email, role }: { name: string; email: string; role: string }): Promise<{ context: BrowserContext; page: Page }> {
  const { page: people, context: theirs } = await browserOf({ browser, city, person: administrator });
  await people.goto('/people');
  await people.getByLabel('Name', { exact: true }).fill(name);
  await people.getByLabel('E-mail address', { exact: true }).fill(email);
  await people.locator(`input[name="role"][value="${role}"]`).check();
  await people.getByRole('button', { name: 'Send the invitation' }).click();
  await people.getByRole('status').waitFor();
  await theirs.close();

  const context = await browser.newContext({ baseURL: city.cmsOrigin, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await addAuthenticator(page);
  await page.goto(linkIn(await mailTo(email, '/sign-in'), '/sign-in'));
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.keyboard.press('Enter');
  await page.goto(linkIn(await mailTo(email, '/sign-in/link?token='), '/sign-in/link\\?token='));
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  if (await page.getByRole('button', { name: 'Set up a passkey' }).isVisible()) await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  return { context, page };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const site = (path: string) => fetch(city.origin + path);
const pageOf = async (path: string) => (await site(path)).text();
/** Until readers see it: publishing answers before the site is made. */
const seen = (path: string, words: string) =>
  expect.poll(async () => (await pageOf(path)).includes(words), { timeout: 30_000, interval: 100, message: `${path} has “${words}”` }).toBe(true);

const choose = async (page: Page, group: string, option: string) => {
  const field = page.getByRole('group', { name: group, exact: true }).first();
  await field.getByRole('combobox').selectOption({ label: option });
  if (await field.getByRole('button', { name: 'Add' }).count()) await field.getByRole('button', { name: 'Add' }).click();
};

const slug = 'borrowing-a-cargo-bike';
const entryPage = '/entries/guides/en/borrowing-a-cargo-bike';
let hanna: { context: BrowserContext; page: Page };
let idris: { context: BrowserContext; page: Page };

test('two people are invited, and come in by mail and passkey', { timeout: 120_000 }, async () => {
  hanna = await invited({ name: 'Hanna', email: 'hanna@city.example', role: 'editor' });
  idris = await invited({ name: 'Idris', email: 'idris@city.example', role: 'editor' });
});

test('one of them writes a guide with a picture and each component', { timeout: 240_000 }, async () => {
  const { page } = hanna;
  await page.goto('/desk');
  await page.getByText('Begin something new').click();
  await page.getByRole('link', { name: 'Guides: English' }).click();
  await fieldNamed(page, 'title').waitFor();
  await fieldNamed(page, 'title').fill('Borrowing a cargo bike');
  await fieldNamed(page, 'summary').fill('Where the city lends them, what it costs, and what to look at first.');
  await page.getByRole('combobox', { name: 'Voice' }).click();
  await page.getByRole('option', { name: 'Official' }).click();
  await choose(page, 'Topics', 'Finding people');
  await choose(page, 'Owner', 'Gemeente Waterlinde');
  for (const [name, value] of Object.entries({ who: 'Everybody', cost: 'Nothing', time: 'Ten minutes', bring: 'A lock' }))
    await fieldNamed(page, name).fill(value);
  await press(page, 'Add sources');
  await page.locator('input[id^="title-field-"]').nth(1).fill('Rules of the lending point');
  await fieldNamed(page, 'reviewEvery').fill('12');
  for (const today of await page.getByRole('button', { name: 'Today' }).all()) if (await isAsked(today)) await today.click();

  const bike = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2a7' } })
    .jpeg()
    .toBuffer();
  await press(page, 'Choose a picture');
  await page.locator('dialog[open] input[type="file"]').setInputFiles({ name: 'bike.jpg', mimeType: 'image/jpeg', buffer: bike });
  const picture = page.getByRole('group', { name: 'Picture', exact: true }).first();
  for (const [label, value] of Object.entries({ 'What it shows': 'A green cargo bike', Credit: 'Ada', Licence: 'CC0' }))
    await picture.getByLabel(label, { exact: true }).fill(value);

  await typeAtEnd(page, 'Ask at the mill.\n');
  const fillings: Partial<Record<(typeof insertable)[number], Filling>> = {
    Callout: { fill: { Title: 'Look first' }, words: 'At the brakes.' },
    Quote: { fill: { By: 'Jonas', Translation: 'It carries two children' }, choose: { Language: 'nl' }, words: 'Er passen twee kinderen in' },
    Figure: { fill: { File: 'portraits/jonas.svg', 'What it shows': 'A bike with a box in front', Credit: 'Ada', Licence: 'CC0' } },
    Steps: { fill: { Title: 'Go to the mill' }, words: 'It is open on Saturdays.' },
    Fact: { check: 'International students in Aalborg who find work' },
    For: { check: 'Students', words: 'Students borrow two days longer.' },
    Story: { check: 'Seventy-four nights' },
    Guide: { check: 'Registering at the town hall' },
    Phrase: { fill: { Say: 'Mag ik hem lenen?', Means: 'May I borrow it?' } },
    Contact: { check: 'Welkomloket' },
    Numbers: { check: 'International students in Aalborg who find work' },
  };
  for (const name of insertable) await insert(page, name, fillings[name]!);

  const { status, body } = await save(page);
  expect([status, body]).toMatchObject([200, {}]);
  expect(body['findings']).toEqual([]);
});

/** A day that the guide must have, and not the ones that it may have. */
const isAsked = async (today: ReturnType<Page['locator']>): Promise<boolean> =>
  today.evaluate((button) => {
    const label = button.closest('[class*="-ControlContainer"]')?.querySelector('label')?.textContent ?? '';
    return label === 'First published' || label === 'Reviewed';
  });

test('another one asks for changes with a note, it comes by mail, and after the change it is approved', { timeout: 120_000 }, async () => {
  await hanna.page.goto(entryPage);
  await press(hanna.page, 'Ready for review');
  const { page } = idris;
  await page.goto(linkIn(await mailTo('idris@city.example', 'Borrowing a cargo bike'), '/entries/'));
  await page.getByText('Ask for changes …').click();
  await page.getByLabel('What should change?').fill('What does it cost if I bring it back late?');
  await press(page, 'Ask for changes');
  const asked = await mailTo('hanna@city.example', 'bring it back late');
  await hanna.page.goto(linkIn(asked, '/entries/'));
  await hanna.page.getByRole('link', { name: 'Write' }).click();
  await fieldNamed(hanna.page, 'cost').fill('Nothing; € 5 for each day that it is late');
  expect((await save(hanna.page)).status).toBe(200);
  await hanna.page.goto(entryPage);
  await press(hanna.page, 'Ready for review');
  await page.goto(entryPage);
  expect(await page.locator('main').textContent()).toContain('€ 5 for each day');
  await press(page, 'Ready to publish');
});

test('it is published, is live, and search finds it', { timeout: 120_000 }, async () => {
  const { page } = idris;
  await press(page, 'Publish');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Borrowing a cargo bike');
  await seen(`/en/guides/${slug}/`, '€ 5 for each day that it is late');
  const live = await pageOf(`/en/guides/${slug}/`);
  for (const words of [
    'At the brakes.',
    'Er passen twee kinderen in',
    'A bike with a box in front',
    'It is open on Saturdays.',
    'Mag ik hem lenen?',
    'A green cargo bike',
  ])
    expect(live).toContain(words);
  const reader = await browser.newPage({ baseURL: city.origin });
  await expect
    .poll(
      async () => {
        await reader.goto('/en/search/?q=cargo+bike');
        await reader.locator('.answers[aria-busy=false]').waitFor({ state: 'attached' });
        return reader.locator('.results a').evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ pathname }) => pathname));
      },
      { timeout: 30_000, interval: 500 },
    )
    .toContain(`/en/guides/${slug}/`);
  await reader.close();
});

const ukrainian = `/entries/guides/uk/${slug}`;

/** Through review and out, as somebody who may do both. */
async function publish(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await press(page, 'Ready to publish');
  await press(page, 'Publish');
  await page.getByRole('heading', { level: 1, name: /^Published/ }).waitFor();
}

const cellOf = async (page: Page, title: string): Promise<string> => {
  await page.goto(`/translations?q=${encodeURIComponent(title)}`);
  const row = page.getByRole('row').filter({ hasText: title });
  return (await row.textContent()) ?? '';
};

test('it is translated into Ukrainian beside its original, and published on its own', { timeout: 120_000 }, async () => {
  const { page } = idris;
  await page.goto(entryPage);
  await press(page, 'Translate into Ukrainian');
  await page.waitForURL(/\/admin\/uk\//);
  await fieldNamed(page, 'title').waitFor();
  const source = page.frameLocator('#preview-pane');
  await source.getByText('Where the city lends them').waitFor();
  await fieldNamed(page, 'title').fill('Позичити вантажний велосипед');
  await fieldNamed(page, 'summary').fill('Де місто їх позичає, скільки це коштує та на що спершу глянути.');
  for (const [name, value] of Object.entries({ who: 'Усі', cost: 'Безплатно; 5 € за кожен день запізнення', time: 'Десять хвилин', bring: 'Замок' }))
    await fieldNamed(page, name).fill(value);
  await fieldNamed(page, 'alt').fill('Зелений вантажний велосипед');
  await typeAtEnd(page, 'Запитайте біля млина.');
  const { status, body } = await save(page);
  expect([status, body]).toMatchObject([200, {}]);
  await publish(page, ukrainian);
  await seen(`/uk/guides/${slug}/`, 'Запитайте біля млина.');
  expect(await cellOf(page, 'Borrowing a cargo bike')).not.toMatch(/Outdated/);
});

test('when the original changes in meaning the translation is outdated, and it is said what changed', { timeout: 120_000 }, async () => {
  const { page } = hanna;
  await page.goto(entryPage);
  await page.getByRole('link', { name: 'Write' }).click();
  await fieldNamed(page, 'time').fill('An hour, on Saturdays two');
  expect((await save(page)).status).toBe(200);
  await publish(page, entryPage);
  await seen(`/en/guides/${slug}/`, 'An hour, on Saturdays two');
  expect(await cellOf(page, 'Borrowing a cargo bike')).toMatch(/Outdated/);

  await idris.page.goto(ukrainian);
  await idris.page.getByRole('link', { name: /Write|Писати|Write/ }).click();
  await fieldNamed(idris.page, 'title').waitFor();
  const source = idris.page.frameLocator('#preview-pane');
  await source.locator('ins').filter({ hasText: 'An hour' }).first().waitFor();
  expect(await source.locator('del').first().textContent()).toContain('Ten minutes');
  await fieldNamed(idris.page, 'time').fill('Година, у суботу дві');
  expect((await save(idris.page)).status).toBe(200);
  await publish(idris.page, ukrainian);
  await expect.poll(() => cellOf(page, 'Borrowing a cargo bike')).not.toMatch(/Outdated/);
});

test('a typo that is said to be one leaves the translation as it is', { timeout: 120_000 }, async () => {
  const { page } = hanna;
  await page.goto(entryPage);
  await page.getByRole('link', { name: 'Write' }).click();
  await fieldNamed(page, 'title').fill('Borrowing a cargo bicycle');
  await page.getByRole('switch', { name: /^Only a typo/ }).click();
  expect((await save(page)).status).toBe(200);
  await publish(page, entryPage);
  await seen(`/en/guides/${slug}/`, 'Borrowing a cargo bicycle');
  expect(await cellOf(page, 'Borrowing a cargo bicycle')).not.toMatch(/Outdated/);
});

test('two editors at once: whoever saves second is asked, and sees both texts', { timeout: 120_000 }, async () => {
  const open = async ({ page }: { page: Page }) => {
    await page.goto('/entries/guides/en/register');
    await page.getByRole('link', { name: 'Write' }).click();
    await fieldNamed(page, 'summary').waitFor();
  };
  await Promise.all([open(hanna), open(idris)]);
  await fieldNamed(hanna.page, 'summary').fill('What to ask before you go, by Hanna.');
  await fieldNamed(idris.page, 'summary').fill('What to read twice at the counter, by Idris.');
  expect((await save(hanna.page)).status).toBe(200);
  expect((await save(idris.page)).status).toBe(409);
  const dialog = idris.page.getByRole('dialog');
  expect(await dialog.locator('pre').allTextContents()).toEqual([expect.stringContaining('by Idris'), expect.stringContaining('by Hanna')]);
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect.poll(() => fieldNamed(idris.page, 'summary').inputValue()).toBe('What to ask before you go, by Hanna.');
  await city.api(administrator, 'deleteUnpublishedEntry', { collection: 'guides-en', slug: 'register' });
});

test('“still right” sets the day of the review in all languages and touches nothing else', { timeout: 60_000 }, async () => {
  const text = async (lang: string) =>
    ((await city.api(administrator, 'getEntry', { path: `content/guides/${lang}/register.mdx` })).body as { data: string }).data;
  const before = await text('en');
  await hanna.page.goto('/entries/guides/en/register');
  await press(hanna.page, 'Still right');
  await hanna.page.locator('.done').waitFor();
  const plain = (one: string) => one.replace(/^_revision:.*\n/m, '');
  const after = await text('en');
  expect(plain(after)).toBe(plain(before).replace(/^reviewed: .*$/m, /^reviewed: .*$/m.exec(after)![0]));
  expect(plain(after)).not.toBe(plain(before));
  await hanna.page.goto('/entries/guides/en/register/history');
  expect(await hanna.page.locator('main').textContent()).toMatch(/still right/i);
});

test('the administrator goes back to an earlier release, and readers see the earlier text', { timeout: 120_000 }, async () => {
  const { page, context } = await browserOf({ browser, city, person: administrator });
  await page.goto('/status');
  await page
    .getByRole('button', { name: /^Go back to release/ })
    .last()
    .click();
  expect(await page.locator('main').textContent()).toContain('cargo');
  await page.locator('main form button.danger').click();
  await expect.poll(async () => (await site(`/en/guides/${slug}/`)).status, { timeout: 30_000 }).toBe(404);
  await context.close();
});

test('in Arabic somebody comes in, writes their story and sees it as a page, right to left', { timeout: 180_000 }, async () => {
  await city.parts.auth.invite({ email: 'salwa@city.example', name: 'سلوى', role: 'contributor', desks: [], lang: 'ar' });
  const context = await browser.newContext({ baseURL: city.cmsOrigin, locale: 'ar', viewport: { width: 390, height: 844 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(linkIn(await mailTo('salwa@city.example', '/sign-in'), '/sign-in'));
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await page.locator('input[type="email"]').fill('salwa@city.example');
  await page.keyboard.press('Enter');
  await page.goto(linkIn(await mailTo('salwa@city.example', '/sign-in/link?token='), '/sign-in/link\\?token='));
  await page.locator('main form button').click();
  await page.goto('/desk');
  await page.locator('.begin summary').click();
  await page.locator('.begin a[href*="/admin/ar/"]').first().click();
  await fieldNamed(page, 'title').waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  await fieldNamed(page, 'title').fill('ثلاثة مفاتيح لبابٍ واحد');
  await fieldNamed(page, 'summary').fill('وصلتُ في الشتاء، ولم أعرف أيّ مفتاحٍ للباب.');
  await typeAtEnd(page, 'كان المطر ينزل حين وصلت.');
  expect((await save(page)).status).toBe(200);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.locator('[class*="-EditorToggle"]').first().click();
  const shown = page.frameLocator('#preview-pane').frameLocator('iframe');
  await shown.getByText('ثلاثة مفاتيح لبابٍ واحد').first().waitFor();
  expect(await shown.locator('html').getAttribute('dir')).toBe('rtl');
  await shown.getByText('كان المطر ينزل حين وصلت.').first().waitFor();
  await context.close();
});
