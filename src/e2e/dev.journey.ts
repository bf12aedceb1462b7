import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay } from '../fixture-city/fixture-city.ts';
import { launch } from './chromium.ts';
import { writeCity } from './city-server.ts';
import { startCommand, type RunningCommand } from './command.ts';

let folder: string;
let content: string;
let command: RunningCommand;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-dev-'));
  content = await writeCity('fixture', join(folder, 'content'));
  command = await startCommand('dev', ['--content', content, '--day', fixtureDay]);
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await command?.end('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('npm run dev shows an edit to a file in the page that is open', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${command.origin}/en/guides/bicycle/`, { waitUntil: 'load' });
  expect(await page.locator('h1').innerText()).toContain('Get a bicycle');
  const file = join(content, 'guides/en/bicycle.mdx');
  await writeFile(file, (await readFile(file, 'utf8')).replace('title: Get a bicycle', 'title: Find a bicycle & its lock'));
  await page.getByRole('heading', { level: 1, name: 'Find a bicycle & its lock' }).waitFor({ timeout: 5000 });
  // A file that cannot be read for a moment takes nothing down.
  await writeFile(file, 'half a file');
  await writeFile(file, (await readFile(join(content, 'guides/nl/bicycle.mdx'), 'utf8')).replace('translates: en\n', ''));
  await page.close();
  expect(errors).toEqual([]);
  const pictures = await browser.newPage();
  await pictures.goto(`${command.origin}/en/stories/k1d4/`, { waitUntil: 'load' });
  // The page may reload under the question, since the files were just written: it is asked again until it stands.
  const broken = () =>
    pictures
      .locator('img')
      .evaluateAll((images) =>
        (images as HTMLImageElement[])
          .filter(({ complete, naturalWidth, loading }) => loading !== 'lazy' && !(complete && naturalWidth > 0))
          .map(({ src }) => src),
      )
      .catch(() => ['the page is loading again']);
  await expect.poll(broken, { timeout: 5000 }).toEqual([]);
  await pictures.close();
});

test('an address that leads nowhere is answered as it will be on the site', async () => {
  const answer = await fetch(`${command.origin}/nl/niets/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<html lang="nl"');
});

test('what pages fetch and readers follow is there as well', async () => {
  const people = await fetch(`${command.origin}/people/en.json`);
  expect(people.headers.get('content-type')).toContain('application/json');
  expect(await people.json()).not.toEqual([]);
  expect(await (await fetch(`${command.origin}/en/feed.xml`)).text()).toContain('<feed ');
});

test('it ends when it is asked to', async () => {
  expect(['SIGTERM', 0, 143]).toContain(await command.end('SIGTERM'));
});
