import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureDay, fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import type { ShownFinding } from '../checks/shown-findings.ts';
import type { Person } from '../person.ts';
import { createApiCity, type ApiCity } from './api-city.ts';
import { originalText } from './example-texts.ts';

let city: ApiCity;
let dutch: Person;
beforeAll(async () => {
  city = await createApiCity(await mkdtemp(join(tmpdir(), 'doorstep-told-')), { files: await fixtureFiles(), day: fixtureDay });
  dutch = city.person('editor', { lang: 'nl' });
}, 60_000);
afterAll(() => city.close());

const guide = (slug: string, ...changes: [from: string, to: string][]) =>
  changes.reduce((text, [from, to]) => text.replace(from, to), originalText('guides', slug));
const save = (by: Person, slug: string, raw: string, more: { lang?: string } = {}) =>
  city.api(by, 'persistEntry', { dataFiles: [{ path: `content/guides/en/${slug}.mdx`, raw, slug }], assets: [] }, more);
const told = ({ label, found, rule, fix }: ShownFinding) => [label, found, rule, fix];

test('a Dutch editor who writes a day that does not exist is refused in Dutch, by the Dutch name of the field', async () => {
  const { status, body } = await save(
    dutch,
    'wrong-day',
    guide('wrong-day', ['published: 2026-05-05', 'published: 2026-05-32'], ['topics: [people]', 'topics: [peopel]']),
  );
  expect([status, body.error]).toEqual([422, expect.stringContaining('niets bewaard')]);
  expect(body.findings.map(told)).toEqual([
    ['Onderwerpen › 1', 'Er is geen onderwerp met de naam `peopel`.', 'De namen staan in settings/topics.yml.', 'Bedoel je `people`?'],
    [
      'Voor het eerst verschenen',
      '‘Voor het eerst verschenen’ is "2026-05-32".',
      '‘Voor het eerst verschenen’ vraagt om een dag die bestaat, geschreven als 2026-10-31.',
      'De dag waarop het voor het eerst online kwam, zoals 2026-10-31. Voor die dag wordt het niet getoond.',
    ],
  ]);
  expect(JSON.stringify(body)).not.toContain('"said"');
});

test('a title that is left out is told in Dutch when the draft is saved', async () => {
  const { status, body } = await save(dutch, 'no-title', guide('no-title', ['title: About no-title\n', '']));
  expect(status).toBe(200);
  expect(body.findings.map(told)).toContainEqual([
    'Titel',
    '‘Titel’ ontbreekt.',
    '‘Titel’ moet ingevuld zijn.',
    'Hoe de pagina heet. Zeg wat er gebeurde of waar ze bij helpt; maak geen reclame.',
  ]);
});

test('the same is told in English to an English editor', async () => {
  const { body } = await save(city.person('editor'), 'no-title-2', guide('no-title-2', ['title: About no-title-2\n', '']));
  expect(body.findings.map(told)).toContainEqual([
    'Title',
    '"Title" is missing.',
    '"Title" must be filled in.',
    'What the page is called. Say what happened or what it helps with; do not sell.',
  ]);
});

test('whoever works in the interface of another language than their own is told in that one', async () => {
  const kept = await save(city.person('editor'), 'no-title-3', guide('no-title-3', ['title: About no-title-3\n', '']), { lang: 'nl' });
  expect(kept.body.findings.map(told)[0][1]).toBe('‘Titel’ ontbreekt.');
  const refused = await save(city.person('editor'), 'no-day', guide('no-day', ['published: 2026-05-05', 'published: today']), { lang: 'nl' });
  expect(refused.body.findings.map(told)[0][1]).toBe('‘Voor het eerst verschenen’ is "today".');
  const unknown = await save(city.person('editor'), 'no-day', guide('no-day', ['published: 2026-05-05', 'published: today']), { lang: 'xx' });
  expect(unknown.body.findings.map(told)[0][1]).toBe('"First published" is "today".');
});
