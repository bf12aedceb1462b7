import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { fixtureDay } from '../../../src/fixture-city/fixture-city.ts';
import type { Take } from './steps.ts';

/** What each picture may weigh, so that the page of documentation opens at once. */
const mostBytes = 120_000;
const widest = 1200;
const moment = Date.parse(`${fixtureDay}T09:30:00Z`);

export interface Window {
  width: number;
  height: number;
}
const desktop: Window = { width: 1280, height: 800 };
export const phone: Window = { width: 390, height: 780 };

/** A browser whose clock begins at half past nine of the fixture day: forms ask it for today. */
export async function windowOf(browser: Browser, { baseURL, size = desktop }: { baseURL: string; size?: Window }): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'UTC', viewport: size, reducedMotion: 'reduce' });
  context.setDefaultTimeout(45_000);
  await context.addInitScript((shift) => {
    const { now } = Date;
    globalThis.Date = class extends Date {
      constructor(...parts: [] | [number]) {
        super(...(parts.length === 0 ? ([now() + shift] as const) : parts));
      }
      static override now = () => now() + shift;
    } as DateConstructor;
  }, moment - Date.now());
  return context;
}

/** What takes pictures into a folder, as `editors-<name>.webp`, and the files it wrote. */
export function takeInto(folder: string): { take: Take; taken: readonly string[] } {
  const taken: string[] = [];
  return {
    async take(page, name) {
      const file = `editors-${name}.webp`;
      await writeFile(join(folder, file), await pictureOf(page, file));
      taken.push(file);
    },
    taken,
  };
}

/** Throws where the picture would be too large. */
async function pictureOf(page: Page, file: string): Promise<Buffer> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async (at) => {
    const whole = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at);
    // What the server writes is dated by its own clock, and would differ in every run.
    for (const time of document.querySelectorAll('time'))
      if (/\d:\d\d/.test(time.textContent)) time.textContent = whole;
      else if (/minute/.test(time.textContent)) time.textContent = 'this minute';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await document.fonts.ready;
  }, moment);
  const { data, info } = await sharp(await page.screenshot({ animations: 'disabled', caret: 'hide' }))
    .resize({ width: widest, withoutEnlargement: true })
    .webp({ quality: 82, effort: 6 })
    .toBuffer({ resolveWithObject: true });
  if (info.size > mostBytes) throw new Error(`${file} has ${info.size} bytes; at most ${mostBytes} are wanted.`);
  return data;
}

/** A cargo bike, drawn for the guide that is written. */
export const cargoBike = (): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 600"><rect width="900" height="600" fill="#cfe3d4"/>
      <rect y="470" width="900" height="130" fill="#8a9aa8"/><g fill="none" stroke="#10203f" stroke-width="16">
      <circle cx="230" cy="400" r="95"/><circle cx="700" cy="420" r="75"/><path d="M230 400 330 250h90l80 150H230M330 250l100 150M420 250l-20-70h70M330 250l-15-40M280 205h70M500 400h200"/></g>
      <path d="M470 270h260l-40 120H500z" fill="#1f7a4d"/></svg>`),
  )
    .jpeg({ quality: 85 })
    .toBuffer();
