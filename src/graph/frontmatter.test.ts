import { expect, test } from 'vitest';
import { withField } from './frontmatter.ts';

const entry = (fields: string) => `---\n${fields}\n---\n\nText: with --- in it.\n\n---\n\nrevision: not a field\n`;

test.each([
  ['an empty map', 'title: A  # why\nrevision: {}\nsummary: "B"'],
  ['a map on one line', "title: A  # why\nrevision: { title: 'x', 'body#a': y }\nsummary: \"B\""],
  ['a block', 'title: A  # why\nrevision:\n  title: x\n\n  \'body#a\': y\nsummary: "B"'],
  ['a map over several lines', 'title: A  # why\nrevision: {\n  title: x,\n}\nsummary: "B"'],
  ['nothing after the colon', 'title: A  # why\nrevision:\nsummary: "B"'],
])('a field that is %s is replaced, and nothing else', (_, fields) => {
  expect(withField(entry(fields), 'revision', { title: '012345678901', 'body#was-es-kostet': 'abc' })).toBe(
    entry("title: A  # why\nrevision:\n  title: '012345678901'\n  'body#was-es-kostet': 'abc'\nsummary: \"B\""),
  );
});

test('comments below a field stay', () => {
  const before = 'revision:\n  title: x\n# for the translator\nsummary: B';
  expect(withField(entry(before), 'revision', { title: 'y' })).toBe(entry("revision:\n  title: 'y'\n# for the translator\nsummary: B"));
});

test('a field that is not there is added as the last one', () => {
  expect(withField(entry('title: A'), 'equivalent', { title: { of: 'b', was: ['a', 'c'] } })).toBe(
    entry("title: A\nequivalent:\n  title:\n    of: 'b'\n    was: ['a', 'c']"),
  );
});

test('ends of lines and a byte order mark stay as they are', () => {
  const text = '\uFEFF---\r\ntitle: A\r\nrevision: {}\r\nsummary: B\r\n---\r\nText\r\n';
  expect(withField(text, 'revision', { title: 'b' })).toBe("\uFEFF---\r\ntitle: A\r\nrevision:\r\n  title: 'b'\r\nsummary: B\r\n---\r\nText\r\n");
});

test('the last field before the fence can be replaced', () => {
  expect(withField(entry('title: A\nrevision:\n  title: x'), 'revision', {})).toBe(entry('title: A\nrevision: {}'));
});

test('a file without fields is refused', () => {
  expect(() => withField('Text', 'revision', {})).toThrow('between two lines of ---');
  expect(() => withField('---\ntitle: [\n---\n', 'revision', {})).toThrow('cannot be read');
});
