import { expect, test } from 'vitest';
import { smallCity, smallContent, type Changes } from '../checks/small-city.ts';
import type { EntryGroup } from './graph.ts';
import { markStillRight, markTranslated } from './mark-translated.ts';

const original = 'guides/en/register.mdx';
const dutch = 'guides/nl/register.mdx';
const register = (changes: Changes) => smallContent(changes).graph!.groups.guides.get('register') as unknown as EntryGroup;
const stateOf = (changes: Changes) => register(changes).byLanguage.get('nl')!.state;
const reworded = (text: string) => text.replace('Your passport and', 'Your passport or').replace('What to bring, and', 'What you bring, and');
const files = (changes: Changes = {}) => smallCity(changes);

test('a translation is current once it says what its original says', () => {
  expect(stateOf({ [original]: reworded })).toBe('outdated');
  const group = register({ [original]: reworded });
  const marked = markTranslated(files().get(dutch)!, group.byLanguage.get('nl')!, group)!;
  expect(stateOf({ [original]: reworded, [dutch]: marked })).toBe('current');
});

test('only the revision of its file changes', () => {
  const group = register({ [original]: reworded });
  const before = files().get(dutch)!;
  const marked = markTranslated(before, group.byLanguage.get('nl')!, group)!;
  const changed = before.split('\n').flatMap((line, index) => (marked.split('\n')[index] === line ? [] : [line.trim().split(':')[0]]));
  expect(changed).toEqual(['summary', "'body#what-to-bring'"]);
});

test('a translation that says so already is left alone', () => {
  const group = register({});
  expect(markTranslated(files().get(dutch)!, group.byLanguage.get('nl')!, group)).toBeUndefined();
});

test('an original whose wording changed and not its meaning keeps its translations current', () => {
  const marked = markStillRight(files({ [original]: reworded }).get(original)!, register({ [original]: reworded }))!;
  expect(marked.parts).toEqual(['summary', 'body#what-to-bring']);
  expect(stateOf({ [original]: marked.text })).toBe('current');
  expect(markStillRight(marked.text, register({ [original]: marked.text }))).toBeUndefined();
});

test('and again, after the next change of wording', () => {
  const once = markStillRight(files({ [original]: reworded }).get(original)!, register({ [original]: reworded }))!.text;
  const again = once.replace('Your passport or', 'Your passport, or');
  expect(stateOf({ [original]: again })).toBe('outdated');
  const marked = markStillRight(again, register({ [original]: again }))!;
  expect(marked.parts).toEqual(['body#what-to-bring']);
  expect(stateOf({ [original]: marked.text })).toBe('current');
});

test('a change of meaning afterwards makes translations outdated', () => {
  const once = markStillRight(files({ [original]: reworded }).get(original)!, register({ [original]: reworded }))!.text;
  expect(stateOf({ [original]: once.replace('Your passport or your lease.', 'Nothing.') })).toBe('outdated');
});
