import { expect, test } from 'vitest';
import { createLatestOnly } from './latest-only.ts';

test('of what waits under one name only the newest is done', async () => {
  const latest = createLatestOnly();
  const done: number[] = [];
  const ask = (number: number) => latest('register', async () => done.push(number));
  const answers = await Promise.all([ask(1), ask(2), ask(3)]);
  expect(done).toEqual([3]);
  expect(answers).toEqual([undefined, undefined, 1]);
});

test('what waits under other names is done too, one after the other', async () => {
  const latest = createLatestOnly();
  const log: string[] = [];
  const ask = (name: string) =>
    latest(name, async () => {
      log.push(`${name} begins`);
      await new Promise((done) => setTimeout(done, 5));
      log.push(`${name} ends`);
    });
  await Promise.all([ask('a'), ask('b')]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('after work that fails the next is done', async () => {
  const latest = createLatestOnly();
  const failing = latest('a', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await latest('a', async () => 'yes')).toBe('yes');
});
