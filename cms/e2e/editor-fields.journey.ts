import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';
import { answerTo, browserOf, openEntry, save } from './editor-page.ts';

let browser: Browser;
let city: CmsCity;
let person: SignedInPerson;
beforeAll(async () => {
  [browser, city] = await Promise.all([launch(), startCmsCity()]);
  person = await city.signInAs('administrator', { name: 'Anna' });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const story = { lang: 'en', collection: 'stories-en', slug: 'k1d4' };
const path = 'content/stories/en/k1d4.mdx';

/** The story in a browser, and what a save makes of it. */
async function opened() {
  const { page, wrong } = await browserOf({ browser, city, person });
  await openEntry(page, story);
  const stored = async (): Promise<string> => {
    const { status, body } = await save(page);
    expect(status, JSON.stringify(body)).toBe(200);
    const { data } = (await city.api(person, 'unpublishedEntryDataFile', { path })).body as { data: string };
    return data;
  };
  const close = async (noted: readonly string[] = []) => {
    expect(wrong).toEqual(noted);
    await page.context().close();
    await city.api(person, 'deleteUnpublishedEntry', { collection: 'stories-en', slug: 'k1d4' });
  };
  return { page, stored, close };
}
const group = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true });

test('places are put into the line, moved and taken out by the keyboard alone', { timeout: 120_000 }, async () => {
  const { page, stored, close } = await opened();
  const line = group(page, 'The line');
  await line.getByRole('button', { name: 'Add a place' }).press('Enter');
  await line.getByLabel('Place').last().fill('A sofa');
  await line.getByLabel('Year').last().fill('2024');
  await line.getByLabel('Month').last().selectOption('11');
  await line.getByLabel('Waiting or on the way').last().check();
  await line.getByRole('button', { name: 'Move A sofa up' }).press('Enter');
  await line.getByText('A sofa is now 3 of 4').waitFor({ state: 'attached' });
  // The focus goes with the place, so that it can be moved on.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Move A sofa up');
  await line.getByRole('button', { name: 'Remove Port Harcourt' }).press('Enter');
  expect(await stored()).toContain(`line:
  - { place: 'Hostel, bed 6', when: 2024-09, note: eleven weeks, waiting: true }
  - { place: A sofa, when: 2024-11, waiting: true }
  - { place: Above the mill, when: 2024-12 }
`);
  await close();
});

test('a year that is none is told of, and nothing is saved without it unseen', { timeout: 120_000 }, async () => {
  const { page, close } = await opened();
  const line = group(page, 'The line');
  await page.getByLabel('Title', { exact: true }).first().fill('Another title');
  await line.getByLabel('Year').first().fill('20');
  await line.getByText('A year has four digits').waitFor();
  await page.locator('button[class*="-SaveButton"]').click();
  await page.locator('[class*="-ControlErrorsList"]', { hasText: 'four digits' }).first().waitFor();
  await line.getByLabel('Year').first().fill('2003');
  expect((await save(page)).status).toBe(200);
  // Decap rejects a save that it does not make with nothing, and nobody catches it.
  await close(['undefined']);
});

test('topics, languages, countries, people and days are chosen by their names', { timeout: 120_000 }, async () => {
  const { page, stored, close } = await opened();
  const topics = group(page, 'Topics');
  await topics.getByRole('combobox').selectOption({ label: 'Papers' });
  await topics.getByRole('button', { name: 'Add' }).click();
  await topics.getByRole('button', { name: 'Move Papers up' }).click();
  await page.getByLabel('Country', { exact: true }).selectOption({ label: 'Ghana' });
  const languages = group(page, 'Languages');
  await languages.getByRole('button', { name: 'Add a language' }).click();
  await languages.getByLabel('Language', { exact: true }).last().selectOption({ label: 'Another one, by its tag (such as pt-BR)' });
  await languages.getByRole('textbox').fill('zgh');
  await languages.getByLabel('Level').last().selectOption({ label: 'B1, gets by' });
  const circle = group(page, 'The circle');
  await circle.getByRole('button', { name: 'Add somebody' }).last().click();
  await circle.getByLabel('Who', { exact: true }).last().fill('Mrs Bos');
  await circle.getByLabel('How near').last().selectOption({ label: 'every day' });
  await circle.getByLabel('Kind').last().selectOption({ label: 'a person here' });
  await page.getByLabel('No day: an invented person').uncheck();
  await page.locator('input[type="date"]').last().fill('2031-12-31');
  const text = await stored();
  expect(text).toContain('topics: [papers, housing]\n');
  expect(text).toContain('  country: GH\n');
  expect(text).toContain('{ language: zgh, level: b1 }');
  expect(text).toContain('{ who: Mrs Bos, near: daily, kind: here }, { who: Mrs Bos, near: daily, kind: here }]\n');
  expect(text).toMatch(/until: 2031-12-31/);
  await close();
});

test('a picture is chosen or sent, described, and what must stay in view is set with the arrow keys', { timeout: 120_000 }, async () => {
  const { page, stored, close } = await opened();
  const portrait = group(page, 'Portrait');
  await portrait.getByRole('button', { name: 'Choose another picture' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'portraits/amal.svg' }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose another picture');
  const point = portrait.getByRole('button', { name: 'Must stay in view' });
  await point.press('ArrowUp');
  await point.press('Shift+ArrowLeft');
  await portrait.getByText('40 % from the left, 49 % from the top').waitFor();
  await portrait.getByLabel('The picture adds nothing to the text').check();
  expect(await stored()).toContain("portrait: { file: portraits/amal.svg, alt: '', credit: Drawn for tests, licence: CC0, focal: [0.4, 0.49] }\n");

  await portrait.getByRole('button', { name: 'Choose another picture' }).click();
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#13409f' } })
    .jpeg()
    .toBuffer();
  const [sent] = await Promise.all([
    answerTo(page, 'persistMedia'),
    page.locator('dialog input[type="file"]').setInputFiles({ name: 'Mein Foto.jpg', mimeType: 'image/jpeg', buffer: bytes }),
  ]);
  expect(sent.status()).toBe(200);
  await dialog.waitFor({ state: 'detached' });
  await portrait.locator('img').waitFor();
  expect(await stored()).toMatch(/file: [0-9a-f]{16,}\.\w+, alt: '', credit: Drawn for tests, licence: CC0 \}/);

  await portrait.getByRole('button', { name: 'Choose another picture' }).click();
  await page.locator('dialog input[type="file"]').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('words') });
  await dialog.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await close();
});

test('while the choices cannot be fetched what is chosen stays, and they are fetched again', { timeout: 120_000 }, async () => {
  const { page, wrong } = await browserOf({ browser, city, person });
  let isDown = true;
  await page.route('**/api/v1?*', (route) => (isDown && route.request().postData()?.includes('listReferences') ? route.abort() : route.continue()));
  await openEntry(page, story);
  const topics = group(page, 'Topics');
  await topics.getByText('What is chosen stays').waitFor();
  await topics.getByText('housing').first().waitFor();
  isDown = false;
  await topics.getByRole('button', { name: 'Try again' }).click();
  await topics.getByText('Housing').first().waitFor();
  expect(wrong).toEqual([]);
  await page.context().close();
});

const axeRules: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };

/** What axe finds in our inputs, and what of them sticks out of the window. */
const faultsIn = (page: Page) =>
  page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as { axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await axe.run({ include: ['.ds-group'] }, options);
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
    const out = [...document.querySelectorAll('.ds-group, .ds-group *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && !element.closest('.ds-unseen') && (right > document.documentElement.clientWidth + 1 || left < -1);
    });
    return [...found, ...out.map(({ outerHTML }) => `sticks out: ${outerHTML.slice(0, 120)}`)];
  }, axeRules);

test('in no form has one of our inputs a finding of axe or sticks out of a phone, left to right or right to left', { timeout: 240_000 }, async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { page } = await browserOf({ browser, city, person }, { width: 360, height: 800 });
  const found: string[] = [];
  for (const lang of ['en', 'ar'])
    for (const entry of [
      `stories-${lang}/new`,
      `stories-en/entries/k1d4`,
      `pages-${lang}/new`,
      'settings/entries/site',
      `facts-${lang}/new`,
      `strings/entries/${lang}`,
    ]) {
      if (entry.startsWith('stories-en') && lang !== 'en') continue;
      await page.goto('about:blank');
      await page.goto(`/admin/${lang}/#/collections/${entry}`);
      await page.locator('.ds-group').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe);
      found.push(...(await faultsIn(page)).map((fault) => `${lang} ${entry}: ${fault}`));
    }
  expect(found).toEqual([]);
  await page.context().close();
});
