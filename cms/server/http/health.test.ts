import { expect, test } from 'vitest';
import { createHealth, type HealthParts } from './health.ts';

const well: HealthParts = { store: () => Promise.resolve('content'), hasRoom: () => Promise.resolve(true), publisher: () => true };
const health = (parts: Partial<HealthParts>) => createHealth({ ...well, ...parts })();

test('a server whose parts all work is well', async () => {
  expect(await health({})).toEqual({ ok: true, store: true, disk: true, publisher: true });
});

test('a part that fails, hangs or says no is named, and nothing else is told', async () => {
  expect(await health({ store: () => Promise.reject(new Error('fatal: not a git repository')) })).toEqual({
    ok: false,
    store: false,
    disk: true,
    publisher: true,
  });
  expect(await health({ hasRoom: () => Promise.resolve(false) })).toMatchObject({ ok: false, disk: false });
  expect(await health({ publisher: () => false })).toMatchObject({ ok: false, publisher: false });
  expect(await health({ store: () => new Promise(() => undefined) })).toMatchObject({ ok: false, store: false });
});

test('asked a hundred times at once, the parts are looked at once', async () => {
  let looked = 0;
  const ask = createHealth({ ...well, store: () => Promise.resolve(looked++) });
  await Promise.all(Array.from({ length: 100 }, ask));
  expect(looked).toBe(1);
});
