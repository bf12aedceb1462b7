import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { directionOf } from '../../src/content-model/locales.ts';
import { attackFile, attacks } from '../../src/mdx/attacks.ts';
import { root } from '../../src/release/root.ts';
import { startCmsCity, type CmsCity, type SignedInPerson } from './cms-city.ts';

let browser: Browser;
let city: CmsCity;
let script: string;
let styles: string;
let editor: SignedInPerson;

beforeAll(async () => {
  [browser, city] = await Promise.all([launch(), startCmsCity()]);
  [script, styles] = await harness();
  editor = await city.signInAs('editor');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

async function harness(): Promise<[string, string]> {
  const made = (await build({
    configFile: false,
    root: join(root, 'cms/e2e'),
    logLevel: 'error',
    // The test runner is no production to Vite, which would then make JSX for React's development build.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, assetsInlineLimit: 0, rollupOptions: { input: join(root, 'cms/e2e/preview-harness.tsx') } },
  })) as Rolldown.RolldownOutput;
  const code = made.output.find((file) => file.type === 'chunk')!.code;
  const css = made.output.find((file) => file.fileName.endsWith('.css')) as Rolldown.OutputAsset | undefined;
  return [code, String(css?.source ?? '')];
}

async function browserOf(by: SignedInPerson | undefined): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: city.cmsOrigin, viewport: { width: 1400, height: 1000 } });
  if (by) await context.addCookies([{ name: by.cookie.split('=')[0]!, value: by.cookie.slice(by.cookie.indexOf('=') + 1), url: city.cmsOrigin }]);
  return context;
}

/** The preview on a page of the editor's origin, with a text to begin with. */
async function open(context: BrowserContext, { path, raw, lang = 'en' }: { path: string; raw: string; lang?: string }): Promise<Page> {
  const strings = (await city.parts.content.current()).graph!.strings.get(lang)!;
  const words = Object.fromEntries(Object.entries(strings).filter(([key]) => key.startsWith('editor.')));
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  const tokens = await readFile(join(root, 'src/styles/tokens.css'), 'utf8');
  const html = `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
    <title>Preview</title><style>${tokens}${styles} body { margin: 0 } textarea { display: block; inline-size: 100%; box-sizing: border-box; block-size: 6rem } .preview { block-size: 54rem }</style>
    <script type="application/json" id="page-data">${json({ lang, dir: directionOf(lang), words, fieldWords: {} })}</script>
    <script type="application/json" id="begun">${json({ path, raw })}</script><div id="root"></div><script type="module" src="/preview-harness.js"></script>`;
  await context.route('**/preview-harness', (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await context.route('**/preview-harness.js', (route) => route.fulfill({ body: script, contentType: 'text/javascript' }));
  const page = await context.newPage();
  await page.goto('/preview-harness');
  return page;
}

const textOf = async (file: string) => (await city.parts.store.read([file]))[0]!.text;
const shown = (page: Page): FrameLocator => page.frameLocator('iframe:not([aria-hidden="true"])');

test('what is typed appears on the page, in its place, without losing where one was', async () => {
  const context = await browserOf(editor);
  const page = await open(context, { path: 'content/guides/en/bicycle.mdx', raw: await textOf('guides/en/bicycle.mdx') });
  await shown(page).getByRole('heading', { level: 1 }).waitFor();
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.scrollTo(0, 400));
  const field = page.getByLabel('Text');
  await field.fill(`${await field.inputValue()}\nBring a lamp.\n`);
  await shown(page).getByText('Bring a lamp.').waitFor();
  expect(await page.locator('iframe').count()).toBe(1);
  expect(await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => frame.contentWindow!.scrollY)).toBe(400);
  await context.close();
});

test('pictures and fonts of the page load in it', async () => {
  const context = await browserOf(editor);
  const failed: string[] = [];
  context.on(
    'response',
    (response) => response.status() >= 400 && response.url().includes('/preview/') && failed.push(`${response.status()} ${response.url()}`),
  );
  const page = await open(context, { path: 'content/stories/en/k1d4.mdx', raw: await textOf('stories/en/k1d4.mdx') });
  const picture = shown(page).locator('img').first();
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(0);
  expect(
    await shown(page)
      .locator('body')
      .evaluate(() => document.fonts.check('16px Doorstep')),
  ).toBe(true);
  expect(failed).toEqual([]);
  await context.close();
});

test('the page shows in another language, right to left, and as wide as a phone', async () => {
  const context = await browserOf(editor);
  const page = await open(context, { path: 'content/stories/en/k1d4.mdx', raw: await textOf('stories/en/k1d4.mdx') });
  await page.getByLabel('Language of the page').selectOption('ar');
  await shown(page).locator('html[lang="ar"][dir="rtl"]').waitFor();
  await page.getByRole('radio', { name: 'Phone' }).check();
  await expect
    .poll(() =>
      shown(page)
        .locator('html')
        .evaluate(({ clientWidth }) => clientWidth),
    )
    .toBe(360);
  const wide = await shown(page)
    .locator('html')
    .evaluate(({ scrollWidth }) => scrollWidth);
  expect(wide).toBe(360);
  await context.close();
});

test('beside an Arabic form the preview is Arabic and right to left, and fits on a phone', async () => {
  const context = await browserOf(editor);
  const page = await open(context, { path: 'content/stories/ar/r5h8.mdx', raw: await textOf('stories/ar/r5h8.mdx'), lang: 'ar' });
  await shown(page).locator('html[lang="ar"]').waitFor();
  await page.getByRole('complementary').waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await context.close();
});

test('the check says what is wrong in the margin, and leads to the field', async () => {
  const context = await browserOf(editor);
  const raw = (await textOf('guides/en/bicycle.mdx')).replace(/^title: .*$/m, 'title: ""').concat('\n[nowhere](/guides/nowhere/)\n');
  const page = await open(context, { path: 'content/guides/en/bicycle.mdx', raw });
  await page.getByRole('button', { name: 'Go to “Title”' }).click();
  expect(await page.locator('output').textContent()).toBe('title');
  expect(await page.getByRole('complementary').getByRole('listitem').count()).toBeGreaterThan(1);
  await context.close();
});

test('a slip that makes the text unreadable leaves the page as it was, and says so', async () => {
  const context = await browserOf(editor);
  const page = await open(context, { path: 'content/guides/en/bicycle.mdx', raw: `${await textOf('guides/en/bicycle.mdx')}\nBring a lamp.\n` });
  await shown(page).getByText('Bring a lamp.').waitFor();
  const field = page.getByLabel('Text');
  await field.fill(`${await field.inputValue()}\n<Callout>\n`);
  await page.getByRole('status').getByText('before your last change').waitFor();
  expect(await shown(page).getByText('Bring a lamp.').count()).toBe(1);
  await context.close();
});

test('nothing that a stranger wrote runs, in the frame or in a tab, and no link leads the frame away', async () => {
  const context = await browserOf(editor);
  const ran: string[] = [];
  context.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const page = await open(context, { path: 'content/guides/en/bicycle.mdx', raw: await textOf('guides/en/bicycle.mdx') });
  await shown(page).getByRole('heading', { level: 1 }).waitFor();
  const field = page.getByLabel('Text');
  for (const attack of attacks.filter(({ where, text }) => where !== 'frontmatter' && text.length < 500)) await field.fill(attackFile(attack));
  await field.fill(attackFile({ name: 'last', where: 'title', text: `<script>alert(1)</script><img src=x onerror=alert(2)>` }));
  await shown(page).getByRole('heading', { level: 1, name: '<script>alert(1)</script>' }).waitFor();

  // Even a script that got through would not run: the page's own do not.
  const inPage = await shown(page).locator('script:not([type])').count();
  expect(inPage).toBeGreaterThan(0);
  expect(
    await shown(page)
      .locator('body')
      .evaluate(() => typeof window.onkeydown),
  ).toBe('object');
  const before = await shown(page)
    .locator('html')
    .evaluate(() => location.href);
  await shown(page).getByRole('link', { name: 'Doorstep' }).first().click();
  expect(
    await shown(page)
      .locator('html')
      .evaluate(() => location.href),
  ).toBe(before);
  expect(context.pages()).toHaveLength(1);

  const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open in a tab' }).click()]);
  await tab.getByRole('heading', { level: 1 }).waitFor();
  expect(await tab.title()).toMatch(/^Preview: /);
  const [site] = await Promise.all([context.waitForEvent('page'), tab.getByRole('link', { name: 'Doorstep' }).first().click()]);
  await site.waitForLoadState();
  expect(site.url()).toBe(`${city.origin}/en/`);
  expect(ran).toEqual([]);
  await context.close();
});

test('who is not signed in, or has no right to it, gets nothing', async () => {
  expect((await city.ask('/preview/guides/en/bicycle')).status).toBe(303);
  expect((await city.api(undefined, 'preview', { path: 'content/guides/en/bicycle.mdx', raw: '' })).status).toBe(401);
  const contributor = await city.signInAs('contributor');
  expect((await city.ask('/preview/guides/en/bicycle', { by: contributor })).status).toBe(403);
  const raw = await textOf('guides/en/bicycle.mdx');
  expect((await city.api(contributor, 'preview', { path: 'content/guides/en/bicycle.mdx', raw })).status).toBe(403);
  const made = await city.api(editor, 'preview', { path: 'content/guides/en/bicycle.mdx', raw });
  const { address } = made.body as { address: string };
  expect((await city.ask(address, { by: editor })).status).toBe(200);
  expect((await city.ask(address, { by: contributor })).status).toBe(404);

  const context = await browserOf(contributor);
  const page = await open(context, { path: 'content/guides/en/bicycle.mdx', raw });
  await page.locator('.preview-status').filter({ hasText: 'Your role does not allow this' }).waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  await context.close();
});
