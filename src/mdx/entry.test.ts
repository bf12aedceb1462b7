import { expect, test } from 'vitest';
import { parseFile } from './entry.ts';
import { parseYaml } from './yaml.ts';

const told = (text: string) =>
  parseYaml(text, 'settings/site.yml').problems.map(
    ({ severity, line, column, field, found, rule, fix }) => `${severity} ${line}:${column} ${field ?? ''} ${found} | ${rule} | ${fix}`,
  );

test('a file is its fields and its body, with lines counted from its top', () => {
  const { frontmatter, body, problems, lineOf } = parseFile(
    '\uFEFF---\r\ntitle: A\r\nsteps:\r\n  - text: b\r\n    on: 2026-10-31\r\n---\r\n\r\nHello {x}\r\n',
    'guides/en/a.mdx',
  );
  expect(frontmatter).toEqual({ title: 'A', steps: [{ text: 'b', on: '2026-10-31' }] });
  expect(lineOf(['steps', 0, 'on'])).toBe(5);
  expect(lineOf(['steps', 0, 'missing'])).toBe(4);
  expect(lineOf(['missing'])).toBeUndefined();
  expect(problems.map(({ line, column }) => [line, column])).toEqual([[8, 7]]);
  expect(body?.text).toBe('Hello {x}');
});

test.each(['', 'Hello', '\n---\n---', '--- \na: 1\n---', '---js\na\n---', '+++\na\n+++', '---\na: 1', '---\nwords\n---\n', '---\n- a\n---\n'])(
  'fields that do not begin and end as they must are refused: %j',
  (text) => {
    const { frontmatter, problems } = parseFile(text, 'guides/en/a.mdx');
    expect(frontmatter).toBeNull();
    expect(problems.map(({ line, found, rule, fix }) => `${line} ${found} | ${rule} | ${fix}`)).toMatchSnapshot();
  },
);

test('fields that are given a second time are refused, at the line where they begin again', () => {
  const { frontmatter, problems } = parseFile('---\ntitle: a\n---\n\n---\ntitle: b\n---\nText\n', 'guides/en/a.mdx');
  expect(frontmatter).toBeNull();
  expect(problems.map(({ line, found, rule, fix }) => `${line} ${found} | ${rule} | ${fix}`)).toMatchSnapshot();
});

test('a line across the page between two paragraphs is none of that', () => {
  expect(parseFile('---\ntitle: a\n---\nText\n\n---\n\nText\n', 'guides/en/a.mdx').problems).toEqual([]);
});

test('a file that is too large is told with the line that makes it so', () => {
  const told = (text: string) => parseFile(text, 'guides/en/a.mdx').problems.map(({ line, found }) => `${line} ${found}`);
  expect(told(`---\ntitle: a\nsummary: ${'x'.repeat(1_000_000)}\n---\nText\n`)).toEqual(['3 A file of 977 KB']);
  expect(told(`---\ntitle: a\n---\n${'Text\n'.repeat(100_000)}`)).toEqual(['1 A file of 489 KB']);
});

test('a file without fields has none, and its schema says what is missing', () => {
  expect(parseFile('---\n---\nHello', 'guides/en/a.mdx')).toMatchObject({ frontmatter: {}, problems: [] });
});

test('problems of the fields and of the body are told together', () => {
  const { problems } = parseFile('---\na: 1\na: 2\n---\n{x}\n', 'guides/en/a.mdx');
  expect(problems.map(({ check, line }) => [check, line])).toEqual([
    ['yaml', 3],
    ['safe-mdx', 5],
  ]);
});

test('plain YAML is read, and days stay text', () => {
  const { value } = parseYaml('a: 2026-10-31\nb: yes\nc: true\nd: 1.5\ne:\n  - x\n  - {y: z}\nf: |\n  one\n  two\ng: null\n', 'settings/site.yml');
  expect(value).toEqual({ a: '2026-10-31', b: 'yes', c: true, d: 1.5, e: ['x', { y: 'z' }], f: 'one\ntwo\n', g: null });
});

test.each([
  'a: &x 1\nb: *x',
  'a: 1\na: 2',
  '__proto__: 1\nconstructor: 2\nb: {prototype: 3}',
  'a: !!js/function "x"',
  '%YAML 1.1\n---\na: 1',
  'a: 1\n---\nb: 2',
  'a: 1\n...\nb: 2',
  'title: Moving: what it costs',
  'title: "Moving',
  'a:\n\tb: 1',
  'a: [1,\nb: 2',
  'a: "\\0 \\u202E"',
  'a: .inf',
  '? [a]\n: b',
  'a: @b',
  'a: "\\d"',
  `a: ${'['.repeat(50)}`,
])('what is not plain YAML is refused: %j', (text) => {
  expect(told(text)).toMatchSnapshot();
  expect(parseYaml(text, 'settings/site.yml').value).toBeNull();
});
