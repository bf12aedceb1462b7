import { expect, test } from 'vitest';
import { modelWords } from './model-words.ts';

const words = modelWords();

test('every label and hint of the model is told once, with the place where it stands first', () => {
  expect(new Set(words.map(({ text }) => text)).size).toBe(words.length);
  expect(words[0]).toEqual({ text: 'Title', where: 'stories: title' });
});

test.each([
  ['a field in a list of groups', 'How near', 'stories: circle.then[].near'],
  ['an item of a list', 'Topic', 'stories: topics[]'],
  ['a kind of block', 'Chorus of quotes', 'pages: blocks[].type'],
  ['a field that only translations have', 'How much', 'stories: state'],
  ['a file of settings that is a list', 'A door of its own', 'settings/audiences.yml: [].door'],
  ['a component', 'For some readers', '<For>'],
  ['an attribute of a component', 'Sounds', '<Phrase sounds>'],
])('the words of %s are among them', (_, text, where) => {
  expect(words).toContainEqual({ text, where });
});
