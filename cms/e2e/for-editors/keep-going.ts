import type { Browser, Page } from 'playwright-core';
import type { CmsCity, SignedInPerson } from '../cms-city.ts';
import { cookieOf, fieldNamed } from '../editor-page.ts';
import { phone, windowOf } from './pictures.ts';
import { formIsThere, press, saved, write, type Take } from './steps.ts';

/** “Keep it right”. */
export async function keepRight(page: Page): Promise<void> {
  await page.goto('/entries/guides/en/register');
  await press(page, 'Still right');
  await page.getByRole('status').filter({ hasText: 'The guide was checked today' }).waitFor();
}

const bicycle = '/entries/guides/en/bicycle';

/** “When something is in the way”: two at one text, no server, no session. */
export async function inTheWay({ hanna, idris, take }: { hanna: Page; idris: Page; take: Take }): Promise<void> {
  for (const page of [hanna, idris]) await write(page, bicycle);
  await fieldNamed(idris, 'title').fill('A bike that is nobody else’s');
  await saved(idris);
  await fieldNamed(hanna, 'title').fill('Buying a bicycle');
  await press(hanna, 'Save');
  await hanna.getByRole('dialog').waitFor();
  await take(hanna, 'conflict');
  await press(hanna, 'Copy mine');
  await press(hanna, 'Take theirs');
  await hanna.getByRole('dialog').waitFor({ state: 'detached' });

  await write(hanna, bicycle);
  await fieldNamed(hanna, 'title').fill('A bicycle that is nobody else’s');
  await hanna.context().setOffline(true);
  await press(hanna, 'Save');
  const away = hanna.getByText('The server cannot be reached');
  await away.waitFor();
  await hanna.context().setOffline(false);
  await away.waitFor({ state: 'detached' });

  const cookies = await hanna.context().cookies();
  await fieldNamed(hanna, 'title').fill('Your own bicycle');
  await hanna.context().clearCookies();
  await press(hanna, 'Save');
  const link = hanna.getByRole('link', { name: 'Sign in in another tab' });
  await link.waitFor();
  await hanna.context().addCookies(cookies);
  await link.waitFor({ state: 'detached' });
}

/** “On a phone”. */
export async function onPhone({ browser, city, by, take }: { browser: Browser; city: CmsCity; by: SignedInPerson; take: Take }): Promise<void> {
  const context = await windowOf(browser, { baseURL: city.cmsOrigin, size: phone });
  await context.addCookies([cookieOf(by, city)]);
  const page = await context.newPage();
  await page.goto('/desk');
  await take(page, 'phone-work-list');
  await write(page, bicycle);
  await formIsThere(page);
  await take(page, 'phone-form');
}
