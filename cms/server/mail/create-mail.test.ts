import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createMail } from './create-mail.ts';
import { mailServer } from './mail-server.ts';

const letter = { to: 'ann@city.example', subject: 'Hello', text: 'A line.\n.\nAnother line with ü and ї.\n' };
const quick = { first: 20, longest: 60, look: 30 };

async function outboxFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-mail-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
const never = () => expect.unreachable('Nothing is printed where there is a mail server.');
const from = 'Doorstep <welcome@city.example>';

test('a letter is on the disk, for this user alone, before sending returns', async () => {
  await using outbox = await outboxFolder();
  const printed: string[] = [];
  const mail = createMail({ outbox: join(outbox.folder, 'new'), from, print: (text) => printed.push(text) });
  await mail.send(letter);
  const [name, ...more] = await readdir(join(outbox.folder, 'new'));
  expect(more).toEqual([]);
  expect(JSON.parse(await readFile(join(outbox.folder, 'new', name!), 'utf8'))).toMatchObject(letter);
  expect((await stat(join(outbox.folder, 'new', name!))).mode & 0o777).toBe(0o600);
  expect((await stat(join(outbox.folder, 'new'))).mode & 0o777).toBe(0o700);
  expect(printed).toEqual([`To: ann@city.example\nSubject: Hello\n\n${letter.text}\n`]);
  expect(await mail.waiting()).toBe(1);
  expect(await mail.queue()).toMatchObject({ waiting: 1, failing: 0, sends: false });
  await mail.close();
});

test('a letter goes to the mail server and leaves the outbox', async () => {
  await using outbox = await outboxFolder();
  await using server = await mailServer();
  const mail = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  await mail.send(letter);
  await vi.waitFor(async () => expect(await mail.waiting()).toBe(0), 5000);
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]!.to).toEqual(['ann@city.example']);
  const headers = ['Auto-Submitted: auto-generated', 'From: Doorstep <welcome@city.example>', 'To: ann@city.example', 'Subject: Hello'];
  expect(server.arrived[0]!.message.split('\r\n').slice(0, 4)).toEqual(headers);
  await mail.close();
});

test('nothing that is typed becomes a header or a second address', async () => {
  await using outbox = await outboxFolder();
  await using server = await mailServer();
  const mail = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  await mail.send({ ...letter, subject: 'Hello\r\nBcc: all@city.example\r\n\r\nBuy this' });
  const addresses = [
    'a@city.example, b@city.example',
    'a@city.example\r\nRCPT TO:<b@city.example>',
    'Ann <a@city.example>',
    'a@city.example\nBcc: b@c.example',
    '',
    'nobody',
    'a@b@c.d',
  ];
  for (const to of addresses) await expect(mail.send({ ...letter, to }), to).rejects.toThrow('exactly one e-mail address');
  await vi.waitFor(async () => expect(await mail.waiting()).toBe(0), 5000);
  const [only, ...more] = server.arrived;
  expect(more).toEqual([]);
  expect(only!.to).toEqual(['ann@city.example']);
  const headers = only!.message.split('\r\n\r\n')[0]!;
  expect(headers).toContain('Subject: Hello Bcc: all@city.example Buy this');
  expect(headers).not.toMatch(/^Bcc:/m);
  await mail.close();
});

test('a letter that the mail server refuses is tried again, and does not hold up the others', async () => {
  await using outbox = await outboxFolder();
  let refusals = 0;
  await using server = await mailServer({
    react: (to) => (to[0] === 'busy@city.example' && refusals++ < 3 ? { code: 451, text: 'Try later' } : undefined),
  });
  const told: string[] = [];
  const mail = createMail({
    outbox: outbox.folder,
    smtpUrl: server.url,
    from,
    print: never,
    patience: quick,
    tell: (sentence) => told.push(sentence),
  });
  await mail.send({ ...letter, to: 'busy@city.example' });
  await mail.send(letter);
  await vi.waitFor(async () => expect(await mail.waiting()).toBe(0), 5000);
  expect(server.arrived.map(({ to }) => to[0])).toEqual(['ann@city.example', 'busy@city.example']);
  expect(told).toHaveLength(3);
  expect(told[0]).toBe('A mail could not be handed to the mail server (451). It stays in the outbox and is tried again.');
  await mail.close();
});

test('a mail server that is not there delays nobody; the letters go when it comes', async () => {
  await using outbox = await outboxFolder();
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  const mail = createMail({ outbox: outbox.folder, smtpUrl: `smtp://127.0.0.1:${port}`, from, print: never, patience: quick });
  const begin = performance.now();
  for (let count = 0; count < 5; count++) await mail.send({ ...letter, subject: `Letter ${count}` });
  expect(performance.now() - begin).toBeLessThan(2000);
  expect(await mail.waiting()).toBe(5);
  await vi.waitFor(async () => expect((await mail.queue()).failing).toBeGreaterThan(0), 5000);
  expect(await mail.queue()).toMatchObject({ waiting: 5, oldest: expect.any(String) as string, reason: 'ESOCKET', givenUp: 0, sends: true });
  await using server = await mailServer({ port });
  await vi.waitFor(async () => expect(await mail.waiting()).toBe(0), 5000);
  expect(server.arrived.map(({ message }) => /Subject: (.*)\r/.exec(message)![1])).toEqual([
    'Letter 0',
    'Letter 1',
    'Letter 2',
    'Letter 3',
    'Letter 4',
  ]);
  await mail.close();
});

test('a mail server that never answers holds up neither sending nor stopping, and the next start sends the letters', async () => {
  await using outbox = await outboxFolder();
  const open = new Set<Socket>();
  const silent = createServer((socket) => void open.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const mail = createMail({
    outbox: outbox.folder,
    smtpUrl: `smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    from,
    print: never,
    patience: quick,
  });
  const begin = performance.now();
  await mail.send(letter);
  await mail.send(letter);
  await vi.waitFor(() => expect(open.size).toBe(1), 5000);
  await mail.close();
  expect(performance.now() - begin).toBeLessThan(3000);
  expect(await mail.waiting()).toBe(2);
  for (const socket of open) socket.destroy();
  silent.close();

  await using server = await mailServer();
  const next = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  await vi.waitFor(async () => expect(await next.waiting()).toBe(0), 5000);
  expect(server.arrived).toHaveLength(2);
  await next.close();
});

test('a mail server that stops answering in the middle of a letter loses none', async () => {
  await using outbox = await outboxFolder();
  await using server = await mailServer({ react: (_to, count) => (count === 0 ? 'hang' : undefined) });
  const first = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  await first.send(letter);
  await new Promise((later) => setTimeout(later, 200));
  await first.close();
  expect(await first.waiting()).toBe(1);
  const next = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  await vi.waitFor(async () => expect(await next.waiting()).toBe(0), 5000);
  expect(server.arrived).toHaveLength(1);
  await next.close();
});

test('a command beside the server leaves its letter to the server', async () => {
  await using outbox = await outboxFolder();
  await using server = await mailServer();
  const running = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, patience: quick });
  const command = createMail({ outbox: outbox.folder, smtpUrl: server.url, from, print: never, delivers: false });
  await command.send(letter);
  await command.close();
  await vi.waitFor(async () => expect(await running.waiting()).toBe(0), 5000);
  expect(server.arrived).toHaveLength(1);
  await running.close();
});

test('a letter whose time is over is taken away unsent, and one that nobody took for three days is given up', async () => {
  await using outbox = await outboxFolder();
  await using server = await mailServer({ react: () => ({ code: 550, text: 'No such mailbox' }) });
  const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
  await writeFile(join(outbox.folder, '1-late.json'), JSON.stringify({ ...letter, at: days(1), until: days(0.9) }));
  await writeFile(join(outbox.folder, '2-old.json'), JSON.stringify({ ...letter, at: days(3.1) }));
  await writeFile(join(outbox.folder, '3-new.json'), JSON.stringify({ ...letter, at: days(1) }));
  await writeFile(join(outbox.folder, '4-broken.json'), '{');
  await writeFile(join(outbox.folder, '.5-of-a-crash'), '{"to":');
  await utimes(join(outbox.folder, '.5-of-a-crash'), new Date(days(1)), new Date(days(1)));
  const told: string[] = [];
  const mail = createMail({
    outbox: outbox.folder,
    smtpUrl: server.url,
    from,
    print: never,
    patience: quick,
    tell: (sentence) => told.push(sentence),
  });
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(2), 5000);
  expect(await mail.queue()).toMatchObject({ waiting: 1, oldest: expect.any(String) as string, failing: 1, reason: '550', givenUp: 2 });
  await mail.close();
  expect((await readdir(outbox.folder)).toSorted()).toEqual(['2-old.failed', '3-new.json', '4-broken.failed']);
  expect(told.join()).not.toMatch(/ann|No such mailbox/);
});

test('without a mail server the newest 500 letters are kept', async () => {
  await using outbox = await outboxFolder();
  for (let count = 0; count < 505; count++) await writeFile(join(outbox.folder, `2020-${String(count).padStart(4, '0')}.json`), '{}');
  const mail = createMail({ outbox: outbox.folder, from, print: () => {} });
  await mail.send(letter);
  const names = (await readdir(outbox.folder)).toSorted();
  expect(names).toHaveLength(500);
  expect(names[0]).toBe('2020-0006.json');
  expect(await readFile(join(outbox.folder, names.at(-1)!), 'utf8')).toContain('ann@city.example');
  await mail.close();
});

test('where the outbox cannot be written, sending says so', async () => {
  await using outbox = await outboxFolder();
  const mail = createMail({ outbox: outbox.folder, from, print: never });
  await rm(outbox.folder, { recursive: true });
  await expect(mail.send(letter)).rejects.toThrow('ENOENT');
  await mail.close();
  await writeFile(outbox.folder, '');
});
