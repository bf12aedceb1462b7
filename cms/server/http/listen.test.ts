import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { listen, type Listening } from './listen.ts';

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close(0)));
});
const start = async (host: string, port = 0, answer = 'hello') => {
  const listening = await listen({ make: () => createServer((_, response) => response.end(answer)), host, port, variable: 'CMS_PORT' });
  open.push(listening);
  return listening;
};
const read = async (address: string) => (await fetch(address)).text();
const hasSix = Object.values(networkInterfaces())
  .flat()
  .some((one) => one?.address === '::1');

test('localhost is both loopback addresses, on one port', async () => {
  const { port } = await start('localhost');
  expect(await read(`http://127.0.0.1:${port}/`)).toBe('hello');
  if (hasSix) expect(await read(`http://[::1]:${port}/`)).toBe('hello');
});

test('a port that is taken is told with the variable that chooses another', async () => {
  const { port } = await start('127.0.0.1');
  await expect(start('localhost', port)).rejects.toThrow(
    `Port ${port} is taken. Stop what runs there, or choose another: CMS_PORT=${port + 100} npm start`,
  );
});

test.runIf(hasSix)('a port that is taken on one loopback address only is taken: who asks for localhost would reach another program', async () => {
  const { port } = await start('::1');
  await expect(start('localhost', port)).rejects.toThrow('is taken');
  // And nothing of the try is left behind.
  expect(await read(`http://127.0.0.1:${(await start('127.0.0.1', port)).port}/`)).toBe('hello');
});

test('an address this computer does not have is told', async () => {
  await expect(start('192.0.2.1')).rejects.toThrow('This computer has no address "192.0.2.1" to listen on.');
});

test('closing waits for the request under way, and not longer than it is told', async () => {
  let begun = () => {};
  const arrived = new Promise<void>((resolve) => (begun = resolve));
  const slow = () =>
    createServer((_, response) => {
      begun();
      setTimeout(() => response.end('late'), 200);
    });
  const listening = await listen({ make: slow, host: '127.0.0.1', port: 0, variable: 'PORT' });
  const answer = read(`http://127.0.0.1:${listening.port}/`);
  await arrived;
  await listening.close(5000);
  expect(await answer).toBe('late');

  const other = await listen({ make: () => createServer(() => begun()), host: '127.0.0.1', port: 0, variable: 'PORT' });
  const again = new Promise<void>((resolve) => (begun = resolve));
  const lost = read(`http://127.0.0.1:${other.port}/`).catch(() => 'cut off');
  await again;
  await other.close(50);
  expect(await lost).toBe('cut off');
});
