import type { Page } from 'playwright-core';
import { fieldNamed, save } from '../editor-page.ts';

/** Takes a picture of what a window shows. */
export type Take = (page: Page, name: string) => Promise<void>;

/** The guide that is written on the page for editors. */
export const guide = '/entries/guides/en/borrowing-a-cargo-bike';

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
export const formIsThere = (page: Page) => fieldNamed(page, 'title').waitFor();
export const isPublished = (page: Page) => page.getByRole('heading', { level: 1, name: /^Published/ }).waitFor();

/** Opens an entry in the editor from its page. */
export async function write(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await follow(page, 'Write');
  await formIsThere(page);
}

/** Presses Save. Throws what the server said where it did not save. */
export async function saved(page: Page): Promise<void> {
  const { status, body } = await save(page);
  if (status !== 200) throw new Error(`Not saved: ${status} ${JSON.stringify(body)}`);
}

export async function choose(page: Page, group: string, label: string): Promise<void> {
  const field = page.getByRole('group', { name: group, exact: true }).first();
  await field.getByRole('combobox').selectOption({ label });
  if ((await field.getByRole('button', { name: 'Add' }).count()) > 0) await field.getByRole('button', { name: 'Add' }).click();
}

/** The guide, by way of what waits on somebody's desk. */
export async function openWaiting(page: Page): Promise<void> {
  await page.goto('/desk');
  await page.getByRole('link', { name: /^Waiting for me/ }).click();
  await page.getByRole('link', { name: 'Borrowing a cargo bike' }).click();
}
