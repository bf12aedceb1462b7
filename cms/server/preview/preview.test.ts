import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureSource } from '../../../src/fixture-city/fixture-city.ts';
import type { ContentSource } from '../../../src/graph/content-source.ts';
import { contentOf } from '../../../src/graph/content.ts';
import { compileRenderer, type Renderer } from '../../../src/release/compile.ts';
import { dataFolder } from '../../../src/release/folders.ts';
import { finish } from '../../../src/release/finish.ts';
import { allPages, viewOf } from '../../../src/views/routes.ts';
import { siteOn } from '../../../src/views/site.ts';
import { contentInMemory } from '../checks/content-in-memory.ts';
import { documentName } from '../document.ts';
import type { Draft } from '../store/store.ts';
import { createPreview, type Preview, type PreviewPage } from './create-preview.ts';
import { withPreviewAddresses } from './preview-addresses.ts';

const siteOrigin = 'https://kleinhaven.example';
let source: ContentSource;
let renderer: Renderer;
let preview: Preview;
beforeAll(async () => {
  [source, renderer] = await Promise.all([fixtureSource(), compileRenderer(join(dataFolder(), 'cache'))]);
  preview = createPreview({ mainContent: contentInMemory(source, fixtureDay), renderer: async () => renderer, siteOrigin });
}, 60_000);

const published = (file: string): string => source.texts.get(file)!;
const of = (file: string, text: string, more: { lang?: string; drafts?: Draft[] } = {}) =>
  preview({ name: documentName(file)!, text, drafts: [], media: new Map(), ...more });
async function pageOf(...asked: Parameters<typeof of>): Promise<PreviewPage> {
  const page = await of(...asked);
  if (typeof page === 'string') throw new Error(`No page: ${page}`);
  return page;
}
const draftOf = (file: string, text: string) => ({ name: documentName(file)!, path: file, text }) as Draft;

/** Whether a page holds a text; a page is too long to be shown where a test fails. */
const has = (page: { html: string }, text: string | RegExp) => (typeof text === 'string' ? page.html.includes(text) : text.test(page.html));

/** The page of an address in a release of the city with these texts, as a preview shows it. */
async function released(path: string, texts: Readonly<Record<string, string>>): Promise<string> {
  const { graph } = contentOf({ ...source, texts: new Map([...source.texts, ...Object.entries(texts)]) });
  const site = siteOn(graph!, fixtureDay);
  const ref = [...allPages(site)].find((page) => page.path === path)!;
  const place = path.slice(3);
  const languages = new Map(graph!.languages.map((lang) => [`/${lang}${place}`, lang]));
  return finish(withPreviewAddresses((await renderer.render(viewOf(site, ref))).html, { siteOrigin, languages }));
}

test('a preview is the page of a release, byte for byte, in every language', async () => {
  const changes = {
    'stories/en/k1d4.mdx': published('stories/en/k1d4.mdx').replace('summary:', 'keywords: lighthouse\nsummary:').concat('\nOne more line.\n'),
    'guides/nl/register.mdx': published('guides/nl/register.mdx').concat('\n## Nog iets\n\nEen regel erbij.\n'),
    'guides/en/bicycle.mdx': published('guides/en/bicycle.mdx').concat('\nOne more line.\n'),
    'pages/en/welcome.mdx': published('pages/en/welcome.mdx').concat('\nOne more line.\n'),
    'practices/en/harbour-table.mdx': published('practices/en/harbour-table.mdx').concat('\nOne more line.\n'),
  };
  for (const [file, text] of Object.entries(changes))
    for (const lang of ['en', 'nl', 'ar']) {
      const { html } = await pageOf(file, text, { lang });
      const [collection, , slug] = file.replace('.mdx', '').split('/');
      expect(html === (await released(`/${lang}/${collection}/${slug}/`, { [file]: text })), `${file} in ${lang}`).toBe(true);
    }
});

test('what is typed stands in it, and nothing of it is kept', async () => {
  const file = 'guides/en/bicycle.mdx';
  expect(has(await pageOf(file, `${published(file)}\nBring a lamp.\n`), 'Bring a lamp.')).toBe(true);
  expect(has(await pageOf(file, published(file)), 'Bring a lamp.')).toBe(false);
});

test('an unfinished draft shows, with an ellipsis where words are missing', async () => {
  const page = await pageOf('guides/nl/lamp.mdx', `---\nsummary: Wie zonder licht rijdt, krijgt een boete.\n---\n\nNeem een lamp mee.\n`);
  expect(has(page, 'Neem een lamp mee.')).toBe(true);
  expect(has(page, 'Wie zonder licht rijdt')).toBe(true);
  expect(has(page, /<h1[^>]*>\s*…/)).toBe(true);
  expect(has(page, />\s*x\s*</)).toBe(false);
});

test('a title that is too long shows as it was typed, and one that was emptied as an ellipsis', async () => {
  const titled = (title: string) => published('guides/en/bicycle.mdx').replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`);
  const long = `A bicycle <b>${'and a lamp '.repeat(30)}`;
  expect(has(await pageOf('guides/en/bicycle.mdx', titled(long)), /A bicycle &lt;b(?:>|&gt;)and a lamp and a lamp/)).toBe(true);
  expect(has(await pageOf('guides/en/bicycle.mdx', titled('')), /<h1[^>]*>\s*…/)).toBe(true);
});

test('a draft that appears in the future shows as on that day', async () => {
  const text = published('guides/en/bicycle.mdx').replace(/^published: .*$/m, 'published: 2027-03-01');
  expect(has(await pageOf('guides/en/spring.mdx', text), '<html lang="en"')).toBe(true);
});

test('a story whose consent has ended shows to those who work on it', async () => {
  const text = published('stories/nl/f9u2.mdx').concat('\nNog een regel.\n');
  expect(has(await pageOf('stories/nl/f9u2.mdx', text), 'Nog een regel.')).toBe(true);
});

test('a translation inherits from its original, whether that is published or a draft', async () => {
  const original = published('guides/en/bicycle.mdx');
  const translation = `---\ntranslates: en\nrevision: {}\ntitle: Een lamp\nsummary: Zonder licht is er een boete.\n---\n\nNeem een lamp mee.\n`;
  expect(has(await pageOf('guides/ar/bicycle.mdx', translation.replace('Een lamp', 'مصباح')), /<html lang="ar" dir="rtl"/)).toBe(true);

  const file = 'guides/nl/lamp.mdx';
  expect(await of(file, translation)).toBe('without-original');
  const drafts = [draftOf('guides/en/lamp.mdx', original)];
  const dutch = await pageOf(file, translation, { drafts });
  expect(has(dutch, 'Neem een lamp mee.')).toBe(true);
  expect(
    dutch.languages
      .filter(({ exists }) => exists)
      .map(({ lang }) => lang)
      .sort(),
  ).toEqual(['en', 'nl']);
  expect(has(await pageOf(file, translation, { drafts, lang: 'en' }), '<html lang="en"')).toBe(true);
});

test('a language in which the entry is missing shows what readers get there: the original', async () => {
  const { html, lang, languages } = await pageOf('guides/en/bicycle.mdx', published('guides/en/bicycle.mdx'), { lang: 'ar' });
  expect(lang).toBe('ar');
  expect(html === (await released('/ar/guides/bicycle/', {}))).toBe(true);
  expect(languages.find((one) => one.lang === 'ar')!.exists).toBe(false);
});

test('a text that cannot be read at all has no page; a mistake in the body leaves the body out', async () => {
  expect(await of('guides/nl/bicycle.mdx', '---\ntitle: "no end\n---\n')).toBe('unreadable');
  const page = await pageOf('guides/nl/bicycle.mdx', published('guides/nl/bicycle.mdx').concat('\n<Callout>\n'));
  expect(page.withoutText).toBe(true);
  expect(has(page, '</html>')).toBe(true);
});

test('a fact shows on a page that uses it, which is named', async () => {
  const file = 'facts/nl/rent.mdx';
  const page = await pageOf(file, published(file).replace(/^value: .*$/m, 'value: 4321'));
  expect(has(page, /4[.,\u00a0]?321/)).toBe(true);
  expect(page.instead).toBeTruthy();
  expect(await of('facts/nl/unused.mdx', published(file))).toBe('unused');
});

test('settings and interface texts show on the home page', async () => {
  const site = published('settings/site.yml').replace(/^name: .*$/m, 'name: Doorstep Nieuwhaven');
  expect(has(await pageOf('settings/site.yml', site, { lang: 'nl' }), 'Doorstep Nieuwhaven')).toBe(true);
  const strings = published('strings/nl.yml').replace(/^nav\.changes: .*$/m, 'nav.changes: Wat er anders werd');
  expect(has(await pageOf('strings/nl.yml', strings), 'Wat er anders werd')).toBe(true);
  expect(await of('strings/nl.yml', 'nav.changes: "no end')).toBe('unreadable');
});
