import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('an empty environment gives the defaults', () => {
  const defaults = { PORT: 4321, HOST: 'localhost', CI: false, DOORSTEP_DATA: '.doorstep' };
  expect(readEnvironment({})).toEqual(defaults);
  expect(readEnvironment({ PORT: '', HOST: '', CI: '', DOORSTEP_DAY: '', DOORSTEP_DATA: '' })).toEqual(defaults);
});

test('variables become values, and the rest of the environment is left out', () => {
  expect(
    readEnvironment({
      PORT: '0',
      HOST: '::1',
      CI: 'woodpecker',
      DOORSTEP_DAY: '2028-02-29',
      DOORSTEP_DATA: '/var/lib/doorstep',
      CHROMIUM_PATH: '/opt/chrome',
      HOME: '/',
    }),
  ).toEqual({ PORT: 0, HOST: '::1', CI: true, DOORSTEP_DAY: '2028-02-29', DOORSTEP_DATA: '/var/lib/doorstep', CHROMIUM_PATH: '/opt/chrome' });
});

test.each(['false', '0', 'no', 'FALSE'])('CI=%s is no', (CI) => {
  expect(readEnvironment({ CI }).CI).toBe(false);
});

test.each([
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '4321.5'],
  ['HOST', 'http://localhost'],
  ['DOORSTEP_DAY', '2027-02-29'],
  ['DOORSTEP_DAY', '22-11-2026'],
  ['DOORSTEP_DATA', 'a\0b'],
])('%s=%j is refused by name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(`${name}: found "${value}"; wanted `);
});

test('all that is wrong is told at once', () => {
  expect(() => readEnvironment({ PORT: 'many', DOORSTEP_DAY: 'today', HOST: 'localhost' })).toThrowErrorMatchingInlineSnapshot(`
    [Error: The environment needs a change before Doorstep can run:
      PORT: found "many"; wanted a port: a whole number from 0 to 65535, such as 4321.
      DOORSTEP_DAY: found "today"; wanted the day to build for, as 2026-11-22; leave it out for today.]
  `);
});
