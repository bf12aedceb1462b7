import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import type { CmsCity, SignedInPerson } from './cms-city.ts';

interface Wishes {
  width?: number;
  height?: number;
}

/** Refusals that a journey brings about, and the scripts of a page that is previewed, which does not run any. */
const expected = /status of [45]\d\d|ERR_|^Blocked script execution in '[^']*\/preview\//;

/** A browser of somebody who is signed in, with what its pages did wrong: errors, refused policies, requests to anywhere else. */
export async function browserOf(
  { browser, city, person }: { browser: Browser; city: CmsCity; person: SignedInPerson },
  { width = 1440, height = 900 }: Wishes = {},
): Promise<{ context: BrowserContext; page: Page; wrong: string[] }> {
  const context = await browser.newContext({ baseURL: city.cmsOrigin, viewport: { width, height } });
  await context.addCookies([cookieOf(person, city)]);
  const wrong: string[] = [];
  context.on('weberror', (error) => wrong.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && !expected.test(message.text()) && wrong.push(message.text()));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && ![city.cmsOrigin, city.origin].includes(origin)) wrong.push(`asked ${request.url()}`);
  });
  return { context, page: await context.newPage(), wrong };
}

export function cookieOf({ cookie }: SignedInPerson, { cmsOrigin }: Pick<CmsCity, 'cmsOrigin'>) {
  const at = cookie.indexOf('=');
  return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: cmsOrigin };
}

/** Opens an entry in Decap; resolves when its form is there. */
export async function openEntry(page: Page, { lang, collection, slug }: { lang: string; collection: string; slug: string }): Promise<void> {
  const address = `/admin/${lang}/#/collections/${collection}/entries/${slug}`;
  // The same page with another hash would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('label[for^="title-field-"], label[for^="name-field-"]').first().waitFor();
}

/** The input of a field at the top of the form. */
export const fieldNamed = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();

/** The answer of the next request for an action of the protocol. */
export const answerTo = (page: Page, action: string): Promise<Response> =>
  page.waitForResponse((response) => response.url().includes('/api/v1') && (response.request().postData() ?? '').includes(`"action":"${action}"`));

/** Presses Save and waits for what the server answers. */
export async function save(page: Page): Promise<{ status: number; body: Record<string, unknown> }> {
  const [answer] = await Promise.all([answerTo(page, 'persistEntry'), page.locator('button[class*="-SaveButton"]').click()]);
  // Afterwards the form is Decap's again, with what is stored now.
  if (answer.ok()) await page.locator('button[class*="-SaveButton"][disabled]').waitFor();
  await page.waitForLoadState('networkidle');
  return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
}
