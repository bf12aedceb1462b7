import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtureSource, writeFixtureCity } from '../fixture-city/fixture-city.ts';
import { readContent } from './read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A PNG of one colour: a few hundred kilobytes, whatever its size in pixels. */
function flatPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width * 3 + 1) * height), { level: 9 });
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

async function measured(name: string, bytes: Buffer | string) {
  await mkdir(join(folder, 'pictures/media'), { recursive: true });
  await writeFile(join(folder, 'pictures/media', name), bytes);
  return (await readContent(join(folder, 'pictures'))).media.get(name);
}

test('the fixture city on disk reads as the fixture city in memory', async () => {
  await writeFixtureCity(join(folder, 'city'));
  const read = await readContent(join(folder, 'city'));
  const source = await fixtureSource();
  expect(Object.fromEntries(read.texts)).toEqual(Object.fromEntries(source.texts));
  expect(Object.fromEntries(read.media)).toEqual(Object.fromEntries(source.media));
  expect([...read.media]).toMatchObject([
    ['places/harbour.jpg', { width: 640, height: 400 }],
    ['portraits/amal.svg', { width: 80, height: 80 }],
    ['portraits/ike.svg', { width: 80, height: 80 }],
  ]);
});

test('a folder that is not there is empty', async () => {
  expect(await readContent(join(folder, 'nowhere'))).toEqual({ texts: new Map(), media: new Map() });
});

test('144 megapixels in 446 KB are named and refused within two seconds', async () => {
  const bomb = flatPng(12_000, 12_000);
  expect(Math.round(bomb.length / 1000)).toBeLessThan(450);
  const started = performance.now();
  expect(await measured('bomb.png', bomb)).toMatchObject({ problem: expect.stringMatching(/megapixels/) as string });
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each([
  ['empty.png', Buffer.alloc(0), 'it is broken, or not a picture'],
  ['text.jpg', 'a text', 'it is broken, or not a picture'],
  [
    'script.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x</script></svg>',
    'the drawing holds "<script", which a picture must not have',
  ],
  [
    'handler.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="x"/>',
    'the drawing holds "onload=", which a picture must not have',
  ],
  [
    'elsewhere.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="http://e.example/x.png"/></svg>',
    'the drawing holds "href="", which a picture must not have',
  ],
])('%s cannot be used, and why is told', async (name, bytes, problem) => {
  expect(await measured(name, bytes)).toMatchObject({ problem, width: 0, height: 0 });
});

test.each(['png', 'jpeg', 'webp'] as const)('a %s that was cut off has no end', async (format) => {
  const noise = Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, at) => (at * 7919 + (at >> 3) * 104729) & 255));
  const whole = await sharp(noise, { raw: { width: 200, height: 200, channels: 3 } })
    .toFormat(format)
    .toBuffer();
  expect(await measured(`whole.${format}`, whole)).toMatchObject({ width: 200, height: 200 });
  expect(await measured(`cut.${format}`, whole.subarray(0, Math.floor(whole.length * 0.7)))).toMatchObject({
    problem: expect.stringMatching(/its end is missing|broken/) as string,
  });
});

test('a picture that lies on its side is measured as it is seen', async () => {
  const turned = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#ffffff' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(await measured('turned.jpg', turned)).toMatchObject({ width: 20, height: 40 });
});
