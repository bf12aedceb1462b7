import { afterEach, expect, test } from 'vitest';
import { duration, progressLine } from './progress.ts';

const exitCode = process.exitCode;
afterEach(() => {
  process.exitCode = exitCode;
});

/** A command on a screen that remembers, with a clock that goes on by a second at each look. */
function command(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const line = progressLine({ screen: { isTTY, write: (text) => written.push(text) }, now: () => (time += 1000) });
  return { line, written };
}

test.each([
  [0.4, '0 ms'],
  [340, '340 ms'],
  [999.6, '1.0 s'],
  [1234, '1.2 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min 0 s'],
  [185_000, '3 min 5 s'],
])('%d milliseconds are %s', (milliseconds, said) => {
  expect(duration(milliseconds)).toBe(said);
});

test('a log gets whole lines: each step, each quarter, the closing line', () => {
  const { line, written } = command(false);
  line.step('Reading content');
  line.step('Writing pages');
  for (let done = 1; done <= 100; done++) line.progress(done, 100);
  line.done('100 pages', 0);
  expect(written.join('')).toBe(
    '  Reading content: 1.0 s\n  Writing pages: 25 of 100\n  Writing pages: 50 of 100\n  Writing pages: 75 of 100\n  Writing pages: 1.0 s\n100 pages (6.0 s)\n',
  );
});

test('on a terminal the last line is rewritten', () => {
  const { line, written } = command(true);
  line.step('Writing pages');
  line.progress(1, 2);
  line.done('2 pages');
  expect(written.join('')).toBe('  Writing pages …\r\u001b[2K  Writing pages: 1 of 2\r\u001b[2K  Writing pages: 1.0 s\n2 pages\n');
});

test('what fails says so and ends with status 1', () => {
  const { line, written } = command(false);
  line.fail('Nothing was built.');
  expect(written).toEqual(['Nothing was built.\n']);
  expect(process.exitCode).toBe(1);
});
