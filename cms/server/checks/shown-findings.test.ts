import { expect, test } from 'vitest';
import type { Finding } from '../../../src/content-model/problems.ts';
import { shownFindings, wrongContent } from './shown-findings.ts';

const finding = (file: string, field?: string): Finding => ({
  check: 'schema',
  severity: 'error',
  file,
  ...(field === undefined ? {} : { field }),
  found: 'It is missing.',
  rule: 'It must be there.',
  fix: 'Write it.',
});

test.each([
  ['stories/en/ana.mdx', 'title', 'Title'],
  ['stories/en/ana.mdx', 'hard[1].text', 'What was hard › 2 › What was hard'],
  ['stories/nl/ana.mdx', 'translates', 'Translated from'],
  ['stories/nl/ana.mdx', 'person.work', 'Person › What they do'],
  ['guides/en/register.mdx', 'glance.cost', 'At a glance › Cost'],
  ['pages/en/welcome.mdx', 'blocks[0].facts[2]', 'Blocks › 1 › Facts › 3'],
  ['settings/site.yml', 'alert.until', 'Alert › Until'],
  ['settings/site.yml', 'city.nl', 'The city › nl'],
  ['settings/topics.yml', '[3].colour', '4 › Colour'],
  ['strings/nl.yml', 'nav.home', 'Link to the home page'],
])('%s %s is called “%s”', (file, field, label) => {
  expect(shownFindings([finding(file, field)])[0]!.label).toBe(label);
});

test.each([
  ['guides/en/register.mdx', undefined],
  ['guides/en/register.mdx', 'titel'],
  ['guides/en/register.mdx', '<Fact id>'],
  ['strings/nl.yml', 'nav.hom'],
  ['media/a.jpg', 'title'],
])('%s %s has no name', (file, field) => {
  expect(shownFindings([finding(file, field)])).toEqual([finding(file, field)]);
});

test('of many the first fifty are shown, and how many more there are', () => {
  const many = Array.from({ length: 120 }, (_, index) => finding('guides/en/register.mdx', `x${index}`));
  const shown = shownFindings(many);
  expect(shown).toHaveLength(51);
  expect(shown[49]!.field).toBe('x49');
  expect(shown[50]).toMatchObject({ severity: 'error', file: 'guides/en/register.mdx', found: '70 more problems' });
  expect(shownFindings(many.slice(0, 51))[50]!.found).toBe('1 more problem');
  expect(shownFindings(many.slice(0, 50))).toHaveLength(50);
});

test('the refusal says how many there are in all', () => {
  const refusal = wrongContent(Array.from({ length: 120 }, () => finding('guides/en/register.mdx', 'title')));
  expect([refusal.status, refusal.key, refusal.values, refusal.findings.length]).toEqual([422, 'cms.refused.wrong', { count: 120 }, 120]);
});
