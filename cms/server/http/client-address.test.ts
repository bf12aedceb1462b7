import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (socket, counted) => {
  expect(clientAddress({ socket, trustProxy: false })).toBe(counted);
});

test('what a client says of itself counts only where a proxy of ours has written it, and then its last word', () => {
  const input = { socket: '10.0.0.1', forwardedFor: '203.0.113.1, 198.51.100.7' };
  expect(clientAddress({ ...input, trustProxy: false })).toBe('10.0.0.1');
  expect(clientAddress({ ...input, trustProxy: true })).toBe('198.51.100.7');
  expect(clientAddress({ ...input, forwardedFor: 'made up', trustProxy: true })).toBe('10.0.0.1');
  expect(clientAddress({ socket: '10.0.0.1', trustProxy: true })).toBe('10.0.0.1');
});
