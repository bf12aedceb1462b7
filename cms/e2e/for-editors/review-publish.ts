import type { Page } from 'playwright-core';
import { fieldNamed } from '../editor-page.ts';
import { follow, formIsThere, guide, isPublished, openWaiting, press, saved, write, type Take } from './steps.ts';

/** “Hand it in”. */
export async function handIn(page: Page, take: Take): Promise<void> {
  await follow(page, 'Hand in, review, publish');
  await page.getByRole('link', { name: 'See it as a page' }).waitFor();
  await take(page, 'hand-in');
  await press(page, 'Ready for review');
  await page.getByText('Handed in.').waitFor();
  await press(page, 'Write on');
  await press(page, 'Ready for review');
}

/** “Review”: asks for changes, and lets it through after the change. */
export async function review({ writer, reviewer }: { writer: Page; reviewer: Page }): Promise<void> {
  await openWaiting(reviewer);
  await reviewer.getByText('Ask for changes …').click();
  await reviewer.getByLabel('What should change?').fill('What does it cost if I bring it back late?');
  await press(reviewer, 'Ask for changes');
  await openWaiting(writer);
  await follow(writer, 'Write');
  await formIsThere(writer);
  await fieldNamed(writer, 'cost').fill('Nothing; € 5 for each day that it is late');
  await saved(writer);
  await follow(writer, 'Hand in, review, publish');
  await writer.getByLabel('Your note').fill('It is in the text now.');
  await press(writer, 'Add the note');
  await press(writer, 'Ready for review');
  await openWaiting(reviewer);
  await reviewer.getByRole('button', { name: /^Done/ }).first().click();
  await press(reviewer, 'Ready to publish');
}

/** A draft of somebody else, so that the desk is one on which people work. */
export async function beginAnother(page: Page): Promise<void> {
  await write(page, '/entries/guides/en/find-a-doctor');
  await fieldNamed(page, 'summary').fill('How to register with a doctor near you, and whom to ring at night.');
  await saved(page);
}

/** “Publish, and take off again”, with an earlier version that is brought back and left again. */
export async function publishAndTakeOff(page: Page): Promise<void> {
  await page.goto(guide);
  await press(page, 'Publish');
  await isPublished(page);
  await page.goto('/desk');
  await follow(page, 'What is on the site');
  await page.getByLabel('Words of the title').fill('cargo bike');
  await press(page, 'Show');
  await follow(page, 'Borrowing a cargo bike');
  await page.getByRole('link', { name: 'Take it off the site' }).click();
  await press(page, 'Yes, take it off the site');
  await page.getByText('is a draft again').waitFor();
  await press(page, 'Ready to publish');
  await press(page, 'Publish');
  await isPublished(page);
  await page.goto(guide);
  await follow(page, 'Earlier versions');
  await page
    .getByRole('link', { name: /What is different now/ })
    .last()
    .click();
  await press(page, 'Make a draft of this version');
  await page.getByRole('link', { name: 'Delete the draft' }).click();
  await press(page, 'Yes, delete the draft');
}

/** A change of what is on the site: the desk and the review show what is new. */
export async function changeAgain({ writer, reviewer, take }: { writer: Page; reviewer: Page; take: Take }): Promise<void> {
  await write(writer, guide);
  await fieldNamed(writer, 'time').fill('An hour, on Saturdays two');
  await saved(writer);
  await follow(writer, 'Hand in, review, publish');
  await press(writer, 'Ready for review');
  await writer.getByText('Handed in.').waitFor();
  await reviewer.goto('/desk');
  await take(reviewer, 'work-list');
  await openWaiting(reviewer);
  await reviewer.getByText('Ask for changes …').click();
  await reviewer.getByLabel('What should change?').fill('Is it two hours on Sundays, too?');
  await reviewer.getByRole('heading', { name: 'What now' }).evaluate((heading) => heading.scrollIntoView());
  await take(reviewer, 'review');
  await press(reviewer, 'Ready to publish');
  await press(reviewer, 'Publish');
  await isPublished(reviewer);
}
