import { describe, expect, test } from 'vitest';
import { markdownTable, memory, time, times, whole } from './figures.ts';
import { goalsOf } from './goals.ts';
import { withReport } from './report.ts';
import { median, summary, type Sample } from './samples.ts';

describe('figures in the tables', () => {
  test.each([
    [0.42, '0.4 ms'],
    [4.31, '4.3 ms'],
    [9.96, '10 ms'],
    [340.4, '340 ms'],
    [999.6, '1.00 s'],
    [1240, '1.24 s'],
    [9996, '10.0 s'],
    [85_440, '85.4 s'],
    [127_800, '128 s'],
  ])('a time of %d milliseconds reads %s', (value, text) => expect(time(value)).toBe(text));

  test.each([
    [312_400_000, '312 MB'],
    [999_600_000, '1.00 GB'],
    [1_240_000_000, '1.24 GB'],
  ])('memory of %d bytes reads %s', (value, text) => expect(memory(value)).toBe(text));

  test.each([
    [0.284, '0.28 ×'],
    [0.996, '1.0 ×'],
    [2.44, '2.4 ×'],
    [31.4, '31 ×'],
  ])('a ratio of %d reads %s', (value, text) => expect(times(value)).toBe(text));

  test('whole numbers have their thousands apart', () => expect(whole(10_000)).toBe('10,000'));

  test('a table reads as plain text too', () => {
    expect(
      markdownTable(
        ['What', 'time'],
        [
          ['Doorstep', '1.24 s'],
          ['Hugo', '850 ms'],
        ],
      ),
    ).toBe('| What     |   time |\n| -------- | -----: |\n| Doorstep | 1.24 s |\n| Hugo     | 850 ms |');
  });
});

describe('samples', () => {
  test('the median is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 9])).toBe(3);
  });
  test('time, memory and each part have a median of their own', () => {
    const samples = [1, 2, 9].map((value) => ({ milliseconds: value, memory: value * 10, details: { search: value * 2 } }));
    expect(summary(samples)).toEqual({ milliseconds: 2, memory: 20, details: { search: 4 } });
    expect(summary([])).toBeUndefined();
  });
});

describe('goals', () => {
  const sample = (milliseconds: number, details: Record<string, number> = {}): Sample => ({ milliseconds, memory: 5e8, details });
  const medians = new Map([
    ['clean', sample(12_000)],
    ['clean Eleventy', sample(10_000)],
    ['warm', sample(600, { written: 600, searched: 2000 })],
    ['preview', sample(8, { all: 8 })],
  ]);
  const verdicts = (entries: number) => goalsOf(entries, medians).map(({ verdict }) => verdict);

  test('say whether they were met, or by how much they were missed', () => {
    expect(verdicts(1000)).toEqual(['missed by 20 %', 'met', 'missed by 20 %', 'not measured', 'met', 'met']);
  });
  test('are those of the larger city from 10,000 entries on', () => {
    expect(verdicts(10_000)).toEqual(['missed by 20 %', 'met', 'met', 'not measured', 'met', 'met']);
  });
});

describe('docs/performance.md', () => {
  test('keeps what people wrote around the figures', () => {
    const first = withReport('# Performance\n\nWhat this is.\n', 'Old figures');
    expect(first).toContain('What this is.\n\n<!-- figures: written by npm run bench -->\n\nOld figures\n');
    const second = withReport(`${first}\n## Reading these figures\n\nBy hand.\n`, 'New figures');
    expect(second).toContain('New figures');
    expect(second).not.toContain('Old figures');
    expect(second).toMatch(/What this is[\s\S]*New figures[\s\S]*By hand\.\n$/);
  });
});
