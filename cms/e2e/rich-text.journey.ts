import type { AxeResults, RunOptions } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/e2e/chromium.ts';
import { parseBody } from '../../src/mdx/body.ts';
import { component, componentNames, type ComponentName } from '../../src/mdx/components.ts';
import { fromWord } from '../admin/rich-text/paste/examples.ts';
import { bundleTextPage, type TextPage } from './rich-text-bundle.ts';
import type { Field } from './rich-text-page.ts';

let browser: Browser;
let text: TextPage;
let axe: string;
const noted: string[] = [];
beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  [browser, text] = await Promise.all([launch(), bundleTextPage()]);
});
afterAll(async () => {
  await browser?.close();
  await text?.[Symbol.asyncDispose]();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(noted.splice(0)).toEqual([]);
});

interface Wishes extends BrowserContextOptions {
  lang?: 'en' | 'ar';
  value?: string;
  mayWriteRaw?: boolean;
}

/** The field with a text in it. */
async function open({ lang = 'en', value = '', mayWriteRaw = true, ...wishes }: Wishes = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...wishes });
  context.setDefaultTimeout(5000);
  context.on('weberror', (error) => noted.push(error.error().message));
  context.on('console', (message) => message.type() === 'error' && noted.push(message.text()));
  await text.serve(context, lang, { mayWriteRaw });
  const page = await context.newPage();
  await page.goto(text.origin);
  await page.locator('#body').waitFor();
  if (value) await page.evaluate((value) => (globalThis as unknown as { field: Field }).field.set(value), value);
  return page;
}

const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });
/** The value that Decap would save if somebody pressed Save now. */
async function saved(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save' }).click();
  return page.evaluate(() => (globalThis as unknown as { field: Field }).field.value);
}
const atEnd = async (page: Page) => {
  await page.locator('#body').focus();
  await page.keyboard.press('Control+End');
};
const paste = (page: Page, data: Record<string, string>) =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
    const start = performance.now();
    document.querySelector('#body')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    return performance.now() - start;
  }, data);

test('what is typed a moment before Save is saved, and bold, headings and lists are Markdown', async () => {
  const page = await open();
  await page.locator('#body').click();
  await page.keyboard.type('## Before you go');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Bring your ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('passport');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' & 3 < 4 {x}.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  expect(await saved(page)).toBe('## Before you go\n\nBring your **passport** & 3 \\< 4 \\{x\\}.\n\n- one\n- two\n');
});

test('a corrected word changes nothing else', async () => {
  const before = "\nOne  word.\n\n* item\n* *other*\n\n<Callout kind='tip'>\n\nA tip.\n\n</Callout>\n";
  const page = await open({ value: before });
  await page.getByText('A tip.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Really.');
  expect(await saved(page)).toBe(before.replace('A tip.', 'A tip. Really.'));
  await page.locator('#body').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await saved(page)).toBe(before);
});

/** What is filled in where a component is asked for, by label; titles of what is chosen. */
const filled: Partial<Record<ComponentName, Record<string, string>>> = {
  Callout: { Title: 'Stop if "this"' },
  Quote: { By: 'Jonas' },
  Figure: { File: 'places/harbour.jpg', 'What it shows': 'The harbour', Credit: 'Ada', Licence: 'CC0' },
  Steps: { Title: 'Make an appointment' },
  Phrase: { Say: 'Doe maar gewoon', Means: 'Just act normal' },
};
const chosen: Partial<Record<ComponentName, string>> = {
  Fact: 'Opening hours',
  For: 'Student',
  Story: 'Nine weeks',
  Guide: 'Register',
  Contact: 'City hall',
  Numbers: 'Population',
};

test('every component is put in from the list, and the site reads all of them', async () => {
  const page = await open();
  for (const name of componentNames.filter((name) => component(name).within === undefined)) {
    await atEnd(page);
    await tool(page, 'Insert').click();
    await page
      .getByRole('button', { name: component(name).label, exact: true })
      .last()
      .click();
    const dialog = page.locator('dialog[open]');
    for (const [label, value] of Object.entries(filled[name] ?? {})) await dialog.getByLabel(label, { exact: true }).fill(value);
    if (name === 'Quote') await dialog.getByLabel('Language', { exact: true }).selectOption('uk');
    if (chosen[name]) await dialog.getByLabel(chosen[name]).check();
    await dialog.getByRole('button', { name: 'Insert' }).click();
    await dialog.waitFor({ state: 'detached' });
    if (component(name).children) await page.keyboard.type(`Words of ${name}.`);
  }
  const { body, problems } = parseBody(await saved(page), { file: 'guides/en/x.mdx' });
  expect(problems).toEqual([]);
  expect(body!.uses.map((use) => use.component).sort()).toEqual([...componentNames].sort());
  expect(body!.text).toContain('Words of Steps.');
  expect(await page.locator('.rt-chip').innerText()).toContain('Opening hours');
});

test('the kind of a callout is chosen, and shown, by the words that readers see', async () => {
  const page = await open({ value: '<Callout kind="stop">\n\nWords.\n\n</Callout>\n' });
  expect(await page.locator('.rt-callout .rt-what').innerText()).toBe('Stop');
  await page.getByRole('button', { name: 'Edit: Callout' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('Kind').selectOption({ label: 'Good to know' });
  await dialog.getByRole('button', { name: 'Apply' }).click();
  expect(await saved(page)).toBe('<Callout kind="note">\n\nWords.\n\n</Callout>\n');
});

test('attributes are changed in a form that names what is missing', async () => {
  const page = await open({ value: '<Phrase say="Doe maar" means="x" />\n' });
  await page.getByRole('button', { name: 'Edit: Phrase' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('Means').fill(' ');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => dialog.getByRole('alert').innerText()).toBe('Fill in “Means”.');
  await dialog.getByLabel('Means').fill('Just act "normal"');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  expect(await saved(page)).toBe('<Phrase say="Doe maar" means="Just act &quot;normal&quot;" />\n');
});

test('steps are added, a block is unwrapped, a block is removed, and all of it can be undone', async () => {
  const before = '<Steps>\n\n<Step title="One">\n\nFirst.\n\n</Step>\n\n</Steps>\n\n<Callout>\n\nA note.\n\n</Callout>\n';
  const page = await open({ value: before });
  await page.getByRole('button', { name: 'Add a step: Step', exact: true }).click();
  await page.locator('dialog[open]').getByLabel('Title').fill('Two');
  await page.locator('dialog[open]').getByRole('button', { name: 'Insert' }).click();
  await page.keyboard.type('Second.');
  await page.getByRole('button', { name: 'Keep the text only' }).click();
  const after = '<Steps>\n\n<Step title="One">\n\nFirst.\n\n</Step>\n\n<Step title="Two">\n\nSecond.\n\n</Step>\n\n</Steps>\n\nA note.\n';
  expect(await saved(page)).toBe(after);
  await page.getByRole('button', { name: 'Remove: Steps' }).click();
  expect(await saved(page)).toBe('A note.\n');
  while ((await tool(page, 'Undo').getAttribute('aria-disabled')) === 'false') await tool(page, 'Undo').click();
  expect(await saved(page)).toBe(before);
});

test('a link is made of words, from an address as people type it or from an entry of the site', async () => {
  const page = await open({ value: 'Go there\n' });
  await atEnd(page);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+k');
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => dialog.getByRole('alert').innerText()).toContain('no address');
  await dialog.getByLabel('Address').fill('example.org/a');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  expect(await saved(page)).toBe('Go [there](https://example.org/a)\n');
  await page.locator('#body a').click();
  await tool(page, 'Link').click();
  await dialog.getByLabel('Or an entry of this site').selectOption('Find a doctor');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  expect(await saved(page)).toBe('Go [there](/guides/find-a-doctor/)\n');
});

test('a text pasted from Word comes in clean, and pictures are told of', async () => {
  const page = await open();
  await page.locator('#body').click();
  await paste(page, { 'text/html': fromWord, 'text/plain': 'x' });
  expect(await page.getByRole('status').innerText()).toContain('One picture was left out');
  expect(await saved(page)).toBe(
    '## Inschrijven\n\nMaak een **afspraak** op [de website](https://example.org/afspraak).\n\n- Paspoort\n  - het origineel\n- Huurcontract\n\nDaarna:\n\n1. wachten\n2. bellen\n\n| Dag | Open |\n| - | - |\n| Maandag | 9–12 13–17 |\n\n### Vragen\n\nZie hierboven.\n',
  );
});

test('two megabytes of markup are cleaned or refused within a second, and one can write on', async () => {
  const page = await open({ value: 'Before.\n' });
  await atEnd(page);
  await page.keyboard.press('Enter');
  const script = '<script>while (true) {}</script><style>p { color: red }</style><p onclick="alert(1)" style="color: red">&nbsp;</p>';
  const short = await paste(page, { 'text/html': `${script.repeat(19_000)}<p>After.</p>` });
  const cells = await paste(page, { 'text/html': `<table>${'<tr><td style="color: red">cell</td><td>other</td></tr>'.repeat(38_000)}</table>` });
  expect(await page.getByRole('status').innerText()).toContain('more than an entry can hold');
  const plain = await paste(page, { 'text/plain': 'word '.repeat(420_000) });
  console.log(`2 MB pasted: scripts and styles ${Math.round(short)} ms, a table ${Math.round(cells)} ms, words ${Math.round(plain)} ms`);
  expect(Math.max(short, cells, plain)).toBeLessThan(1500);
  await atEnd(page);
  await page.keyboard.type(' Alive.');
  expect(await saved(page)).toBe('Before.\n\nAfter. Alive.\n');
});

test('what is copied here is pasted here as it was, components and all', async () => {
  const page = await open({ value: 'It is <Fact id="population" />.\n\n<Callout kind="tip" title="A &quot;b&quot;">\n\nA tip.\n\n</Callout>\n' });
  await page.locator('#body').focus();
  await page.keyboard.press('Control+a');
  const data = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.querySelector('#body')!.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return { 'text/html': clipboardData.getData('text/html') };
  });
  await page.keyboard.press('ArrowRight');
  await atEnd(page);
  await page.keyboard.press('Enter');
  await paste(page, data);
  const value = await saved(page);
  expect(value.split('<Fact id="population" />')).toHaveLength(3);
  expect(value.split('<Callout kind="tip" title="A &quot;b&quot;">')).toHaveLength(3);
});

test('markup is written by hand by whoever may, and what was written as text is there again after it', async () => {
  const page = await open({ value: 'One.\n\n<Steps>broken\n' });
  await expect.poll(() => page.getByText('Kept as it is written').count()).toBe(1);
  await tool(page, 'Markup').click();
  const markup = page.getByRole('textbox', { name: 'Body' });
  expect(await markup.inputValue()).toBe('One.\n\n<Steps>broken\n');
  await markup.fill('One.\n\nIt is {braces} <Fact id="population" />.\n');
  await tool(page, 'Markup').click();
  await expect.poll(() => page.locator('.rt-chip').innerText()).toContain('Population');
  expect(await saved(page)).toBe('One.\n\nIt is {braces} <Fact id="population" />.\n');
  await tool(page, 'Markup').click();
  await tool(page, 'Markup').click();
  expect(await saved(page)).toBe('One.\n\nIt is {braces} <Fact id="population" />.\n');

  const other = await open({ mayWriteRaw: false });
  expect(await tool(other, 'Markup').count()).toBe(0);
});

test('a text from elsewhere takes the place of what is shown', async () => {
  const page = await open({ value: 'Old.\n' });
  await page.locator('#body').click();
  await page.keyboard.type('x');
  await page.evaluate(() => (globalThis as unknown as { field: Field }).field.set('Restored.\n'));
  await expect.poll(() => page.locator('#body').innerText()).toBe('Restored.');
  expect(await saved(page)).toBe('Restored.\n');
});

test('tables are written cell by cell, and the Tab key leaves them at the end', async () => {
  const page = await open();
  await page.locator('#body').click();
  await tool(page, 'Insert').click();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  for (const word of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('body');
  expect(await saved(page)).toBe('| a | b |\n| - | - |\n| c | d |\n| e | f |\n');
  await page.getByText('c', { exact: true }).click();
  await tool(page, 'Add a row').click();
  await tool(page, 'Remove the column').click();
  expect(await saved(page)).toBe('| b |\n| - |\n| d |\n| |\n| f |\n');
});

test('the toolbar is one stop of the Tab key, and the arrow keys go through it, also from right to left', async () => {
  for (const [lang, forward] of [
    ['en', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ] as const) {
    const page = await open({ lang });
    await page.keyboard.press('Tab');
    const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    const first = await name();
    await page.keyboard.press(forward);
    expect(await name()).not.toBe(first);
    await page.keyboard.press('Home');
    expect(await name()).toBe(first);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('body');
  }
});

const everything = `Words with a [link](/guides/register/) and <Fact id="population" />.

## Heading

- one
- two

> Said.

| a | b |
| - | - |
| c | d |

<Callout kind="stop" title="Stop if">

A note.

</Callout>

<Quote lang="ar" by="Huda">كنت الأولى.</Quote>

<Figure file="places/harbour.jpg" alt="The harbour" credit="Ada" licence="CC0" />

<Steps>

<Step title="One">

First.

</Step>

</Steps>

<For audience="student">

Students.

</For>

<Story id="nine-weeks" />

<div>

Kept.

</div>

\`\`\`
code
\`\`\`
`;

async function findings(page: Page): Promise<string[]> {
  const options: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(document, options),
    options,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}

/** What reaches out of a phone's window, and buttons that a finger misses. */
const misplaced = (page: Page) =>
  page.evaluate(() => [
    ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['scrolls sideways'] : []),
    ...[...document.querySelectorAll('.rt button, .rt-dialog button')]
      .filter((button) => button.checkVisibility() && Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height) < 24)
      .map(({ outerHTML }) => `too small: ${outerHTML}`),
  ]);

test('axe finds nothing, in either direction, in light and dark, small and large, with the list and the forms open', async () => {
  const found: string[] = [];
  for (const lang of ['en', 'ar'] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1200]) {
        const page = await open({ lang, value: everything, colorScheme, viewport: { width, height: 900 } });
        await page.evaluate(axe);
        const look = async (what: string) =>
          found.push(
            ...[...(await findings(page)), ...(await misplaced(page))].map((finding) => `${lang} ${colorScheme} ${width} ${what}: ${finding}`),
          );
        await look('text');
        await page.locator('td').first().click();
        await look('table');
        const labels = await page.locator('.rt-tool:not([aria-label])').allInnerTexts();
        await tool(page, labels[0]!).click();
        await look('list');
        await page.keyboard.press('Escape');
        for (const block of ['.rt-figure', '.rt-for', '.rt-quote']) {
          await page.locator(`${block} .rt-small`).first().click();
          await page.locator('dialog[open]').waitFor();
          await look(block);
          await page.keyboard.press('Escape');
          await page.locator('dialog[open]').waitFor({ state: 'detached' });
        }
        await page.context().close();
      }
  expect(found).toEqual([]);
});

test('the field weighs at most 240 KB with React and all it needs, packed as it is sent', () => {
  const sizes = [...text.files].map(([name, body]) => ({ name, size: brotliCompressSync(body).length }));
  console.log(`the field alone, brotli: ${sizes.map(({ name, size }) => `${name} ${(size / 1024).toFixed(1)} KB`).join(', ')}`);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(240 * 1024);
});
