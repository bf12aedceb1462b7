import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addAuthenticator } from '../authenticator.ts';
import type { CmsCity } from '../cms-city.ts';
import { press, type Take } from './steps.ts';
import { windowOf } from './pictures.ts';

interface Coming {
  browser: Browser;
  city: CmsCity;
  /** A window of the administrator who invites. */
  people: BrowserContext;
  name: string;
  role: string;
  take?: Take;
}

/** “Come in”: two mails, two buttons, and a passkey where the role has one. */
export async function comeIn({ browser, city, people, name, role, take }: Coming): Promise<Page> {
  const email = `${name.toLowerCase()}@city.example`;
  const form = await people.newPage();
  await form.goto('/people');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('E-mail address', { exact: true }).fill(email);
  await form.locator(`input[name="role"][value="${role}"]`).check();
  await press(form, 'Send the invitation');
  await form.getByRole('status').waitFor();
  await form.close();

  const page = await (await windowOf(browser, { baseURL: city.cmsOrigin })).newPage();
  const device = await addAuthenticator(page);
  await device.waits(true);
  await page.goto(await linkTo({ city, email, path: '/sign-in' }));
  await take?.(page, 'sign-in');
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await press(page, 'Send me a link');
  await page.goto(await linkTo({ city, email, path: '/sign-in/link?token=' }));
  await page.getByLabel('Others use this computer too').waitFor();
  await press(page, 'Sign in on this device');
  if (role === 'editor') {
    await take?.(page, 'passkey');
    await device.waits(false);
    await press(page, 'Set up a passkey');
  }
  await page.waitForURL(`${city.cmsOrigin}/`);
  return page;
}

/** The address in the newest mail to somebody, once it has come. */
async function linkTo({ city, email, path }: { city: CmsCity; email: string; path: string }): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const letter = (await city.letters()).findLast(({ to, text }) => to === email && text.includes(city.cmsOrigin + path));
    if (letter) return letter.text.split('\n').find((line) => line.startsWith(city.cmsOrigin + path))!;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error(`No mail to ${email} with an address ${path} came.`);
}
