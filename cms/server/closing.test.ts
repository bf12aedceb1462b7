import { expect, test } from 'vitest';
import { createClosing } from './closing.ts';

test('what was opened last is closed first; one that fails or hangs keeps no other open; asked twice it is done once', async () => {
  const closed: string[] = [];
  const failed: unknown[] = [];
  const closing = createClosing({ patience: 50, failed: (problem) => failed.push(problem) });
  closing.add(() => closed.push('lock'));
  closing.add(() => new Promise(() => undefined));
  closing.add(() => Promise.reject(new Error('no')));
  closing.add(() => closed.push('ports'));
  await Promise.all([closing.close(), closing.close()]);
  expect(closed).toEqual(['ports', 'lock']);
  expect(failed).toHaveLength(1);
});
