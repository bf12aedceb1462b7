import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp, { type OverlayOptions } from 'sharp';
import { options } from '../cli/options.ts';
import { progressLine } from '../cli/progress.ts';
import { root } from '../release/root.ts';
import type { PageRef } from '../views/routes.ts';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader } from './reader.ts';

// Pictures of every kind of page of the sample city, for people to look at; with --readme those of the README as well.
const { values } = options({ out: { type: 'string' }, readme: { type: 'boolean' } });
const out = resolve(values.out ?? join(root, '.screenshots'));
const started = performance.now();
const line = progressLine();

const shots = [
  { width: 360, colorScheme: 'light', everyLanguage: true },
  { width: 768, colorScheme: 'light', everyLanguage: false },
  { width: 1440, colorScheme: 'light', everyLanguage: true },
  { width: 360, colorScheme: 'dark', everyLanguage: true },
  { width: 1440, colorScheme: 'dark', everyLanguage: false },
] as const;

/** Languages beside the default one whose pages are shown: another script, another direction. */
const others = ['uk', 'ar'];

/** One page per route and language, told in that language where there is one. */
function pagesToShow({ pages, site }: City): { page: PageRef; name: string; lang: string }[] {
  const { defaultLanguage } = site.graph.settings.site;
  const chosen = new Map<string, { page: PageRef; name: string; lang: string; told: boolean }>();
  for (const page of pages) {
    const lang = page.params['lang'] ?? defaultLanguage;
    if (lang !== defaultLanguage && !others.includes(lang)) continue;
    const name = lang === defaultLanguage ? page.route : `${page.route}-${lang}`;
    const told = isTold(site, page);
    if (!chosen.has(name) || (told && !chosen.get(name)!.told)) chosen.set(name, { page, name, lang, told });
  }
  return [...chosen.values()];
}

/** Whether the page shows an entry that was first written in its language. */
function isTold(site: City['site'], { route, params }: PageRef): boolean {
  const collection = route === 'story' ? 'stories' : route === 'guide' ? 'guides' : undefined;
  return collection !== undefined && site.graph.groups[collection].get(params['slug'] ?? '')?.original.lang === params['lang'];
}

async function takeAll(browser: Browser, city: City): Promise<number> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const pages = pagesToShow(city);
  const { defaultLanguage } = city.site.graph.settings.site;
  let taken = 0;
  for (const { width, colorScheme, everyLanguage } of shots) {
    const shown = pages.filter(({ lang }) => everyLanguage || lang === defaultLanguage);
    const reader = await openReader(browser, city.origin, { width, height: 900, colorScheme });
    for (const { page, name } of shown) {
      await reader.open(page.path);
      await reader.page.evaluate(async () => {
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
        await document.fonts.ready;
      });
      await reader.page.screenshot({ path: join(out, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      line.progress(++taken, pages.length * shots.length);
    }
    await reader.close();
  }
  return taken;
}

/** The English home as the README shows it: few colours, so that the file is small. */
async function takeReadme(browser: Browser, city: City): Promise<void> {
  const reader = await openReader(browser, city.origin, { width: 1440, height: 1000 });
  await reader.open('/en/');
  await reader.page.evaluate(() => document.fonts.ready);
  const picture = await reader.page.screenshot();
  await writeFile(join(root, 'docs', 'home.png'), await sharp(picture).png(small).toBuffer());
  await reader.close();
  await takePhones(browser, city);
}

const small = { palette: true, colours: 128, effort: 10 } as const;
/** A story, a guide and search on phones, in three languages, side by side. */
const phones = ['/uk/stories/p7k2m9/', '/ar/guides/rent-without-being-scammed/', '/en/search/?q=flat+scam'];
const phone = { width: 390, height: 800, gap: 24 } as const;

async function takePhones(browser: Browser, city: City): Promise<void> {
  const reader = await openReader(browser, city.origin, phone);
  const parts: OverlayOptions[] = [];
  for (const [index, path] of phones.entries()) {
    await reader.open(path);
    await reader.page.evaluate(() => document.fonts.ready);
    if (path.includes('?')) await reader.page.waitForTimeout(2000);
    parts.push({ input: await reader.page.screenshot(), left: index * (phone.width + phone.gap), top: 0 });
  }
  await reader.close();
  const width = phones.length * phone.width + (phones.length - 1) * phone.gap;
  const sheet = sharp({ create: { width, height: phone.height, channels: 3, background: '#cfd6e2' } }).composite(parts);
  await writeFile(
    join(root, 'docs', 'phones.png'),
    await sharp(await sheet.png().toBuffer())
      .png(small)
      .toBuffer(),
  );
}

line.step('Building the sample city');
const city = await startCity('sample');
const browser = await launch();
try {
  line.step('Taking pictures');
  const taken = await takeAll(browser, city);
  if (values.readme) await takeReadme(browser, city);
  line.done(`${taken} pictures: ${out}${values.readme ? '; docs/home.png, docs/phones.png' : ''}`, started);
} finally {
  await browser.close();
  await city.close();
}
