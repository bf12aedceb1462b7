import { expect, test } from 'vitest';
import { differenceSentence, differs, inWords, isSame } from './differs.ts';

const state = (files: Record<string, string>) => new Map(Object.entries(files));

test('what comes, changes and goes between two states is told as sorted paths', () => {
  const difference = differs({ from: state({ b: '1', a: '1', gone: '1', same: '1' }), to: state({ z: '1', b: '2', a: '2', same: '1' }) });
  expect(difference).toEqual({ added: ['z'], changed: ['a', 'b'], removed: ['gone'] });
  expect(inWords(difference)).toBe('1 added, 2 changed, 1 removed');
});

test('the same states differ in nothing, and start then says nothing', () => {
  const none = differs({ from: state({ a: '1' }), to: state({ a: '1' }) });
  expect(isSame(none)).toBe(true);
  expect(inWords(none)).toBe('none added, none changed, none removed');
  expect(differenceSentence('content', none)).toBeUndefined();
});

test('start names both commands that bring the checkout and the CMS together', () => {
  expect(differenceSentence('content', { added: ['a'], changed: [], removed: ['b', 'c'] })).toBe(
    'content is not what the CMS keeps and publishes (in the folder: 1 added, none changed, 2 removed): npm run cms -- import takes the folder’s content into the CMS, npm run cms -- export writes what the CMS has into the folder.',
  );
});
