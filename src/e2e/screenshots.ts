import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { options } from '../cli/options.ts';
import { progressLine } from '../cli/progress.ts';
import { root } from '../release/root.ts';
import type { PageRef } from '../views/routes.ts';
import { launch } from './chromium.ts';
import { startCity, type City } from './city-server.ts';
import { openReader } from './reader.ts';

// Pictures of every kind of page of the sample city, for people to look at; with --readme the one of the README as well.
const { values } = options({ out: { type: 'string' }, readme: { type: 'boolean' } });
const out = resolve(values.out ?? join(root, '.screenshots'));
const started = performance.now();
const line = progressLine();

const shots = [
  { width: 360, colorScheme: 'light' },
  { width: 768, colorScheme: 'light' },
  { width: 1440, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'dark' },
] as const;

/** One page per route in the default language; stories and guides in Ukrainian and Arabic too, told in that language where there is one. */
function pagesToShow({ pages, site }: City): { page: PageRef; name: string }[] {
  const { defaultLanguage } = site.graph.settings.site;
  const chosen = new Map<string, PageRef>();
  const own = ({ route, params }: PageRef) => {
    const collection = route === 'story' ? 'stories' : 'guides';
    return site.graph.groups[collection].get(params['slug'] ?? '')?.original.lang === params['lang'];
  };
  for (const page of pages) {
    const { lang } = page.params;
    if (!lang || lang === defaultLanguage) chosen.set(page.route, chosen.get(page.route) ?? page);
    if ((page.route as string) !== 'story' && (page.route as string) !== 'guide') continue;
    if (lang !== 'uk' && lang !== 'ar') continue;
    const name = `${page.route}-${lang}`;
    if (!chosen.has(name) || (own(page) && !own(chosen.get(name)!))) chosen.set(name, page);
  }
  return [...chosen].map(([name, page]) => ({ name, page }));
}

async function takeAll(browser: Browser, city: City): Promise<number> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const pages = pagesToShow(city);
  let taken = 0;
  for (const { width, colorScheme } of shots) {
    const reader = await openReader(browser, city.origin, { width, height: 900, colorScheme });
    for (const { page, name } of pages) {
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
  await writeFile(join(root, 'docs', 'home.png'), await sharp(picture).png({ palette: true, colours: 128, effort: 10 }).toBuffer());
  await reader.close();
}

line.step('Building the sample city');
const city = await startCity('sample');
const browser = await launch();
try {
  line.step('Taking pictures');
  const taken = await takeAll(browser, city);
  if (values.readme) await takeReadme(browser, city);
  line.done(`${taken} pictures of ${taken / shots.length} pages: ${out}${values.readme ? '; docs/home.png' : ''}`, started);
} finally {
  await browser.close();
  await city.close();
}
