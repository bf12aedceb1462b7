import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { addAuthenticator } from './authenticator.ts';
import { startCmsCity, type CmsCity } from './cms-city.ts';

let browser: Browser;
let city: CmsCity;
beforeAll(async () => {
  [browser, city] = await Promise.all([launch(), startCmsCity()]);
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

/** A browser of its own, with what its pages did wrong. */
async function visitor(wishes: { javaScriptEnabled?: boolean } = {}): Promise<{ context: BrowserContext; page: Page; wrong: string[] }> {
  const context = await browser.newContext({ baseURL: city.cmsOrigin, locale: 'en-GB', ...wishes });
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && wrong.push(message.text()));
  context.on('request', (request) => {
    if (![city.cmsOrigin, city.origin].some((origin) => request.url().startsWith(`${origin}/`))) wrong.push(`asked ${request.url()}`);
  });
  return { context, page: await context.newPage(), wrong };
}

/** The link in the newest letter to somebody, once it is there. */
async function mailedLink(to: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const letter = (await city.letters()).findLast((one) => one.to === to && one.text.includes('/sign-in/link?token='));
    if (letter) return /\S+\/sign-in\/link\?token=\S+/.exec(letter.text)![0];
    await wait(50);
  }
  throw new Error('No letter with a link came.');
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
};

test('an administrator signs in by link and passkey and invites a contributor, who signs in by link alone and out again', async () => {
  const { page, wrong, context } = await visitor();
  const device = await addAuthenticator(page);
  await page.goto(city.parts.signInLink!);
  expect(await heading(page)).toBe('Only one step left');
  await page.getByRole('button', { name: 'Sign in on this device' }).click();

  expect(await heading(page)).toBe('Set up your passkey');
  // Nothing else is open yet, and none of it is offered.
  for (const path of ['/people', '/status', '/account', '/']) {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe('/sign-in/passkey');
  }
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  await fill(page, { 'Name of the passkey': 'Laptop' });
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  expect(await device.passkeys()).toBe(1);
  expect(await heading(page)).toContain('Hello');
  await page.getByRole('link', { name: 'Your account' }).first().click();
  expect(await page.locator('.things').first().textContent()).toContain('Laptop');

  await page.getByRole('link', { name: 'Status' }).click();
  expect(await page.locator('.releases').textContent()).toMatch(/Release 1\s+put up/);
  expect(await page.locator('main').textContent()).toContain('The site shows everything that was published.');

  await page.getByRole('link', { name: 'People' }).click();
  await fill(page, { Name: 'Amina', 'E-mail address': 'amina@city.example' });
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  expect(await page.getByRole('status').textContent()).toBe('The invitation is on its way.');
  expect(await page.locator('.people').textContent()).toContain('amina@city.example');
  const invitation = (await city.letters()).findLast(({ to }) => to === 'amina@city.example')!;

  const amina = await visitor();
  await amina.page.goto(/\S+\/sign-in\b\S*/.exec(invitation.text)![0]);
  await fill(amina.page, { 'E-mail address': 'amina@city.example' });
  await amina.page.keyboard.press('Enter');
  await amina.page.waitForURL(`${city.cmsOrigin}/sign-in/sent`);
  const link = await mailedLink('amina@city.example');
  await amina.page.goto(link);
  await amina.page.getByRole('button', { name: 'Sign in on this device' }).click();
  expect(await heading(amina.page)).toContain('Amina');
  expect(await amina.page.getByRole('link', { name: 'People' }).count()).toBe(0);
  await amina.page.getByRole('button', { name: 'Sign out', exact: true }).click();
  expect(await amina.page.getByRole('status').textContent()).toBe('You are signed out.');
  await amina.page.goto('/account');
  expect(await heading(amina.page)).toBe('Sign in');
  await amina.page.goto(link);
  expect(await heading(amina.page)).toBe('This link no longer works');
  expect([...wrong, ...amina.wrong]).toEqual([]);
  await Promise.all([context.close(), amina.context.close()]);
});

test('an editor who has a passkey signs in by it, and their link alone opens nothing', async () => {
  const email = 'jonas@city.example';
  await city.parts.auth.invite({ email, name: 'Jonas', role: 'editor', desks: [], lang: 'en' });
  const { page, wrong, context } = await visitor();
  const device = await addAuthenticator(page);
  const byLink = async () => {
    await page.goto((await city.parts.auth.linkFor(email))!);
    await page.getByRole('button', { name: 'Sign in on this device' }).click();
  };
  await byLink();
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  await device.waits(true);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  // Chosen in the e-mail field, where browsers offer passkeys: this device gives one without asking.
  await device.waits(false);
  await page.goto('/sign-in');
  await page.waitForURL(`${city.cmsOrigin}/`);
  await device.waits(true);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  // By the button, without any mail, in a browser that offers no passkeys in fields: the offer would be quicker than the click.
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await device.waits(false);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  expect(await heading(page)).toContain('Jonas');
  await device.waits(true);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();

  // By mail, which is not enough.
  await byLink();
  expect(await heading(page)).toBe('Now your passkey');
  await page.goto('/account');
  expect(await heading(page)).toBe('Now your passkey');
  await device.waits(false);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/account`);
  expect(wrong).toEqual([]);
  await context.close();
});

test('a link to a page leads there through mail, another browser and passkey, and later by the passkey alone', async () => {
  const email = 'mila@city.example';
  await city.parts.auth.invite({ email, name: 'Mila', role: 'editor', desks: [], lang: 'en' });
  const page = '/entries/guides/en/register';
  const asking = await visitor();
  await asking.page.goto(page);
  await fill(asking.page, { 'E-mail address': email });
  await asking.page.getByRole('button', { name: 'Send me a link' }).click();
  await asking.page.waitForURL(/\/sign-in\/sent/);

  const elsewhere = await visitor();
  const device = await addAuthenticator(elsewhere.page);
  await elsewhere.page.goto(await mailedLink(email));
  await elsewhere.page.getByRole('button', { name: 'Sign in on this device' }).click();
  await elsewhere.page.getByRole('button', { name: 'Set up a passkey' }).click();
  await elsewhere.page.waitForURL(`${city.cmsOrigin}${page}`);
  await device.waits(true);
  await elsewhere.page.getByRole('button', { name: 'Sign out', exact: true }).click();

  await device.waits(false);
  await elsewhere.page.goto('/desk');
  await elsewhere.page.waitForURL(`${city.cmsOrigin}/desk`);
  expect([...asking.wrong, ...elsewhere.wrong]).toEqual([]);
  await Promise.all([asking.context.close(), elsewhere.context.close()]);
});

test('a passkey that does not come, or that is there already, is told in words, in the language of the page', async () => {
  const email = 'salma@city.example';
  await city.parts.auth.invite({ email, name: 'سلمى', role: 'editor', desks: [], lang: 'ar' });
  const { page, wrong, context } = await visitor();
  const device = await addAuthenticator(page);
  await page.goto((await city.parts.auth.linkFor(email))!);
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  await device.touches(false);
  await page.getByRole('button', { name: 'إعداد مفتاح مرور' }).click();
  const said = page.locator('[data-said]');
  await said.filter({ hasText: 'لم يصل مفتاح مرور' }).waitFor();
  await device.touches(true);
  await page.getByRole('button', { name: 'إعداد مفتاح مرور' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  await page.goto('/account');
  await page.getByRole('button', { name: 'إعداد مفتاح مرور' }).click();
  await said.filter({ hasText: 'في هذا الجهاز مفتاح مرور لك من قبل' }).waitFor();
  // The server says no: the session has gone in the meantime.
  const person = (await city.parts.auth.people()).find((one) => one.email === email)!;
  await city.parts.auth.endAllSessions(person.id);
  await page.goto('/account?lang=ar');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(wrong).toEqual([]);
  await context.close();
});

test('a passkey that this server does not know is refused with the server’s own sentence', async () => {
  const { page, context } = await visitor();
  const device = await addAuthenticator(page);
  const email = 'gone@city.example';
  const { id } = await city.parts.auth.invite({ email, name: 'Gone', role: 'editor', desks: [], lang: 'en' });
  await page.goto((await city.parts.auth.linkFor(email))!);
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/`);
  await city.parts.auth.resetPasskeys(id);
  const refused = page.getByText('The passkey was not accepted, or it took too long. Try again.');
  await device.waits(true);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use your passkey' }).waitFor();
  await device.waits(false);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await refused.waitFor();
  // Chosen in the e-mail field, where browsers offer passkeys, it is refused in the same words.
  await page.goto('/sign-in');
  await refused.waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await context.close();
});

test('a second passkey is added and the first one removed, on the account page', async () => {
  const { page, wrong, context } = await visitor();
  const email = 'two@city.example';
  const { id } = await city.parts.auth.invite({ email, name: 'Two', role: 'editor', desks: [], lang: 'en' });
  const { cookie } = await city.session((await city.parts.auth.person(id))!, 'passkey');
  await context.addCookies([{ name: cookie.split('=')[0]!, value: cookie.slice(cookie.indexOf('=') + 1), url: city.cmsOrigin }]);
  await addAuthenticator(page);
  await page.goto('/account');
  await fill(page, { 'Name of the passkey': 'Phone' });
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.waitForURL(`${city.cmsOrigin}/account?done=passkey-added`);
  expect(await page.getByRole('status').textContent()).toBe('The passkey has been added.');
  await page.getByRole('button', { name: 'Remove Test' }).click();
  expect(await page.getByRole('status').textContent()).toContain('The passkey has been removed.');
  expect((await city.parts.auth.passkeys(id)).map(({ name }) => name)).toEqual(['Phone']);
  expect(wrong).toEqual([]);
  await context.close();
});

test('without JavaScript a contributor signs in by link, changes their language and signs out', async () => {
  const { page, context } = await visitor({ javaScriptEnabled: false });
  await city.parts.auth.invite({ email: 'bo@city.example', name: 'Bo', role: 'contributor', desks: [], lang: 'en' });
  await page.goto('/sign-in');
  expect(await page.getByRole('button', { name: 'Use your passkey' }).count()).toBe(0);
  await fill(page, { 'E-mail address': 'bo@city.example' });
  await page.getByRole('button', { name: 'Send me a link' }).click();
  expect(await heading(page)).toBe('Look in your mail');
  await page.goto(await mailedLink('bo@city.example'));
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  expect(await heading(page)).toContain('Bo');
  await page.goto('/account');
  expect(await page.getByText('Passkeys need JavaScript').isVisible()).toBe(true);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('nl');
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.getByRole('status').textContent()).toBe('Bewaard.');
  await page.getByRole('button', { name: 'Afmelden', exact: true }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await context.close();
});

test('without JavaScript an editor is told what a passkey needs, and gets no further', async () => {
  const { page, context } = await visitor({ javaScriptEnabled: false });
  const email = 'nojs@city.example';
  await city.parts.auth.invite({ email, name: 'No', role: 'editor', desks: [], lang: 'en' });
  await page.goto((await city.parts.auth.linkFor(email))!);
  await page.getByRole('button', { name: 'Sign in on this device' }).click();
  expect(await page.getByText('Passkeys need JavaScript').isVisible()).toBe(true);
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/sign-in/passkey');
  await context.close();
});
