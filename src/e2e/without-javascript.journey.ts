import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader, type Reader } from './reader.ts';
import { visibleText } from './what-shows.ts';

let browser: Browser;
let city: City;
let reader: Reader;
beforeAll(async () => {
  [browser, city] = [await launch(), await startCity('fixture')];
  reader = await openReader(browser, city.origin, { locale: 'nl', javaScriptEnabled: false });
});
afterAll(async () => {
  await browser?.close();
  await city?.close();
});

/** What asks to be operated and answers nothing without a script. */
const deadControls = () =>
  reader.page
    .locator('button:visible, input:visible, select:visible, textarea:visible, summary:visible ~ :not(details *), [role=button]:visible')
    .evaluateAll((controls) => controls.filter((control) => !control.closest('form[action]')).map(({ outerHTML }) => outerHTML.slice(0, 160)));

test('without JavaScript a reader goes from home to the stories, a story and a guide', async () => {
  const { page } = reader;
  await reader.open('/');
  expect(new URL(page.url()).pathname).toBe('/nl/');
  expect(await deadControls()).toEqual([]);
  await page.locator('header a[href="/nl/stories/"]').click();
  await page.waitForURL('**/nl/stories/');
  expect(await deadControls()).toEqual([]);
  await page.locator('main a[href="/nl/stories/k1d4/"]').first().click();
  await page.waitForURL('**/nl/stories/k1d4/');
  const story = await visibleText(page, 'main');
  for (const words of [
    'Ike',
    'The kettle was there before the bed.',
    'De ketel was er voor het bed.',
    'Ik las kaarten van rivieren',
    'Het hostel had zes bedden',
    'Drieëntwintig kamers bekeken.',
    'Ze leende de ketel uit.',
    'mevrouw Bos',
    'Er is een ketel.',
    'Jụọ ajụjụ.',
    'Vraag.',
  ])
    expect(story).toContain(words);
  expect(await deadControls()).toEqual([]);
  await page.locator('main a[href="/nl/guides/register/"]').first().click();
  await page.waitForURL('**/nl/guides/register/');
});

test('the guide shows the answers for everybody, each with whom it is for, and no control that does nothing', async () => {
  const { page } = reader;
  const guide = await visibleText(page, 'main');
  for (const words of [
    'Maak een afspraak',
    'Kom naar de Kade',
    'U hoeft geen huurcontract te tonen.',
    'Neem uw paspoort mee.',
    'Neem ook uw verblijfsdocument mee.',
    'Zonder afspraak wordt u niet geholpen.',
  ])
    expect(guide).toContain(words);
  for (const label of ['Paspoort van de EU', 'Ander paspoort']) expect(guide).toContain(label);
  // Each answer stands right after its label.
  expect(guide).toMatch(/Paspoort van de EU[\s\S]{0,40}Neem uw paspoort mee\./);
  expect(guide).toMatch(/Ander paspoort[\s\S]{0,40}Neem ook uw verblijfsdocument mee\./);
  expect(await deadControls()).toEqual([]);
});

test('the language can be changed on the same page', async () => {
  const { page } = reader;
  await page.locator('nav a[hreflang=en]').first().click();
  await page.waitForURL('**/en/guides/register/');
  expect(await page.locator('h1').innerText()).toContain('Register with the municipality');
});

test('a reader of a language the site has not is asked, in each of its own', async () => {
  const stranger = await openReader(browser, city.origin, { locale: 'ja', javaScriptEnabled: false });
  await stranger.open('/');
  const main = await visibleText(stranger.page, 'main');
  for (const name of ['English', 'Nederlands', 'العربية']) expect(main).toContain(name);
  await stranger.page.locator('main a[href="/ar/"]').first().click();
  await stranger.page.waitForURL('**/ar/');
  expect(await stranger.problems()).toEqual([]);
  await stranger.close();
});

test('on the whole way nothing was sent, stored, refused or asked of others', async () => {
  expect(await reader.problems()).toEqual([]);
});
