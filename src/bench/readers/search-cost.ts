import type { Browser, Request } from 'playwright-core';
import type { City } from '../../e2e/city-server.ts';
import { viewOf } from '../../views/routes.ts';
import { measuredLanguages } from './kinds.ts';

/** What the first result of a search costs in a browser that has nothing cached. */
export interface SearchCost {
  lang: string;
  query: string;
  /** Over the wire, headers included, beyond what the search page itself loaded. */
  bytes: number;
  requests: number;
  milliseconds: number;
}

/** Long enough for a busy machine; a search that takes longer than that is told as missing. */
const patience = 20_000;

/** Searches in each measured language for the first words of a guide that exists there. */
export async function measureSearches(browser: Browser, city: City): Promise<{ searches: SearchCost[]; missing: string[] }> {
  const searches: SearchCost[] = [];
  const missing: string[] = [];
  for (const lang of measuredLanguages) {
    const search = city.pages.find(({ route, params }) => route === 'search' && params['lang'] === lang);
    const guide = city.pages.find((ref) => ref.route === 'guide' && ref.params['lang'] === lang && viewOf(city.site, ref).search !== undefined);
    if (!search || !guide) {
      missing.push(`No search was measured in ${lang}: there is no ${search ? 'guide in that language' : 'search page'}.`);
      continue;
    }
    const query = viewOf(city.site, guide).search!.title.split(/\s+/).slice(0, 3).join(' ');
    try {
      searches.push(await measureSearch(browser, { address: city.origin + search.path, lang, query }));
    } catch (problem) {
      const why = problem instanceof Error ? problem.message.split('\n')[0]! : String(problem);
      missing.push(`No search was measured in ${lang}: ${why.replace(/\.+$/, '')}.`);
    }
  }
  return { searches, missing };
}

/** Types as people do, and waits for the first link to an entry that was not there before. */
async function measureSearch(browser: Browser, { address, lang, query }: { address: string; lang: string; query: string }): Promise<SearchCost> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const finished: Request[] = [];
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.querySelectorAll('a').forEach((link) => (link.dataset['before'] = '')));
    context.on('requestfinished', (request) => finished.push(request));
    const started = performance.now();
    const field = page.locator('input[type=search]:visible').first();
    if ((await field.count()) === 0) throw new Error('the search page has no field to type into');
    await field.click();
    await page.keyboard.type(query, { delay: 80 });
    const entry = ['stories', 'guides', 'pages', 'practices'].map((collection) => `a:not([data-before])[href*="/${lang}/${collection}/"]:visible`);
    await page.locator(entry.join(', ')).first().waitFor({ timeout: patience });
    const milliseconds = performance.now() - started;
    const sizes = await Promise.all(finished.map(bytesOf));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return { lang, query, bytes, requests: finished.length, milliseconds };
  } finally {
    await context.close();
  }
}

/** What a response took over the wire. Chromium tells no size for the script of a worker: there the length counts that the server gave. */
async function bytesOf(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const given = Number((await (await request.response())?.headerValue('content-length')) ?? 0);
  return Math.max(responseBodySize, given) + responseHeadersSize;
}
