import type { Page } from 'playwright-core';
import { component, componentNames, type ComponentName } from '../../src/mdx/components.ts';

/** What is filled in where a component is put into a text: by label, and what is chosen from a list. */
export interface Filling {
  fill?: Readonly<Record<string, string>>;
  choose?: Readonly<Record<string, string>>;
  check?: string;
  /** What is written into it. */
  words?: string;
}

/** Components that stand by themselves: one is put in at a time, and what stands in it comes with it. */
export const insertable: readonly ComponentName[] = componentNames.filter((name) => component(name).within === undefined);

const editor = (page: Page) => page.locator('[role="textbox"][contenteditable="true"]').first();

/** Types at the end of the text, as somebody at a keyboard would. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await toEnd(page);
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

async function toEnd(page: Page): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('Control+End');
}

/** Puts a component in at the end of the text. */
export async function insert(page: Page, name: ComponentName, { fill = {}, choose = {}, check, words }: Filling): Promise<void> {
  await toEnd(page);
  await page.getByRole('toolbar').getByRole('button', { name: 'Insert', exact: true }).click();
  await page
    .locator('.rt-insert')
    .getByRole('button', { name: component(name).label, exact: true })
    .click();
  const dialog = page.locator('dialog[open]');
  for (const [label, value] of Object.entries(fill)) await dialog.getByLabel(label, { exact: true }).fill(value);
  for (const [label, value] of Object.entries(choose)) await dialog.getByLabel(label, { exact: true }).selectOption(value);
  if (check) await dialog.getByLabel(check).first().check();
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await dialog.waitFor({ state: 'detached' });
  if (words) await page.keyboard.type(words);
}
