import { expect, test } from 'vitest';
import { today } from './today.ts';

test.each([
  ['Europe/Amsterdam', '2026-11-21T22:59:59Z', '2026-11-21'],
  ['Europe/Amsterdam', '2026-11-21T23:00:00Z', '2026-11-22'],
  ['Europe/Amsterdam', '2026-07-01T21:59:59Z', '2026-07-01'],
  ['Europe/Amsterdam', '2026-07-01T22:00:00Z', '2026-07-02'],
  ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
  ['Pacific/Pago_Pago', '2027-01-01T10:59:59Z', '2026-12-31'],
])('in %s at %s it is %s', (zone, instant, day) => {
  expect(today(zone, new Date(instant))).toBe(day);
});
