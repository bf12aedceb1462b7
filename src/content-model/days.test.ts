import { expect, test } from 'vitest';
import { addMonths, daysBetween } from './days.ts';

test.each([
  ['2026-09-01', 6, '2027-03-01'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-10-25', 12, '2027-10-25'],
])('%s and %i months give %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test('days are counted over the change of the clocks and of the year', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
});
