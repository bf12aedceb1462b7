import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import type { Letter } from '../server/mail/mail.ts';
import { originalText } from '../server/protocol/example-texts.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';

let browser: Browser;
let city: CmsCity;
let writer: SignedInPerson;
let editor: SignedInPerson;
beforeAll(async () => {
  [browser, city] = await Promise.all([launch(), startCmsCity()]);
  writer = await city.signInAs('contributor', { name: 'Оксана' });
  editor = await city.signInAs('editor', { name: 'Salma' });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

/** A browser of somebody's without JavaScript: nothing on these pages needs it. */
async function visitor({ cookie }: SignedInPerson, { width = 1440, lang = 'en' } = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: city.cmsOrigin,
    viewport: { width, height: 900 },
    locale: lang,
    javaScriptEnabled: false,
  });
  const at = cookie.indexOf('=');
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: city.cmsOrigin }]);
  return { context, page: await context.newPage() };
}

const done = (page: Page) => page.locator('.done').textContent();
const path = (slug: string) => `content/stories/en/${slug}.mdx`;
const save = (by: SignedInPerson, slug: string, raw: string) => city.api(by, 'persistEntry', { dataFiles: [{ path: path(slug), raw }] });

/** The newest letter to somebody whose subject has these words, once it is in the outbox. */
async function letterTo({ person }: SignedInPerson, words: string): Promise<Letter> {
  for (let tries = 0; tries < 100; tries++) {
    const letter = (await city.letters()).findLast(({ to, subject }) => to === person.email && subject.includes(words));
    if (letter) return letter;
    await wait(50);
  }
  throw new Error(`No letter “${words}” came.`);
}

test('a contributor’s story is reviewed with a note, changed, approved and published, by people who use no script', async () => {
  const slug = 'r7d2k4';
  expect((await save(writer, slug, originalText('stories', slug, { number: 71 }))).status).toBe(200);
  const hers = await visitor(writer, { width: 360 });
  await hers.page.goto('/desk');
  await hers.page.getByRole('link', { name: `About ${slug}` }).click();
  await hers.page.getByRole('button', { name: 'Ready for review' }).click();
  expect(await done(hers.page)).toContain('Handed in.');

  const mail = await letterTo(editor, 'to be reviewed');
  const theirs = await visitor(editor);
  await theirs.page.goto(/\S+\/entries\/\S+/.exec(mail.text)![0]);
  await theirs.page.getByText('Ask for changes …').click();
  await theirs.page.getByLabel('What should change?').fill('Who told you about the bridge?\nOne sentence is enough.');
  await theirs.page.getByRole('button', { name: 'Ask for changes' }).click();
  expect(await done(theirs.page)).toBe('The writer has been asked for changes.');

  const asked = await letterTo(writer, 'please change something');
  expect(asked.text).toContain('Who told you about the bridge?\nOne sentence is enough.');
  await hers.page.goto('/desk?show=waiting');
  expect(await hers.page.locator('.to-do').textContent()).toBe('There is something to answer');
  const { body } = await city.api(writer, 'unpublishedEntryDataFile', { path: path(slug) });
  await save(writer, slug, `${(body as { data: string }).data.trimEnd()} Ria told me of it.\n`);
  await hers.page.goto(/\S+\/entries\/\S+/.exec(asked.text)![0]);
  await hers.page.getByLabel('Your note').fill('Ria did. It is in the text now.');
  await hers.page.getByRole('button', { name: 'Add the note' }).click();
  expect((await letterTo(editor, 'a note on')).text).toContain('It is in the text now.');
  await hers.page.getByRole('button', { name: 'Ready for review' }).click();

  await theirs.page.goto('/desk?show=waiting');
  await theirs.page.getByRole('link', { name: `About ${slug}` }).click();
  expect(await theirs.page.locator('.told').textContent()).toContain('Ria told me of it.');
  expect(await theirs.page.locator('.notes').textContent()).toContain('It is in the text now.');
  await theirs.page.getByRole('button', { name: /^Done/ }).first().click();
  await theirs.page.getByRole('button', { name: 'Ready to publish' }).click();
  await theirs.page.getByRole('button', { name: 'Publish' }).click();
  expect(await theirs.page.getByRole('heading', { level: 1 }).textContent()).toContain('Published:');
  while ((await theirs.page.getByRole('button', { name: 'Look again' }).count()) > 0)
    await theirs.page.getByRole('button', { name: 'Look again' }).click();
  const address = await theirs.page.locator('.address').getAttribute('href');
  expect(address).toBe(`${city.origin}/en/stories/${slug}/`);
  await theirs.page.goto(address!);
  expect(await theirs.page.locator('main').textContent()).toContain('Ria told me of it.');
  expect((await letterTo(writer, 'published')).text).toContain(address!);
  await Promise.all([hers.context.close(), theirs.context.close()]);
});

/** Presses Tab until a thing has the focus, as somebody does who uses no mouse. */
async function tabTo(page: Page, role: 'link' | 'button' | 'textbox', name: RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').count()) > 0 && (await wanted.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`The Tab key never came to ${name}.`);
}

test('a review is done with the keyboard alone, in Arabic, down to asking for changes', async () => {
  const slug = 'k8w3p5';
  await save(writer, slug, originalText('stories', slug, { number: 72 }));
  await city.api(writer, 'updateUnpublishedEntryStatus', { id: `stories/en/${slug}`, newStatus: 'pending_review' });
  const { page, context } = await visitor(editor, { lang: 'ar', width: 768 });
  await page.goto('/desk?lang=ar&show=waiting');
  await tabTo(page, 'link', new RegExp(slug));
  await page.keyboard.press('Enter');
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  // The first way to give it back is folded: the keyboard opens it as a mouse does.
  for (let presses = 0; presses < 60 && (await page.locator('summary:focus').count()) === 0; presses++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', /ما الذي ينبغي تغييره/);
  await page.keyboard.type('من أخبرك عن الجسر؟');
  await tabTo(page, 'button', /اطلب تعديلات/);
  await page.keyboard.press('Enter');
  expect(await done(page)).toBe('طُلبت التعديلات من الكاتب.');
  expect(await page.locator('.notes .said').textContent()).toBe('من أخبرك عن الجسر؟');
  await context.close();
});

test('what is wrong is told on the page with the focus on it, and nothing is published', async () => {
  const slug = 'n2b9v6';
  await save(writer, slug, '---\ntitle: Half a story\n---\n\nIt was cold.\n');
  for (const [by, newStatus] of [
    [writer, 'pending_review'],
    [editor, 'pending_publish'],
  ] as const)
    await city.api(by, 'updateUnpublishedEntryStatus', { id: `stories/en/${slug}`, newStatus });
  const { page, context } = await visitor(editor, { width: 360 });
  await page.goto(`/entries/stories/en/${slug}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  expect(await page.locator('.summary:focus').count()).toBe(1);
  expect(await page.locator('.findings').textContent()).toContain('Summary');
  expect(await page.locator('.step .do').textContent()).toBe('Publish');
  await context.close();
});

test('an entry is taken off the site after a page has asked, and an earlier version comes back as a draft', async () => {
  const { page, context } = await visitor(editor);
  await page.goto('/desk/entries?q=table');
  await page.getByRole('link', { name: 'A table at the harbour' }).click();
  await page.getByRole('link', { name: 'Take it off the site …' }).click();
  expect(await page.locator('main').textContent()).toContain('Its translation goes with it');
  await page.getByRole('button', { name: 'Yes, take it off the site' }).click();
  expect(await done(page)).toContain('is a draft again');
  await city.parts.publishing.settled();
  expect((await page.goto(`${city.origin}/en/practices/harbour-table/`))!.status()).toBe(404);

  await page.goto('/entries/guides/nl/bicycle/history');
  await page
    .getByRole('link', { name: /What is different now/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Make a draft of this version' }).click();
  expect(await done(page)).toBe('The earlier version is a draft now.');
  expect(await page.locator('#difference + p').textContent()).toBe('It says the same as what is on the site.');
  await context.close();
});
