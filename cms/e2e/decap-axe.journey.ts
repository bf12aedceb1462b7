import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { root } from '../../src/release/root.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';
import { editorStates, type EditorState } from './decap-states.ts';
import { findingsOf, nextStop, sticksOut } from './editor-look.ts';
import { answerTo, browserOf, fieldNamed, openEntry } from './editor-page.ts';

let browser: Browser;
let city: CmsCity;
let person: SignedInPerson;
let states: EditorState[];
let axe: string;
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [browser, city] = await Promise.all([launch(), startCmsCity({ city: 'sample' })]);
  person = await city.signInAs('administrator', { name: 'Anna' });
  states = editorStates({ city, person });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };
const guide = { lang: 'en', collection: 'guides-en', slug: 'register' };
const story = { lang: 'en', collection: 'stories-en', slug: 'b2f8q4' };

/** A browser that answers what Decap asks: whether a page is left, and whether what was typed before is taken again (it is not). */
async function opened(size: { width: number; height: number }): Promise<Page> {
  const { page } = await browserOf({ browser, city, person: await city.session(person.person, 'passkey') }, size);
  page.on('dialog', (dialog) => void (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()));
  return page;
}
const isFocused = (page: Page, selector: string) => page.evaluate((selector) => document.activeElement?.matches(selector), selector);

/** Rules and parts that the document lists as left, each as `rule: part`. */
async function listed(): Promise<string[]> {
  const text = await readFile(join(root, 'docs/accessibility-of-the-editor.md'), 'utf8');
  const table = text.slice(text.indexOf('<!-- left -->'), text.indexOf('<!-- end: left -->'));
  return [...table.matchAll(/^\| `([a-z-]+)` +\| `([A-Za-z]+)` +\|/gm)].map(([, rule, part]) => `${rule}: ${part}`).sort();
}

test('axe finds nothing in our parts of the editor, and in Decap’s what the document lists and no more', { timeout: 600_000 }, async () => {
  const mine: string[] = [];
  const decaps = new Set<string>();
  const seen = new Set<string>();
  // Both languages and both widths, each once: all four together take twice as long and found the same.
  for (const [size, lang] of [[desk, 'en'] as const, [phone, 'ar'] as const]) {
    const page = await opened(size);
    for (const { state, open } of states) {
      await open(page, lang);
      const where = `${state}, ${lang}, ${size.width} px`;
      for (const { rule, part, ours, what } of await findingsOf(page, axe)) {
        if (ours) mine.push(`${where}: ${rule}: ${what}`);
        else decaps.add(`${rule}: ${part}`);
      }
      mine.push(...(await sticksOut(page)).map((what) => `${where}: ${what}`));
      for (const name of await partsOn(page)) seen.add(name);
    }
    await page.context().close();
  }
  console.log(`axe, the editor: ${states.length} states × 2 ways, ${mine.length} findings of ours, ${decaps.size} of Decap’s`);
  expect.soft(mine).toEqual([]);
  expect.soft([...decaps].sort()).toEqual(await listed());
  // A part that Decap no longer has, or calls otherwise, would be neither mended nor dressed without anybody noticing.
  const named = await namesInOurStyles();
  expect(named.filter((name) => ![...seen].some((part) => part.includes(name)))).toEqual([]);
});

test('axe finds nothing in the page that is previewed', { timeout: 120_000 }, async () => {
  const { open } = states.find(({ state }) => state === 'page beside the form')!;
  const found: string[] = [];
  for (const lang of ['en', 'ar']) {
    const page = await opened(desk);
    await open(page, lang);
    const address = page
      .frames()
      .find((frame) => frame.url().includes('/preview/pages/'))!
      .url();
    // Where its policy holds no script runs in it, so axe looks at the same page without.
    const context = await browser.newContext({ bypassCSP: true, storageState: await page.context().storageState() });
    const preview = await context.newPage();
    for (const size of [desk, phone]) {
      await preview.setViewportSize(size);
      await preview.goto(address);
      found.push(...(await findingsOf(preview, axe)).map(({ rule, what }) => `${lang}, ${size.width} px: ${rule}: ${what}`));
    }
    await context.close();
    await page.context().close();
  }
  expect(found).toEqual([]);
});

/** The names of Decap's parts that are on the page: each class without what emotion made of it. */
const partsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set([...document.querySelectorAll('[class*="css-"]')].flatMap((part) => (part.getAttribute('class') ?? '').split(' '))),
  ]);

/** The names by which our styles and repairs find Decap's parts. */
async function namesInOurStyles(): Promise<string[]> {
  const folder = join(root, 'cms/admin');
  const files = (await readdir(folder)).filter((name) => name.startsWith('theme') || name === 'mend-decap.ts');
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\[class\*=['"](-[\w-]+)['"]\]/g)].map(([, name]) => name!)))];
}

test('by the keyboard alone somebody comes into the form at once, writes, saves, and writes on', { timeout: 120_000 }, async () => {
  const page = await opened(desk);
  await openEntry(page, guide);
  await page.keyboard.press('Tab');
  expect(await isFocused(page, '.bar .skip')).toBe(true);
  await page.keyboard.press('Enter');
  expect(await isFocused(page, '[id^="title-field-"]')).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.type(', again');
  const [answer] = await Promise.all([answerTo(page, 'persistEntry'), page.keyboard.press('Control+s')]);
  expect(answer.status()).toBe(200);
  await page.locator('button[class*="-SaveButton"][disabled]').waitFor();
  await expect.poll(() => isFocused(page, '[id^="title-field-"]')).toBe(true);
  expect(await page.title()).toMatch(/^Guides: .*, again · /);
  expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toContain('Guides: ');
  await city.api(person, 'deleteUnpublishedEntry', { collection: 'guides-en', slug: 'register' });
  await page.context().close();
});

test('every stop of the Tab key in a form is marked, and nothing covers it, not even what is said below', { timeout: 300_000 }, async () => {
  const problems: string[] = [];
  for (const size of [desk, phone])
    for (const entry of [guide, story]) {
      const page = await opened(size);
      await openEntry(page, entry);
      await fieldNamed(page, 'summary').fill('');
      await Promise.all([answerTo(page, 'persistEntry'), page.locator('button[class*="-SaveButton"]').click()]);
      await page.locator('[data-standing="problems"]').waitFor();
      // That it was saved is said over the row of buttons, for some seconds.
      await page.locator('.Toastify__toast').first().waitFor({ state: 'detached' });
      let stops = 0;
      await page.locator('.bar a').first().focus();
      for (let stop = await nextStop(page); stop; stop = await nextStop(page), stops++) {
        if (!stop.marked) problems.push(`${size.width} px: the focus is not seen on ${stop.what}`);
        if (stop.covered) problems.push(`${size.width} px: covered: ${stop.what}`);
      }
      expect(stops).toBeGreaterThan(50);
      await city.api(person, 'deleteUnpublishedEntry', { collection: entry.collection, slug: entry.slug });
      await page.context().close();
    }
  expect(problems).toEqual([]);
});

test('what stands beside the form is opened and closed by buttons that say what they do and whether it is open', { timeout: 120_000 }, async () => {
  const page = await opened(desk);
  await openEntry(page, guide);
  const toggle = page.getByRole('button', { name: 'Show or hide the notes' });
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false');
  await toggle.press('Enter');
  await page.getByRole('complementary', { name: 'Beside the form' }).getByRole('heading', { name: 'Notes' }).waitFor();
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('textbox', { name: 'Your note' }).focus();
  await toggle.press('Enter');
  await page.locator('[class*="-NotesContainer"]').waitFor({ state: 'detached' });
  await page.context().close();
});

test('Escape closes every menu and window, and the focus is where it was', { timeout: 120_000 }, async () => {
  const page = await opened(desk);
  await openEntry(page, story);
  const closes = async ({ opener, shown }: { opener: string; shown: string }) => {
    await page.locator(opener).first().focus();
    await page.keyboard.press('Enter');
    await page.locator(shown).first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator(shown).first().waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(page, opener), { message: opener }).toBe(true);
  };
  await closes({ opener: '[class*="-StyledDropdownButton"]', shown: '[role="menuitem"]' });
  await closes({ opener: '[class*="-AvatarDropdownButton"]', shown: '[role="menuitem"]' });
  await closes({ opener: '[id^="portrait-field-"] button:not(.ds-focal)', shown: 'dialog[open]' });
  await page.goto('about:blank');
  await page.goto('/admin/en/#/collections/guides-en');
  await closes({ opener: '[class*="-AppHeaderNavList"] button', shown: '[class*="-StyledModal"]' });
  await page.context().close();
});

test('the entries of a list have names, and are moved with the arrow keys', { timeout: 120_000 }, async () => {
  const page = await opened(desk);
  await openEntry(page, guide);
  const labels = page.locator('[id^="variants-field-"] input[id^="label-field-"]');
  const before = await labels.evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value));
  const move = page.getByRole('button', { name: 'Move Variants 2', exact: true });
  await move.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => labels.evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value))).toEqual(before.toReversed());
  await page.getByText('is now 1 of 2').waitFor({ state: 'attached' });
  // What was moved has the focus still, and is called by its new place.
  await expect.poll(() => isFocused(page, '[aria-label="Move Variants 1"]')).toBe(true);
  const fold = page.getByRole('button', { name: 'Variants 1', exact: true });
  expect(await fold.getAttribute('aria-expanded')).toBe('true');
  await fold.press('Enter');
  await expect.poll(() => fold.getAttribute('aria-expanded')).toBe('false');
  await page.getByRole('button', { name: 'Remove Variants 1' }).press('Enter');
  await expect.poll(() => labels.count()).toBe(1);
  await page.context().close();
});

test('what is asked of a field, and what is wrong with it, belong to it', { timeout: 120_000 }, async () => {
  const page = await opened(desk);
  await openEntry(page, story);
  const described = () =>
    fieldNamed(page, 'number').evaluate((field) =>
      (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  await expect.poll(described).toContain('shown on its door');
  await page.context().close();
});

test('on a phone every field of a story is filled without scrolling sideways', { timeout: 120_000 }, async () => {
  for (const lang of ['en', 'ar']) {
    const page = await opened({ width: 360, height: 800 });
    await page.goto(`/admin/${lang}/#/collections/stories-${lang}/new`);
    await fieldNamed(page, 'title').waitFor();
    // All that can be added is added, so that every input there is stands in the form.
    for (const add of await page.locator('[class*="-AddButton"]:not([disabled]), .ds-group .ds-add button:not([disabled])').all()) await add.click();
    for (const fold of await page.locator('[aria-expanded="false"][class*="-TopBarButton"]').all()) await fold.click();
    await page.waitForLoadState('networkidle');
    const inputs = page.locator('[class*="-ControlPaneContainer"] :is(input, textarea, select, [role="textbox"])');
    expect(await inputs.count()).toBeGreaterThan(50);
    for (const input of await inputs.all()) await input.scrollIntoViewIfNeeded();
    expect(await sticksOut(page)).toEqual([]);
    const widest = await page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('html, #nc-root, [class*="-ControlPaneContainer"]')].map((part) => part.scrollWidth - part.clientWidth),
      ),
    );
    expect(widest).toBe(0);
    await page.context().close();
  }
});
