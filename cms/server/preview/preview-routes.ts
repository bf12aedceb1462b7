import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono, type Context } from 'hono';
import type { Auth } from '../auth/auth.ts';
import { documentOfRef } from '../document.ts';
import type { HttpEnv } from '../http/http-env.ts';
import type { Person } from '../person.ts';
import type { Rights } from '../protocol/rights.ts';
import { Refusal } from '../refusal.ts';
import { wordsIn, type Languages } from '../words.ts';
import type { PreviewPage } from './create-preview.ts';
import type { NoPage } from './preview-entry.ts';
import type { Looked, Previews } from './previews.ts';

export interface PreviewRoutesInput {
  auth: Pick<Auth, 'whoIs'>;
  previews: Previews;
  rights: Rights;
  languages: () => Languages;
}

const missing = () => new Refusal(404, 'cms.refused.missing');
const types: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
};
const fileName = /^[\w-]+(?:\.[\w-]+)*$/;

/** Previews as pages, and what they load: only for those who are signed in, and only what they were shown or may read. */
export function createPreviewRoutes({ auth, previews, rights, languages }: PreviewRoutesInput): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();

  async function visitor(c: Context): Promise<Person> {
    const signedIn = await auth.whoIs(c.req.raw.headers);
    if (!signedIn) throw new Refusal(401, 'cms.refused.signin');
    if (signedIn.needs !== 'nothing') throw new Refusal(403, 'cms.refused.passkey');
    return signedIn.person;
  }

  async function pageFor(looked: Looked): Promise<PreviewPage> {
    const page = await previews.page(looked);
    if (typeof page === 'string') throw new Refusal(page === 'unreadable' ? 422 : 404, `editor.preview.none.${page satisfies NoPage}`);
    return page;
  }

  /** A page that was typed: as it was made, or made now in another language. */
  async function typedPage(c: Context, person: Person): Promise<PreviewPage> {
    const kept = previews.kept(person, c.req.param('id') ?? '');
    if (!kept) throw missing();
    const { name, text, pages } = kept;
    await rights.require(person, ['write', 'read'], await rights.standing(person, name, text));
    const lang = c.req.query('lang');
    const known = lang === undefined ? [...pages.values()][0] : pages.get(lang);
    if (known) return known;
    const page = await pageFor({ person, rights, name, text, lang });
    pages.set(page.lang, page);
    return page;
  }

  /** In a tab of its own a preview says that it is one: it looks like the site. The page's title is HTML already, the words around it are not. */
  const inTab = ({ html }: PreviewPage, { lang }: Person): string => {
    const words = wordsIn(languages(), lang);
    const [before = '', after = ''] = escaped(words('editor.preview.tabTitle', { title: '\n' })).split('\n');
    return html.replace(/<title>([^<]*)<\/title>/, (_, title: string) => `<title>${before}${title}${after}</title>`);
  };

  app.get('/preview/files/media/:name', async (c) => {
    const name = c.req.param('name');
    const bytes = await previews.picture({ person: await visitor(c), rights }, `/media/${name}`);
    if (!bytes) throw missing();
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream' });
  });
  const asset = (folder: string) => async (c: Context) => {
    const name = c.req.param('name') ?? '';
    const type = types[extname(name)];
    const bytes = fileName.test(name) && type ? await readFile(join(await previews.assets(), folder, name)).catch(() => undefined) : undefined;
    if (!bytes || !type) throw missing();
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'Cache-Control': 'private, max-age=31536000, immutable' });
  };
  app.get('/preview/files/_astro/:name', asset('_astro'));
  app.get('/preview/files/:name', asset('.'));

  app.get('/preview/pages/:id', async (c) => c.html((await typedPage(c, await visitor(c))).html));
  app.get('/preview/tab/:id', async (c) => {
    const person = await visitor(c);
    return c.html(inTab(await typedPage(c, person), person));
  });
  app.get('/preview/:collection/:lang/:slug', async (c) => {
    const person = await visitor(c);
    const { collection, lang, slug } = c.req.param();
    const name = documentOfRef(`refs/heads/cms/${collection}/${lang}/${slug}`);
    if (!name) throw missing();
    const standing = await rights.standing(person, name);
    await rights.require(person, 'read', standing);
    const { text } = standing.draft ?? standing.published ?? {};
    if (text === undefined) throw missing();
    return c.html(inTab(await pageFor({ person, rights, name, text, lang: c.req.query('lang') }), person));
  });
  return app;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
