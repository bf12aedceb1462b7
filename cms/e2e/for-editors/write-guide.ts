import type { Page } from 'playwright-core';
import { fieldNamed } from '../editor-page.ts';
import { insert, typeAtEnd } from '../rich-text-driver.ts';
import { cargoBike } from './pictures.ts';
import { choose, follow, formIsThere, press, saved, type Take } from './steps.ts';

/** “Write a guide”, with a picture and a callout. */
export async function writeGuide(page: Page, take: Take): Promise<void> {
  await follow(page, 'Work list');
  await page.getByText('Begin something new').click();
  await page.getByRole('link', { name: 'Guides: English' }).click();
  await formIsThere(page);
  await fieldNamed(page, 'title').fill('Borrowing a cargo bike');
  await fieldNamed(page, 'summary').fill('Where the city lends them, what it costs, and what to look at first.');
  await saved(page);
  await page.getByText('What to mend').waitFor();
  await page.getByRole('combobox', { name: 'Voice' }).click();
  await page.getByRole('option', { name: 'Official' }).click();
  await choose(page, 'Topics', 'Finding people');
  await choose(page, 'Owner', 'Gemeente Waterlinde');
  for (const [name, value] of Object.entries({ who: 'Everybody', cost: 'Nothing', time: 'Ten minutes', bring: 'A lock' }))
    await fieldNamed(page, name).fill(value);
  for (const label of ['First published', 'Reviewed'])
    await page
      .locator('[class*="-ControlContainer"]')
      .filter({ has: page.locator('label').getByText(label, { exact: true }) })
      .last()
      .getByRole('button', { name: 'Today' })
      .click();
  await fieldNamed(page, 'reviewEvery').fill('12');
  await press(page, 'Add sources');
  await page.locator('input[id^="title-field-"]').nth(1).fill('Rules of the lending point');

  await press(page, 'Choose a picture');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('From this device').waitFor();
  await dialog.locator('input[type="file"]').setInputFiles({ name: 'bike.jpg', mimeType: 'image/jpeg', buffer: await cargoBike() });
  const picture = page.getByRole('group', { name: 'Picture', exact: true }).first();
  for (const [label, value] of Object.entries({ 'What it shows': 'A cargo bike with a green box', Credit: 'Ada', Licence: 'CC0' }))
    await picture.getByLabel(label, { exact: true }).fill(value);
  await picture.getByRole('button', { name: 'Must stay in view' }).click({ position: { x: 60, y: 60 } });

  await typeAtEnd(page, 'You borrow them at the mill, from Tuesday to Saturday. Your name and a telephone number are enough.\n');
  await insert(page, 'Callout', { fill: { Title: 'Look first' }, choose: { Kind: 'stop' }, words: 'Try the brakes before you set off.' });
  await page.getByText('Keep the text only').scrollIntoViewIfNeeded();
  await saved(page);
  await page.locator('[class*="Toastify__toast"]').first().waitFor({ state: 'detached' });
  await take(page, 'text');
  await fieldNamed(page, 'title').scrollIntoViewIfNeeded();
  await take(page, 'form');
}
