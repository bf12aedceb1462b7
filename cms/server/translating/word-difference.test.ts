import { expect, test } from 'vitest';
import { wordDifference } from './word-difference.ts';

const told = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
const sides = (before: string, after: string) => {
  const pieces = wordDifference(before, after);
  const side = (without: string) =>
    pieces
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join('');
  return { before: side('new'), after: side('gone') };
};

test('a word that changed is told, with what stood there', () => {
  expect(told('Bring your passport and your lease.', 'Bring your passport or your lease.')).toBe('Bring your passport [-and-][+or+] your lease.');
});

test('several words in a row are one change', () => {
  expect(told('It costs 40 euros now.', 'It costs nothing at all now.')).toBe('It costs [-40 euros-][+nothing at all+] now.');
});

test('what came in and what went is told at its place', () => {
  expect(told('One three.', 'One two three.')).toBe('One [+two +]three.');
  expect(told('One two three.', 'One three.')).toBe('One [-two -]three.');
  expect(told('', 'New.')).toBe('[+New.+]');
  expect(told('Old.', '')).toBe('[-Old.-]');
  expect(told('', '')).toBe('');
});

test('lines that were only wrapped anew did not change', () => {
  expect(told('One two\nthree', 'One\ntwo three')).toBe('One\ntwo three');
});

test('words are found in scripts that write no spaces, and in those that write from right to left', () => {
  expect(told('我们住在根特市', '我们住在安特卫普市')).not.toMatch(/^\[/);
  expect(told('جواز السفر وعقد الإيجار', 'جواز السفر أو عقد العمل')).toBe('جواز السفر [-وعقد الإيجار-][+أو عقد العمل+]');
  expect(told('Паспорт і договір.', 'Паспорт або договір.')).toBe('Паспорт [-і-][+або+] договір.');
});

test('composed and decomposed letters are the same', () => {
  expect(told('cafe\u0301 open', 'caf\u00e9 closed')).toBe('caf\u00e9 [-open-][+closed+]');
});

test('the pieces make both texts again, whatever was changed', () => {
  const words = 'the office opens at nine and closes when the last visitor has gone home again'.split(' ');
  let state = 7;
  const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    const text = () => Array.from({ length: random(30) }, () => words[random(words.length)]!).join(' ');
    const [before, after] = [text(), text()];
    expect(sides(before, after)).toEqual({ before, after });
  }
});

test('two long texts without a word in common are compared in less than a second', () => {
  const text = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ');
  const started = performance.now();
  expect(sides(text('a'), text('b'))).toEqual({ before: text('a'), after: text('b') });
  expect(performance.now() - started).toBeLessThan(1000);
});

test('a text of two megabytes with one line changed is told by that line', () => {
  const lines = Array.from({ length: 40_000 }, (_, at) => `Line ${at} of a text that somebody pasted.\n`);
  const changed = lines.with(20_000, 'Another line.\n');
  expect(wordDifference(lines.join(''), changed.join('')).filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'gone', text: 'Line 20000 of a text that somebody pasted.\n' },
    { kind: 'new', text: 'Another line.\n' },
  ]);
});
