import { expect, test } from 'vitest';
import { daysAfter, weekOf } from './week.ts';

const amsterdam = 'Europe/Amsterdam';
const week = (moment: string, timeZone = amsterdam) => weekOf(new Date(moment), timeZone);

test('a week begins on Monday at seven by the clocks of the city', () => {
  expect(week('2026-11-23T05:59:59Z')).toBe('2026-11-16');
  expect(week('2026-11-23T06:00:00Z')).toBe('2026-11-23');
  expect(week('2026-11-29T22:59:00Z')).toBe('2026-11-23');
});

test('it is seven there in summer too, and on the Monday after the clocks were changed', () => {
  expect(week('2027-03-29T04:59:59Z')).toBe('2027-03-22');
  expect(week('2027-03-29T05:00:00Z')).toBe('2027-03-29');
  expect(week('2026-10-26T05:59:59Z')).toBe('2026-10-19');
  expect(week('2026-10-26T06:00:00Z')).toBe('2026-10-26');
});

test('where it is Monday already, or still Sunday, the city decides', () => {
  expect(week('2026-11-22T19:00:00Z', 'Pacific/Auckland')).toBe('2026-11-23');
  expect(week('2026-11-23T14:59:00Z', 'America/Los_Angeles')).toBe('2026-11-16');
  expect(week('2026-11-23T15:00:00Z', 'America/Los_Angeles')).toBe('2026-11-23');
});

test('days are counted over the end of a month and a year, and over a change of the clocks', () => {
  expect(daysAfter('2026-12-28', 7)).toBe('2027-01-04');
  expect(daysAfter('2027-03-22', 7)).toBe('2027-03-29');
  expect(daysAfter('2026-03-01', -1)).toBe('2026-02-28');
});
