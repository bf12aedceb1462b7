import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';
import { answerTo, browserOf, cookieOf, fieldNamed, openEntry, save } from './editor-page.ts';

let browser: Browser;
let city: CmsCity;
let editor: SignedInPerson;
beforeAll(async () => {
  [browser, city] = await Promise.all([launch(), startCmsCity()]);
  editor = await city.signInAs('editor', { name: 'Anna' });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const guide = { lang: 'en', collection: 'guides-en', slug: 'bicycle' };
const path = 'content/guides/en/bicycle.mdx';
const opened = async (wishes = {}) => {
  const one = await browserOf({ browser, city, person: await city.session(editor.person, 'passkey') }, wishes);
  await openEntry(one.page, guide);
  return one;
};
const draftText = async () => ((await city.api(editor, 'unpublishedEntryDataFile', { path })).body as { data?: string }).data ?? '';
const discard = () => city.api(editor, 'deleteUnpublishedEntry', { collection: 'guides-en', slug: 'bicycle' });
/** What somebody else does meanwhile: another title, saved through the protocol. */
async function saveAsSomebodyElse(title: string): Promise<void> {
  const other = await city.signInAs('editor', { name: 'Bilal' });
  const published = (await city.api(other, 'getEntry', { path })).body as { data: string };
  const raw = (await draftText()) || published.data;
  const { status } = await city.api(other, 'persistEntry', {
    dataFiles: [{ path, slug: 'bicycle', raw: raw.replace(/^title: .*$/m, `title: ${title}`) }],
    assets: [],
  });
  expect(status).toBe(200);
}

test('what was typed is saved again and again, and only what was changed differs', async () => {
  const { page, wrong, context } = await opened();
  const before = ((await city.api(editor, 'getEntry', { path })).body as { data: string }).data;
  for (const title of ['Registering, first', 'Registering, second', 'Registering, third']) {
    await fieldNamed(page, 'title').fill(title);
    expect((await save(page)).status).toBe(200);
    expect(await draftText()).toContain(`title: ${title}\n`);
  }
  const plain = (text: string) => text.replace(/^_revision:.*\n/m, '').replace(/^title:.*\n/m, '');
  expect(plain(await draftText())).toBe(plain(before));
  expect(wrong).toEqual([]);
  await discard();
  await context.close();
});

test('while the server is away the text stays and says so, and is saved once when it is back', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('Written in the tunnel');
  await context.setOffline(true);
  await page.locator('button[class*="-SaveButton"]').click();
  await page.getByRole('alert').filter({ hasText: 'The server cannot be reached' }).waitFor();
  expect(await fieldNamed(page, 'title').inputValue()).toBe('Written in the tunnel');
  const answered = answerTo(page, 'persistEntry');
  await context.setOffline(false);
  expect((await answered).status()).toBe(200);
  await page.locator('[data-standing="offline"]').waitFor({ state: 'detached' });
  expect(await draftText()).toContain('title: Written in the tunnel\n');
  await discard();
  await context.close();
});

test('a session that ends while somebody writes is begun again in another tab, and nothing is lost', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('Written through lunch');
  await context.clearCookies();
  await page.locator('button[class*="-SaveButton"]').click();
  const said = page.getByRole('alert').filter({ hasText: 'no longer signed in' });
  await said.waitFor();
  expect(await page.getByRole('link', { name: 'Sign in in another tab' }).getAttribute('target')).toBe('_blank');
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1') && response.status() === 200);
  await context.addCookies([cookieOf(await city.session(editor.person, 'passkey'), city)]);
  await answered;
  await said.waitFor({ state: 'detached' });
  await expect.poll(draftText).toContain('title: Written through lunch\n');
  await discard();
  await context.close();
});

test('what two people wrote at once is shown side by side; keeping mine replaces theirs, knowingly', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('My title');
  await saveAsSomebodyElse('Their title');
  expect((await save(page)).status).toBe(409);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.getByRole('region').count()).toBe(0);
  const texts = await dialog.locator('pre').allTextContents();
  expect(texts[0]).toContain('title: My title');
  expect(texts[1]).toContain('title: Their title');
  expect(await draftText()).toContain('title: Their title\n');
  const answered = answerTo(page, 'persistEntry');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  expect((await answered).status()).toBe(200);
  expect(await draftText()).toContain('title: My title\n');
  await discard();
  await context.close();
});

test('taking theirs shows their text, and mine is gone from this browser too', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('My other title');
  await saveAsSomebodyElse('Their other title');
  expect((await save(page)).status).toBe(409);
  await page.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click();
  await expect.poll(() => fieldNamed(page, 'title').inputValue()).toBe('Their other title');
  expect(await draftText()).toContain('title: Their other title\n');
  await discard();
  await context.close();
});

test('a draft that somebody took away while it was open can be kept as a new one', async () => {
  await saveAsSomebodyElse('Begun together');
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('Still worth telling');
  await discard();
  expect((await save(page)).status).toBe(409);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: /Keep/ }).click();
  await expect.poll(draftText).toContain('title: Still worth telling\n');
  await discard();
  await context.close();
});

test('a second tab on the same entry says so before anything is overwritten', async () => {
  const { page, context } = await opened();
  const second = await context.newPage();
  await openEntry(second, guide);
  await second.getByRole('alert').filter({ hasText: 'open in another tab' }).waitFor();
  expect(await page.locator('[data-standing="open-twice"]').count()).toBe(0);
  await context.close();
});

test('a browser that is closed in the middle of a sentence offers it again', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('In the middle of a');
  // Decap writes down what is typed every two seconds.
  await page.waitForTimeout(2500);
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  const asked = again.waitForEvent('dialog').then(async (dialog) => {
    await dialog.accept();
    return dialog.type();
  });
  await openEntry(again, guide);
  expect(await asked).toBe('confirm');
  await expect.poll(() => fieldNamed(again, 'title').inputValue()).toBe('In the middle of a');
  await context.close();
});

test('what one person typed and did not save is not shown to the next one in the same browser', async () => {
  const { page, context } = await opened();
  await fieldNamed(page, 'title').fill('Told in confidence');
  await page.waitForTimeout(2500);
  await page.close({ runBeforeUnload: false });
  await context.clearCookies();
  await context.addCookies([cookieOf(await city.signInAs('editor', { name: 'Chidi' }), city)]);
  const next = await context.newPage();
  const asked: string[] = [];
  next.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await openEntry(next, guide);
  await next.waitForTimeout(500);
  expect(asked).toEqual([]);
  expect(await fieldNamed(next, 'title').inputValue()).not.toBe('Told in confidence');
  await context.close();
});

test('leaving on a shared computer leaves nothing of what was typed', async () => {
  const { page, context } = await opened();
  await context.addCookies([{ name: 'doorstep-shared', value: '1', url: city.cmsOrigin }]);
  await openEntry(page, guide);
  await fieldNamed(page, 'title').fill('Typed in the library');
  await page.waitForTimeout(2500);
  const kept = () =>
    page.evaluate(async () => ({ databases: (await indexedDB.databases()).map(({ name }) => name), local: Object.keys(localStorage) }));
  expect((await kept()).databases.length).toBeGreaterThan(0);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeunload')));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  expect(await kept()).toEqual({ databases: [], local: [] });
  await context.close();
});

test('at 390 px somebody opens an entry, corrects a word and saves, and nothing scrolls sideways', async () => {
  const { page, wrong, context } = await opened({ width: 390, height: 844 });
  const widest = () => page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.getElementById('nc-root')!.scrollWidth));
  expect(await widest()).toBeLessThanOrEqual(390);
  await fieldNamed(page, 'title').fill('Registering, from a phone');
  expect((await save(page)).status).toBe(200);
  expect(await widest()).toBeLessThanOrEqual(390);
  expect(wrong).toEqual([]);
  await discard();
  await context.close();
});

test('what is wrong is told at its field, in words, and what is missing keeps nobody from saving', async () => {
  const { page, context } = await opened();
  const story = { lang: 'en', collection: 'stories-en', slug: 'k1d4' };
  const problemsAt = (name: string) =>
    page
      .locator('[class*="-ControlContainer"]')
      .filter({ has: page.locator(`label[for^="${name}-field-"]`) })
      .locator('li');
  await openEntry(page, story);
  await fieldNamed(page, 'summary').fill('');
  expect((await save(page)).status).toBe(200);
  await page.locator('[data-standing="problems"]').filter({ hasText: 'still missing' }).waitFor();

  // Two stories cannot have one house number; only the server can know.
  await fieldNamed(page, 'number').fill(String(await numberOf('r5h8')));
  const refused = await save(page);
  expect(refused.status).toBe(422);
  await problemsAt('number').first().waitFor();
  expect(await problemsAt('number').first().textContent()).toContain('r5h8');
  await page.locator('[data-standing="problems"]').getByRole('button').first().click();
  expect(await fieldNamed(page, 'number').evaluate((field) => field === document.activeElement)).toBe(true);

  // Mended, it is saved: what the server said before does not stand in the way.
  await fieldNamed(page, 'number').fill('77');
  expect((await save(page)).status).toBe(200);
  await city.api(editor, 'deleteUnpublishedEntry', { collection: 'stories-en', slug: 'k1d4' });
  await context.close();
});

async function numberOf(slug: string): Promise<number> {
  const { data } = (await city.api(editor, 'getEntry', { path: `content/stories/ar/${slug}.mdx` })).body as { data: string };
  return Number(/^number: (\d+)$/m.exec(data)![1]);
}
