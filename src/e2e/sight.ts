import type { Page } from 'playwright-core';
import { sideways } from './what-shows.ts';

/** What a page consists of, as the browser has it. */
export interface Sight {
  lang: string;
  dir: string;
  title: string;
  h1: number;
  main: number;
  /** Levels of the headings, in order. */
  headings: number[];
  /** Whole addresses. */
  links: string[];
  alternates: { hreflang: string; href: string }[];
  /** Ids that are there more than once. */
  twice: string[];
  /** What pictures lack. */
  pictures: string[];
  /** Of all scripts, inline or not; data for machines aside. */
  scriptBytes: number;
  fontBytes: number;
  /** Style sheets that are not in the page itself. */
  styleSheets: number;
  sideways: string[];
}

/** Opens a page and takes stock of it. */
export async function lookAt(page: Page, path: string): Promise<Sight> {
  await page.goto(path, { waitUntil: 'load' });
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const all = <E extends Element = HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const bytes = (pattern: RegExp) =>
      resources.filter(({ name }) => pattern.test(new URL(name).pathname)).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    const ids = all('[id]').map(({ id }) => id);
    const inline = all<HTMLScriptElement>('script:not([src])').filter(({ type }) => !type.startsWith('application/'));
    const { documentElement: root } = document;
    return {
      lang: root.lang,
      dir: root.dir,
      title: document.querySelector('title')?.textContent ?? '',
      h1: all('h1').length,
      main: all('main').length,
      headings: all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1])),
      links: [...new Set(all<HTMLAnchorElement>('a[href]').map(({ href }) => href))].filter((href) => href.startsWith('http')),
      alternates: all<HTMLLinkElement>('link[rel=alternate][hreflang]').map(({ hreflang, href }) => ({ hreflang, href })),
      twice: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
      pictures: all<HTMLImageElement>('img').flatMap((image) =>
        ['width', 'height', 'alt', 'src']
          .filter((name) => !image.hasAttribute(name))
          .map((name) => `has a picture without ${name}: ${image.outerHTML.slice(0, 120)}`),
      ),
      scriptBytes: inline.reduce((sum, { textContent }) => sum + new Blob([textContent ?? '']).size, 0) + bytes(/\.m?js$/),
      fontBytes: bytes(/\.woff2?$/),
      styleSheets: all('link[rel=stylesheet]').length,
    };
  });
  return { ...seen, sideways: await sideways(page) };
}
