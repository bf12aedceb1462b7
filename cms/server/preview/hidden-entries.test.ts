import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import type { Person } from '../person.ts';
import { createApiCity, type ApiCity } from '../protocol/api-city.ts';
import { originalText } from '../protocol/example-texts.ts';

let city: ApiCity;
let student: Person;
let contributor: Person;
beforeAll(async () => {
  const files = await fixtureFiles();
  const later = originalText('guides', 'ferry').replace(/^published: .*$/m, 'published: 2026-12-24');
  files.set('guides/en/ferry.mdx', later.replace(/^title: .*$/m, 'title: The ferry that nobody knows of'));
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-hidden-')), { files, day: fixtureDay });
  student = city.person('student-editor', { desks: ['nobodys'] });
  contributor = city.person('contributor');
}, 60_000);
afterAll(() => city.close());

const translation = '---\ntranslates: nl\nstate: full\ntitle: Mine\nsummary: Mine.\n---\n\nMine.\n';
/** The page of what somebody types; empty where there is none. */
async function pageOf(by: Person, path: string, { raw, lang }: { raw: string; lang?: string }): Promise<string> {
  const { status, body } = await city.api(by, 'preview', { path, raw, lang });
  expect(status).toBe(200);
  return body.id === null ? '' : (await city.get(by, body.address)).text();
}

test.each(['f9u2', 'w3e1'])('a story that readers do not see is not shown to whoever translates what they may not read: %s', async (slug) => {
  const { title } = (await city.mainContent.current()).graph!.groups.stories.get(slug)!.original.data;
  const asked = { raw: translation, lang: 'nl' };
  expect(await pageOf(student, `content/stories/en-translations/${slug}.mdx`, asked)).not.toContain(title);
  expect(await pageOf(contributor, `content/stories/en/${slug}.mdx`, { ...asked, raw: originalText('stories', slug) })).not.toContain(title);
  expect(await pageOf(city.person('translator'), `content/stories/en-translations/${slug}.mdx`, asked)).toContain(title);
});

test('a text that appears on a later day does not show what others publish by then', async () => {
  const raw = originalText('stories', 'mine')
    .replace(/^published: .*$/m, 'published: 2027-02-02')
    .replace('sample: true', 'guides: [ferry, bicycle]');
  const page = await pageOf(contributor, 'content/stories/en/mine.mdx', { raw });
  expect(page).toContain('/guides/bicycle/');
  expect(page).not.toContain('The ferry that nobody knows of');
});
