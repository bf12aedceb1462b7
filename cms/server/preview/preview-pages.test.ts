import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { attackFile, attacks } from '../../../src/mdx/attacks.ts';
import type { Person } from '../person.ts';
import { createApiCity, type ApiCity } from '../protocol/api-city.ts';

let city: ApiCity;
let files: Map<string, string | Buffer>;
let editor: Person;
beforeAll(async () => {
  files = await fixtureFiles();
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-preview-')), { files, day: fixtureDay });
  editor = city.person('editor');
}, 60_000);
afterAll(() => city.close());

const textOf = (file: string) => String(files.get(file));
const bicycle = 'content/guides/en/bicycle.mdx';
const typed = (by: Person, raw: string, { path = bicycle, lang }: { path?: string; lang?: string } = {}) =>
  city.api(by, 'preview', { path, raw, ...(lang && { lang }) });

test('what somebody types becomes a page that only they can look at', async () => {
  const { status, body } = await typed(editor, `${textOf('guides/en/bicycle.mdx')}\nBring a lamp.\n`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ lang: 'en', instead: null, withoutText: false });
  const page = await city.get(editor, body.address);
  expect(page.status).toBe(200);
  expect((await page.text()).includes('Bring a lamp.')).toBe(true);
  expect((await city.get(city.person('editor'), body.address)).status).toBe(404);
  expect((await city.get(undefined, body.address)).status).toBe(303);
});

test('the same text shows in every language of the site', async () => {
  const { body } = await typed(editor, textOf('stories/en/k1d4.mdx'), { path: 'content/stories/en/k1d4.mdx' });
  expect(body.languages.map(({ lang, exists }: { lang: string; exists: boolean }) => [lang, exists])).toEqual([
    ['en', true],
    ['nl', true],
    ['ar', true],
  ]);
  const arabic = await (await city.get(editor, `/preview/pages/${body.id}?lang=ar`)).text();
  expect(arabic.includes('<html lang="ar" dir="rtl"')).toBe(true);
});

test('a page can do nothing: no script, no form, no frame but ours, in no cache and no search', async () => {
  const { body } = await typed(editor, textOf('guides/en/bicycle.mdx'));
  for (const address of [body.address, body.tab, '/preview/guides/en/bicycle']) {
    const { headers } = await city.get(editor, address);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^sandbox allow-same-origin[^;]*; default-src 'none'; /);
    expect(policy).not.toMatch(/script|allow-forms|allow-top|allow-modals/);
    expect(policy.includes('allow-popups')).toBe(address !== body.address);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('cache-control')).toBe('no-store');
  }
  expect((await city.get(editor, '/')).headers.get('x-frame-options')).toBe('DENY');
});

const dangerous = new Set(['script', 'iframe', 'object', 'embed', 'base', 'form', 'template', 'noscript']);
/** What a page holds that could act: elements, events, addresses that run. */
function acting(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) {
      if (dangerous.has(node.tagName)) found.push(node.tagName);
      for (const { name, value } of node.attrs)
        if (name.startsWith('on') || /^\s*(?:javascript|vbscript|data):/i.test(value) || value.includes('evil.example'))
          found.push(`${node.tagName} ${name}=${value}`);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

test('no attack gets anything into a preview that could act', async () => {
  const pageOf = async (raw: string) => {
    const { body } = await typed(editor, raw, { path: 'content/guides/en/attacked.mdx' });
    return body.id ? (await city.get(editor, body.address)).text() : undefined;
  };
  const honest = acting((await pageOf(textOf('guides/en/bicycle.mdx')))!);
  let shown = 0;
  for (const attack of attacks) {
    const html = await pageOf(attackFile(attack));
    if (html === undefined) continue;
    shown++;
    const links = acting(html).filter((one) => !honest.includes(one) && !/^a href=https?:\/\//.test(one));
    expect(links, `${attack.where}: ${attack.name}`).toEqual([]);
  }
  expect(shown).toBeGreaterThan(100);
}, 60_000);

test('a text that cannot be shown says why, and is checked all the same', async () => {
  const raw = '---\ntitle: "no end\n---\n';
  expect((await typed(editor, raw)).body).toMatchObject({ id: null, why: 'unreadable' });
  const { body } = await city.api(editor, 'previewProblems', { path: bicycle, raw });
  expect(body.problems[0]).toMatchObject({ check: 'yaml', severity: 'error' });
});

test('the check tells what is wrong and what is still missing, with the names of the fields', async () => {
  const raw = textOf('guides/en/bicycle.mdx')
    .replace(/^title: .*$/m, 'title: ""')
    .concat('\n[nowhere](/guides/nowhere/)\n');
  const { body } = await city.api(editor, 'previewProblems', { path: bicycle, raw });
  expect(body.problems.find(({ field }: { field: string }) => field === 'title')).toMatchObject({ label: 'Title', incomplete: true });
  expect(body.problems.some(({ check }: { check: string }) => check === 'links')).toBe(true);
});

test('a saved draft shows in a whole tab, and without one what is published', async () => {
  const before = await (await city.get(editor, '/preview/guides/en/register')).text();
  expect(before.includes('<title>Preview: ')).toBe(true);
  const served = (await city.api(editor, 'getEntry', { path: 'content/guides/en/register.mdx' })).body.data;
  const saved = await city.api(editor, 'persistEntry', {
    dataFiles: [{ path: 'content/guides/en/register.mdx', raw: `${served}\nBring a lamp.\n` }],
  });
  expect(saved.status).toBe(200);
  expect((await (await city.get(editor, '/preview/guides/en/register')).text()).includes('Bring a lamp.')).toBe(true);
  expect(before.includes('Bring a lamp.')).toBe(false);
});

test('Decap is told where the page of a draft is', async () => {
  const { body } = await city.api(editor, 'getDeployPreview', { id: 'guides/en/register' });
  expect(body).toEqual({ url: '/preview/guides/en/register', status: 'success' });
  expect((await city.get(editor, body.url)).status).toBe(200);
  expect((await city.api(editor, 'getDeployPreview', { id: 'facts/en/nowhere' })).body).toBe(null);
});

test('who may not read a draft gets nothing of it, whichever way they ask', async () => {
  const contributor = city.person('contributor');
  expect((await city.get(contributor, '/preview/guides/en/register')).status).toBe(403);
  expect((await typed(contributor, textOf('guides/en/bicycle.mdx'))).status).toBe(403);
  expect((await city.api(contributor, 'previewProblems', { path: bicycle, raw: 'x' })).status).toBe(403);
  expect((await city.get(undefined, '/preview/guides/en/register')).status).toBe(303);
  expect((await city.get(editor, '/preview/guides/en/nowhere')).status).toBe(404);
  expect((await city.get(editor, '/preview/guides/en/..%2f..%2fsecret')).status).toBe(404);
  expect((await city.get(undefined, '/preview/files/media/89b6af7d475f2c64-figure74-480.webp')).status).toBe(303);
});

test('somebody’s own new story shows to them before it is saved', async () => {
  const contributor = city.person('contributor');
  const raw = '---\ntitle: My first winter\nsummary: It was cold.\n---\n\n## Before\n\nIt was cold indeed.\n';
  const { status, body } = await typed(contributor, raw, { path: 'content/stories/en/n3w1.mdx' });
  expect(status).toBe(200);
  expect((await (await city.get(contributor, body.address)).text()).includes('It was cold indeed.')).toBe(true);
});

test('a picture of a draft shows to those who look at the draft, and to nobody else', async () => {
  const path = 'content/pages/en/welcome.mdx';
  const served = (await city.api(editor, 'getEntry', { path })).body.data as string;
  const raw = `${served}\n<Figure file="media/new.jpg" alt="A new picture" credit="Somebody" licence="CC0" />\n`;
  const jpeg = await sharp({ create: { width: 1000, height: 600, channels: 3, background: '#7aa2c8' } })
    .jpeg()
    .toBuffer();
  const assets = [{ path: 'content/media/new.jpg', encoding: 'base64', content: jpeg.toString('base64') }];
  const saved = await city.api(editor, 'persistEntry', { dataFiles: [{ path, raw }], assets });
  expect(saved.body.error).toBe(undefined);
  const html = await (await city.get(editor, '/preview/pages/en/welcome')).text();
  const [, address] = /<img src="([^"]*)"[^>]*alt="A new picture"/.exec(html)!;
  expect(address).toMatch(/^\/preview\/files\/media\//);
  const picture = await city.get(editor, address!);
  expect([picture.status, picture.headers.get('content-type'), picture.headers.get('cache-control')]).toEqual([200, 'image/webp', 'no-store']);
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(500);
  expect((await city.get(city.person('editor'), address!)).status).toBe(404);
  const translator = city.person('translator');
  await city.get(translator, '/preview/pages/en/welcome');
  expect((await city.get(translator, address!)).status).toBe(200);
  expect((await city.get(city.person('contributor', { id: translator.id }), address!)).status).toBe(404);
}, 30_000);

test('pictures and fonts of the site come with the preview', async () => {
  const { body } = await typed(editor, textOf('stories/en/k1d4.mdx'), { path: 'content/stories/en/k1d4.mdx' });
  const html = await (await city.get(editor, body.address)).text();
  const addresses = [...html.matchAll(/\/preview\/files\/[^"\s)]+/g)].map(([address]) => address);
  expect(addresses.some((address) => address.endsWith('.woff2'))).toBe(true);
  expect(addresses.some((address) => address.includes('/media/'))).toBe(true);
  for (const address of new Set(addresses)) expect([address, (await city.get(editor, address)).status]).toEqual([address, 200]);
}, 30_000);

test('of several texts sent at once the newest is made', async () => {
  const texts = [1, 2, 3].map((count) => `${textOf('guides/en/bicycle.mdx')}\nTyped ${count} times.\n`);
  const answers = await Promise.all(texts.map((text) => typed(editor, text)));
  expect(answers.at(-1)!.body.id).toBeTruthy();
  expect(answers.filter(({ body }) => body.why === 'overtaken').length).toBeGreaterThan(0);
});
