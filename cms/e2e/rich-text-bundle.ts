import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { parse } from 'yaml';
import type { PageData } from '../admin/page-data.ts';
import { pageWords } from '../server/pages/editor/page-words.ts';
import type { ReferenceLists } from '../server/protocol/references.ts';

/** The field for an entry's text on a page of its own, without Decap around it. */
export interface TextPage extends AsyncDisposable {
  origin: string;
  files: ReadonlyMap<string, Buffer>;
  /** Answers for a page in a language. */
  serve: (context: BrowserContext, lang: 'en' | 'ar', wishes?: { mayWriteRaw?: boolean }) => Promise<void>;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
const choices = (...titles: string[]) => titles.map((title) => ({ id: title.toLowerCase().replaceAll(' ', '-'), title }));
/** What can be named in the tests. */
const lists: Partial<ReferenceLists> = {
  facts: choices('Opening hours', 'Population'),
  stories: choices('Nine weeks'),
  guides: choices('Register', 'Find a doctor'),
  pages: choices('About'),
  practices: [],
  organisations: choices('City hall'),
  audiences: choices('Student', 'Family'),
  media: [{ id: 'places/harbour.jpg', title: 'places/harbour.jpg' }],
};

/** Bundles the field as the editor's bundle does, into a folder that is removed again. */
export async function bundleTextPage(): Promise<TextPage> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-text-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    // Within tests NODE_ENV is `test`, for which JSX would be compiled for a React that is not the one in the bundle.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: {
      outDir: folder,
      assetsDir: '.',
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(import.meta.dirname, 'rich-text-page.ts') },
    },
  });
  const names = await readdir(folder);
  const files = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
  const origin = 'http://editor.localhost';
  return {
    origin,
    files,
    serve: async (context, lang, { mayWriteRaw = true } = {}) => {
      await context.route(`${origin}/**`, async (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        if (name === 'api/v1') return route.fulfill({ json: lists });
        const body = files.get(name);
        if (body) return route.fulfill({ body, contentType: types[extname(name)] ?? 'application/octet-stream' });
        return route.fulfill({ body: await html(names, lang, mayWriteRaw), contentType: 'text/html; charset=utf-8' });
      });
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function html(names: readonly string[], lang: 'en' | 'ar', mayWriteRaw: boolean): Promise<string> {
  const strings = parse(await readFile(join(import.meta.dirname, `../../content/strings/${lang}.yml`), 'utf8')) as PageData['words'];
  const dir = lang === 'ar' ? 'rtl' : 'ltr';
  const data: Partial<PageData> = {
    lang,
    dir,
    languages: [{ id: lang, name: lang }],
    person: { id: 'a', name: 'Ada', role: 'editor' },
    mayWriteRaw,
    words: pageWords(strings),
    fieldWords: {},
  };
  const script = names.find((name) => name.endsWith('.js'))!;
  const styles = names.filter((name) => name.endsWith('.css')).map((name) => `<link rel="stylesheet" href="/${name}">`);
  return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Text</title>
${styles.join('')}<body style="color-scheme: light; background: #fff; margin: 8px"><div id="root"></div>
<script type="application/json" id="page-data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script><script type="module" src="/${script}"></script></body></html>`;
}
