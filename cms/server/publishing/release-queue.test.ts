import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createReleaseQueue, type ReleaseQueueOptions } from './release-queue.ts';

/** A queue whose releases end when they are told to, and what it did. */
function slowQueue(more: Partial<ReleaseQueueOptions> = {}) {
  const did: string[] = [];
  let finish: (() => void)[] = [];
  let stop = () => undefined as void;
  const queue = createReleaseQueue({
    pages: async () => {
      did.push('pages');
      await new Promise<void>((resolve) => finish.push(resolve));
      return 'settled';
    },
    search: () =>
      new Promise((resolve) => {
        did.push('search');
        finish.push(() => resolve('settled'));
        stop = () => resolve('stopped');
      }),
    stopSearch: () => {
      did.push('stop');
      stop();
    },
    ...more,
  });
  const end = async () => {
    for (const one of finish) one();
    finish = [];
    await wait(5);
  };
  return { queue, did, end };
}

test('what is asked for while a release is made is joined into one more', async () => {
  const { queue, did, end } = slowQueue();
  queue.ask();
  for (let count = 0; count < 10; count++) queue.ask();
  await end();
  await end();
  expect(did).toEqual(['pages', 'pages']);
  expect(queue.working()).toBe(false);
});

test('search is made when no pages wait, and stopped for pages that come', async () => {
  const { queue, did, end } = slowQueue();
  queue.ask();
  queue.askForSearch();
  queue.ask();
  await end();
  await end();
  expect(did).toEqual(['pages', 'pages', 'search']);
  queue.ask();
  await wait(5);
  await end();
  expect(did.slice(3)).toEqual(['stop', 'pages', 'search']);
});

test('search that was put off for too long is made between two releases, and not stopped', async () => {
  const { queue, did, end } = slowQueue({ searchPatience: -1 });
  queue.ask();
  queue.askForSearch();
  queue.ask();
  await end();
  queue.ask();
  expect(did).toEqual(['pages', 'search']);
  await end();
  expect(did).toEqual(['pages', 'search', 'pages']);
});

test('who waits is told when what was asked for before is there, whatever comes after', async () => {
  const { queue, end } = slowQueue();
  let told = false;
  queue.ask();
  void queue.settled('live').then(() => (told = true));
  queue.ask();
  await end();
  expect(told).toBe(true);
  expect(queue.working()).toBe(true);
});

test('who waits for search is told when it can be found', async () => {
  const { queue, end } = slowQueue();
  const told: string[] = [];
  queue.ask();
  queue.askForSearch();
  void queue.settled('live').then(() => told.push('live'));
  void queue.settled('search').then(() => told.push('search'));
  await end();
  expect(told).toEqual(['live']);
  await end();
  expect(told).toEqual(['live', 'search']);
});

test('what must be tried again does not count as done', async () => {
  const answers: ('again' | 'settled')[] = ['again', 'settled'];
  const queue = createReleaseQueue({ pages: async () => answers.shift()!, search: async () => 'settled', stopSearch: () => undefined });
  queue.ask();
  await queue.settled('live');
  expect(answers).toEqual([]);
});

test('a queue that is closed lets what is under way end, begins nothing, and keeps nobody waiting', async () => {
  const { queue, did, end } = slowQueue();
  queue.ask();
  queue.ask();
  const settled = queue.settled('live');
  const closed = queue.close();
  await end();
  await closed;
  await settled;
  queue.ask();
  expect(did).toEqual(['pages']);
});
