import { isIP } from 'node:net';

/**
 * Who asks, as the limits count it: the address of the socket, or, behind a proxy of one's own, the last entry of X-Forwarded-For, which that proxy wrote
 * (earlier ones anybody can make up). Of an IPv6 address the first half: the rest a household chooses itself. Never logged.
 */
export function clientAddress({ socket, forwardedFor, trustProxy }: { socket?: string; forwardedFor?: string; trustProxy: boolean }): string {
  const forwarded = trustProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  const address = (forwarded && isIP(forwarded) ? forwarded : (socket ?? '')).replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return isIP(address) === 6 ? firstHalf(address) : address;
}

function firstHalf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::');
  const groups = (text: string) => (text ? text.split(':') : []);
  const start = groups(before);
  const end = after === undefined ? [] : groups(after);
  const whole = after === undefined ? start : [...start, ...Array.from({ length: Math.max(0, 8 - start.length - end.length) }, () => '0'), ...end];
  return whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
