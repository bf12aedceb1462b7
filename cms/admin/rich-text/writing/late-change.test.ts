import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LateChange } from './late-change.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function field(value = 'a') {
  const told: string[] = [];
  const text = { now: value };
  const change = new LateChange({ value, read: () => text.now, send: (one) => told.push(one) });
  const type = (words: string) => {
    text.now += words;
    change.soon();
  };
  return { told, text, change, type };
}

test('several changes are told once, within 150 ms', () => {
  const { told, type } = field();
  type('b');
  vi.advanceTimersByTime(60);
  type('c');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(90);
  expect(told).toEqual(['abc']);
});

test('what is not told yet is told at once where somebody saves', () => {
  const { told, type, change } = field();
  type('b');
  change.now();
  change.now();
  vi.advanceTimersByTime(500);
  expect(told).toEqual(['ab']);
});

test('a change that was taken back is not told', () => {
  const { told, text, change } = field();
  change.soon();
  text.now = 'a';
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});

test('own changes that come back late are known, one that comes from elsewhere is not', () => {
  const { type, change } = field();
  type('b');
  change.now();
  type('c');
  change.now();
  expect(change.isOwn('ab')).toBe(true);
  expect(change.isOwn('abc')).toBe(true);
  expect(change.isOwn('ab')).toBe(false);
});

test('after a change from elsewhere nothing older is told', () => {
  const { told, type, change } = field();
  type('b');
  expect(change.isOwn('restored')).toBe(false);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([]);
});
