import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { schemas } from '../../../src/content-model/collections.ts';
import { fixtureFiles } from '../../../src/fixture-city/fixture-city.ts';
import { Refusal } from '../refusal.ts';
import { takePicture, type TakenPicture } from './take-picture.ts';

const drawn = (width: number, height: number, background: string | object = '#a03020') =>
  sharp({ create: { width, height, channels: 3, background: background as string }, limitInputPixels: false });
/** A photo as a camera makes it: no two points alike. */
const photo = (width = 400, height = 300): Sharp =>
  sharp(Buffer.from(Array.from({ length: width * height * 3 }, (_, at) => ((at * at * 31 + at * 17) % 65_521) >> 8)), {
    raw: { width, height, channels: 3 },
  });
const svg = (text: string) => Buffer.from(text);

/** The reason for which a picture is refused. */
async function refused(bytes: Buffer, name = 'holiday.jpg'): Promise<unknown> {
  const problem = await takePicture(bytes, name).catch((thrown: unknown) => thrown);
  expect(problem).toBeInstanceOf(Refusal);
  const { status, key, values } = problem as Refusal;
  expect([status, key, values['name']]).toEqual([422, 'cms.refused.picture', name]);
  return values['reason'];
}

const pixelAt = async ({ bytes }: TakenPicture, left: number, top: number) =>
  [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())].slice(0, 3);

test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a photo in %s is taken, whatever its name says, and becomes a JPEG', async (format) => {
  const taken = await takePicture(await photo().toFormat(format).toBuffer(), 'page.html');
  expect(taken).toMatchObject({ name: expect.stringMatching(/^[0-9a-f]{20}\.jpg$/), width: 400, height: 300 });
  expect(taken.hash.startsWith(taken.name.slice(0, 20))).toBe(true);
  const { format: written, width, height } = await sharp(taken.bytes).metadata();
  expect([written, width, height]).toEqual(['jpeg', 400, 300]);
});

test('its name is one that an entry can have, and the same picture has the same name', async () => {
  const bytes = await photo().jpeg().toBuffer();
  const [{ name: file }, again] = [await takePicture(bytes, 'a.jpg'), await takePicture(bytes, 'b.jpg')];
  expect(again.name).toBe(file);
  expect(schemas.original.stories.shape.picture.safeParse({ file, alt: '', credit: 'A', licence: 'CC0' }).success).toBe(true);
});

test('where it was made, with what and by whom is gone', async () => {
  const exif = { IFD0: { Artist: 'Somebody', Make: 'Camera-4711' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 1/1' } };
  for (const format of ['jpeg', 'webp', 'png'] as const) {
    const sent = await photo().withExif(exif).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Camera-4711</x:xmpmeta>').toFormat(format).toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { bytes } = await takePicture(sent, 'a.jpg');
    const { exif: left, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
    expect([left, xmp, iptc, icc, orientation, comments]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    expect(bytes.toString('latin1')).not.toMatch(/Somebody|Camera-4711|GPS/);
  }
});

test('it is turned upright as its EXIF says', async () => {
  const halves = svg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="200" height="200" fill="#f00"/><rect x="200" width="200" height="200" fill="#00f"/></svg>',
  );
  const sent = await sharp(halves).jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer();
  const taken = await takePicture(sent, 'a.jpg');
  expect([taken.width, taken.height]).toEqual([200, 400]);
  const [top, bottom] = [await pixelAt(taken, 100, 50), await pixelAt(taken, 100, 350)];
  expect(top[0]! > top[2]!).toBe(true);
  expect(bottom[2]! > bottom[0]!).toBe(true);
});

test('colours of a wide-gamut screen and of print become those of sRGB', async () => {
  // The reddest red of Display P3 is stored as 255,0,0 there, and is outside sRGB; a middle one moves visibly.
  const wide = await drawn(60, 60, { r: 200, g: 80, b: 80 }).png().toBuffer();
  const inP3 = await sharp(wide).withIccProfile('p3').png().toBuffer();
  expect((await sharp(inP3).metadata()).icc).toBeDefined();
  const back = await pixelAt(await takePicture(inP3, 'a.png'), 30, 30);
  expect(back.map((value, channel) => Math.abs(value - [200, 80, 80][channel]!)).every((difference) => difference <= 3)).toBe(true);
  const print = await photo().toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(print).metadata()).space).toBe('cmyk');
  expect((await sharp((await takePicture(print, 'a.jpg')).bytes).metadata()).space).toBe('srgb');
});

test('the long side has at most 2560 pixels, and nothing is enlarged', async () => {
  const sizes = await Promise.all(
    [photo(3000, 1000), photo(1000, 3000), photo(20, 10)].map(async (picture) => takePicture(await picture.jpeg().toBuffer(), 'a.jpg')),
  );
  expect(sizes.map(({ width, height }) => [width, height])).toEqual([
    [2560, 853],
    [853, 2560],
    [20, 10],
  ]);
});

test('what is partly transparent stays so; a drawing of few colours loses nothing', async () => {
  const glass = await photo().ensureAlpha(0.5).png().toBuffer();
  const taken = await takePicture(glass, 'a.png');
  expect([taken.name.endsWith('.webp'), (await sharp(taken.bytes).metadata()).hasAlpha]).toEqual([true, true]);
  const flat = await drawn(90, 120, '#0a7d43').png().toBuffer();
  const drawing = await takePicture(flat, 'a.png');
  expect(drawing.name.endsWith('.webp')).toBe(true);
  expect((await sharp(drawing.bytes).raw().toBuffer()).equals(await sharp(flat).raw().toBuffer())).toBe(true);
});

test('of an animation the first picture is taken', async () => {
  const frames = Buffer.concat([await photo(50, 50).raw().toBuffer(), await drawn(50, 50, '#00ff00').raw().toBuffer()]);
  const moving = await sharp(frames, { raw: { width: 50, height: 100, channels: 3, pageHeight: 50 } })
    .webp({ delay: [100, 100], loop: 0 })
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const { bytes, height } = await takePicture(moving, 'a.webp');
  expect([height, (await sharp(bytes).metadata()).pages ?? 1]).toEqual([50, 1]);
});

test('sixteen bits a channel, one channel and a palette are read too', async () => {
  for (const bytes of [
    await photo().toColourspace('rgb16').png().toBuffer(),
    await photo().toColourspace('b-w').png().toBuffer(),
    await photo().png({ palette: true }).toBuffer(),
    await photo().toColourspace('b-w').jpeg().toBuffer(),
    await photo().jpeg({ progressive: true }).toBuffer(),
  ]) {
    const { bytes: written } = await takePicture(bytes, 'a');
    expect((await sharp(written).metadata()).width).toBe(400);
  }
});

/** The pictures of the table of what bad input gets, and their like. */
const bad: Record<string, [reason: string, bytes: () => Promise<Buffer> | Buffer]> = {
  'a PNG of 144 megapixels': ['cms.picture.points', () => drawn(12_000, 12_000, '#fff').png({ compressionLevel: 9 }).toBuffer()],
  'a WebP of 100 megapixels': ['cms.picture.points', () => drawn(10_000, 10_000, '#fff').webp({ effort: 0 }).toBuffer()],
  'an interlaced PNG of 36 megapixels': ['cms.picture.points', () => drawn(6000, 6000, '#fff').png({ progressive: true }).toBuffer()],
  'a drawing': [
    'cms.picture.drawing',
    () => svg('<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  'a JPEG that was cut off': ['cms.picture.cut', async () => (await photo(1000, 1000).jpeg().toBuffer()).subarray(0, 30_000)],
  'a PNG that was cut off': ['cms.picture.cut', async () => (await photo(1000, 1000).png().toBuffer()).subarray(0, 30_000)],
  'a WebP that was cut off': ['cms.picture.cut', async () => (await photo(1000, 1000).webp().toBuffer()).subarray(0, 30_000)],
  'an AVIF that was cut off': ['cms.picture.broken', async () => (await photo(1000, 1000).avif({ effort: 0 }).toBuffer()).subarray(0, 5_000)],
  'a JPEG whose middle was cut out': [
    'cms.picture.broken',
    async () => {
      const whole = await photo(1000, 1000).jpeg().toBuffer();
      return Buffer.concat([whole.subarray(0, 30_000), whole.subarray(-2)]);
    },
  ],
  'a PNG with a changed byte': [
    'cms.picture.broken',
    async () => {
      const whole = await photo(1000, 1000).png().toBuffer();
      whole[40_000]! ^= 0xff;
      return whole;
    },
  ],
  'HTML called .jpg': ['cms.picture.kind', () => Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>')],
  'HTML behind the first bytes of a JPEG': [
    'cms.picture.cut',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<html><script>alert(1)</script></html>')]),
  ],
  '20 MB of chance': ['cms.picture.kind', () => randomBytes(20_000_000)],
  '20 MB of chance behind the first bytes of a PNG': [
    'cms.picture.broken',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('IEND'), randomBytes(19_999_000)]),
  ],
  '21 MB': ['cms.picture.large', () => Buffer.alloc(21_000_000, 0xff)],
  'a photo of a telephone in HEIC': [
    'cms.picture.heic',
    () => Buffer.concat([Buffer.from('0000001c', 'hex'), Buffer.from('ftypheic\0\0\0\0mif1heicmiaf'), randomBytes(500)]),
  ],
  'a GIF': ['cms.picture.kind', () => drawn(20, 20).gif().toBuffer()],
  'a TIFF': ['cms.picture.kind', () => drawn(20, 20).tiff().toBuffer()],
  'a PDF': ['cms.picture.kind', () => Buffer.from('%PDF-1.7\n')],
  nothing: ['cms.picture.kind', () => Buffer.alloc(0)],
};

test.each(Object.entries(bad))('%s is refused within 2 s, and memory grows by less than 300 MB', async (_, [reason, make]) => {
  const bytes = await make();
  const before = process.memoryUsage.rss();
  const started = performance.now();
  expect(await refused(bytes)).toBe(reason);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(process.memoryUsage.rss() - before).toBeLessThan(300_000_000);
});

test('ten photos at once are taken one after the other, and a broken one among them does not stop the others', async () => {
  const sent = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      photo(500 + at, 400)
        .jpeg()
        .toBuffer(),
    ),
  );
  sent[4] = sent[4]!.subarray(0, 9_000);
  const taken = await Promise.allSettled(sent.map((bytes, at) => takePicture(bytes, `${at}.jpg`)));
  expect(taken.map(({ status }) => status)).toEqual(sent.map((_, at) => (at === 4 ? 'rejected' : 'fulfilled')));
});

test('where more than 100 MB wait, one is asked to come back later', async () => {
  const large = Buffer.concat([await photo().jpeg().toBuffer(), Buffer.alloc(19_000_000)]);
  const answers = await Promise.allSettled(Array.from({ length: 7 }, () => takePicture(large, 'a.jpg')));
  const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as Refusal).status] : []));
  expect(refusals).toContain(503);
});

test('a picture of the fixture city comes through', async () => {
  const taken = await takePicture((await fixtureFiles()).get('media/places/harbour.jpg') as Buffer, 'harbour.jpg');
  expect(taken.name).toMatch(/\.(?:jpg|webp)$/);
});
