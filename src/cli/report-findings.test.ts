import { expect, test } from 'vitest';
import type { Finding } from '../content-model/problems.ts';
import { countInWords, reportFindings, type ReportOptions } from './report-findings.ts';

const findings: Finding[] = [
  {
    check: 'references',
    severity: 'warning',
    file: 'stories/en/ana.mdx',
    line: 9,
    field: 'desk',
    found: 'There is no desk called `cities`.',
    rule: 'Desk ids are those of settings/desks.yml.',
    fix: 'Run\nnpm run check',
    said: { found: { key: 'finding.no.desks', values: { id: 'cities' } }, rule: 'Rule', fix: 'Fix' },
  },
  {
    check: 'safe-mdx',
    severity: 'error',
    file: 'guides/en/a,b.mdx',
    line: 17,
    column: 1,
    found: '“50% import”',
    rule: 'Entries cannot run code.',
    fix: 'Remove this line.',
  },
];

const { said: _, ...withoutSaid } = findings[0]!;

function printed(options: ReportOptions = {}, { isTTY = false } = {}) {
  let text = '';
  const counts = reportFindings(findings, { ...options, screen: { isTTY, write: (piece) => (text += piece) } });
  return { text, counts };
}

test('findings are printed by file, one paragraph each', () => {
  expect(printed().text).toMatchInlineSnapshot(`
    "content/guides/en/a,b.mdx:17:1  error
      “50% import”
      — Entries cannot run code.
      → Remove this line.

    content/stories/en/ana.mdx:9  warning  desk
      There is no desk called \`cities\`.
      — Desk ids are those of settings/desks.yml.
      → Run
      npm run check
    "
  `);
});

test('and counted', () => {
  expect(printed().counts).toEqual({ errors: 1, warnings: 1 });
});

test('colour is for terminals only', () => {
  expect(printed().text).not.toContain('\u001b');
  expect(printed({}, { isTTY: true }).text).toContain('\u001b[31merror\u001b[0m');
});

test('JSON is an array of findings and nothing else', () => {
  expect(JSON.parse(printed({ json: true, annotations: true }, { isTTY: true }).text)).toEqual([findings[1], withoutSaid]);
});

test('annotations are written as code hosts read them', () => {
  expect(
    printed({ annotations: true, folder: 'content' })
      .text.split('\n')
      .filter((line) => line.startsWith('::')),
  ).toMatchInlineSnapshot(`
    [
      "::error file=content/guides/en/a%2Cb.mdx,line=17,col=1,title=safe-mdx::“50%25 import” Entries cannot run code. Remove this line.",
      "::warning file=content/stories/en/ana.mdx,line=9,title=references::There is no desk called \`cities\`. Desk ids are those of settings/desks.yml. Run%0Anpm run check",
    ]
  `);
});

test('warnings can be left out, and are counted all the same', () => {
  const { text, counts } = printed({ errorsOnly: true });
  expect(text).not.toContain('desk');
  expect(counts.warnings).toBe(1);
});

test.each([
  [0, 0, 'nothing to mend'],
  [0, 1, 'no errors, 1 warning'],
  [1, 0, '1 error'],
  [2, 3, '2 errors and 3 warnings'],
])('%i errors and %i warnings are said as “%s”', (errors, warnings, words) => {
  expect(countInWords({ errors, warnings })).toBe(words);
});
