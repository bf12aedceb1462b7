import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay } from '../fixture-city/fixture-city.ts';
import { writeCity } from './city-server.ts';
import { startCommand, type RunningCommand } from './command.ts';

let folder: string;
let command: RunningCommand;
const get = (path: string, headers: Record<string, string> = {}) => fetch(command.origin + path, { headers, redirect: 'manual' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-serve-'));
  const content = await writeCity('fixture', join(folder, 'content'));
  command = await startCommand('serve', ['--content', content, '--out', join(folder, 'out'), '--day', fixtureDay]);
});
afterAll(async () => {
  await command?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('npm run serve builds the site, says what it made, and where it is', () => {
  expect(command.printed()).toMatch(/\d+ pages for 2026-11-22.* The site is at http:\/\/127\.0\.0\.1:\d+\//);
});

test('the front page leads to the language of the browser, or asks', async () => {
  expect((await get('/', { 'Accept-Language': 'nl-BE, en;q=0.5' })).headers.get('location')).toBe('/nl/');
  const asked = await get('/', { 'Accept-Language': 'ja' });
  expect(asked.status).toBe(200);
  expect(await asked.text()).toContain('href="/ar/"');
});

test('a page comes compressed, with its policy, and only once', async () => {
  const page = await get('/en/', { 'Accept-Encoding': 'gzip' });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-encoding')).toBe('gzip');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('set-cookie')).toBeNull();
  expect(await page.text()).toContain('<meta http-equiv="Content-Security-Policy"');
  const again = await get('/en/', { 'Accept-Encoding': 'gzip', 'If-None-Match': page.headers.get('etag')! });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const brotli = await get('/en/', { 'Accept-Encoding': 'br' });
  expect(brotli.headers.get('content-encoding')).toBe('br');
});

test('what has its hash in its name is kept for a year', async () => {
  const [font] = (await readdir(join(folder, 'out', 'site', '_astro'))).filter((name) => name.endsWith('.woff2'));
  expect((await get(`/_astro/${font}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await get('/en/')).headers.get('cache-control')).toBe('no-cache');
});

test('an address that leads nowhere is answered in the language of its path', async () => {
  for (const [path, lang] of [
    ['/nl/verhalen/weg/', 'nl'],
    ['/ar/x', 'ar'],
    ['/x/', 'en'],
  ] as const) {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`<html lang="${lang}"`);
  }
});

test('an earlier address leads to the present one', async () => {
  const answer = await get('/en/guides/sign-up/');
  expect(answer.status).toBe(301);
  expect(answer.headers.get('location')).toBe('/en/guides/register/');
});

test('a story whose consent ended yesterday, and one of next month, are not there', async () => {
  expect((await get('/nl/stories/w3e1/')).status).toBe(404);
  expect((await get('/nl/stories/f9u2/')).status).toBe(404);
  expect(await (await get('/nl/stories/')).text()).not.toContain('w3e1');
});

test('it ends when it is asked to', async () => {
  expect(await command.end('SIGTERM')).toBe(0);
});
