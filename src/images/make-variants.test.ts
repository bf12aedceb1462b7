import { mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFor, variantsOf, type Recipe } from '../views/pictures.ts';
import { makeVariants } from './make-variants.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-images-'));
  await mkdir(join(folder, 'media'));
  const halves = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="400" height="400" fill="#ff0000"/><rect x="400" width="400" height="400" fill="#0000ff"/></svg>`;
  await writeFile(join(folder, 'media/halves.png'), await sharp(Buffer.from(halves)).png().toBuffer());
  await writeFile(join(folder, 'media/halves.svg'), halves);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const size = { width: 800, height: 400 };
async function made(
  recipe: Recipe,
  { file = 'halves.png', focal, cache = 'cache' }: { file?: string; focal?: [number, number]; cache?: string } = {},
) {
  const graph = { media: new Map([[file, { hash: 'a'.repeat(64), ...size }]]) };
  const { view, use } = pictureFor(graph, { file, alt: '', ...(focal ? { focal } : {}) }, recipe)!;
  const variants = await makeVariants(use, { media: join(folder, 'media'), cache: join(folder, cache), size });
  return {
    view,
    variants,
    sizes: await Promise.all(variants.map(async ({ path }) => (({ width, height }) => [width, height])(await sharp(path).metadata()))),
  };
}
/** The colour in the middle of a picture. */
async function middle(path: string): Promise<'red' | 'blue'> {
  const { dominant } = await sharp(
    await sharp(path).resize(3, 3, { fit: 'fill' }).extract({ left: 1, top: 1, width: 1, height: 1 }).png().toBuffer(),
  ).stats();
  return dominant.r > dominant.b ? 'red' : 'blue';
}

test('every width of a recipe that the picture is large enough for is made, and the page is told the same', async () => {
  const { view, variants, sizes } = await made('portrait');
  expect(sizes).toEqual([
    [160, 160],
    [320, 320],
  ]);
  expect(view).toMatchObject({
    src: variants[1]!.address,
    width: 320,
    height: 320,
    srcset: `${variants[0]!.address} 160w, ${variants[1]!.address} 320w`,
  });
});

test('a picture is never enlarged, not even by its crop; a drawing scales', async () => {
  expect((await made('figure')).sizes).toEqual([[480, 240]]);
  expect((await made('share')).sizes).toEqual([[761, 400]]);
  expect((await made('share', { file: 'halves.svg' })).sizes).toEqual([[1200, 630]]);
  for (const [width, height] of [
    [10, 10],
    [100, 2000],
    [3000, 100],
    [1, 1],
  ] as const)
    for (const recipe of ['portrait', 'face', 'figure', 'share'] as const)
      for (const variant of variantsOf(recipe, { width, height }, false)) {
        expect(variant.width).toBeLessThanOrEqual(width);
        expect(variant.height).toBeLessThanOrEqual(height + 1);
        expect(Math.min(variant.width, variant.height)).toBeGreaterThanOrEqual(1);
      }
});

test('what matters in the picture stays in view', async () => {
  const left = await made('portrait', { focal: [0, 0.5] });
  const right = await made('portrait', { focal: [1, 0.5] });
  expect(await middle(left.variants[0]!.path)).toBe('red');
  expect(await middle(right.variants[0]!.path)).toBe('blue');
  expect(left.view.src).not.toBe(right.view.src);
});

test('two focal points with one address are cropped alike', async () => {
  const [a, b] = [await made('portrait', { focal: [0.501, 0.5], cache: 'a' }), await made('portrait', { focal: [0.504, 0.5], cache: 'b' })];
  expect(a.view.src).toBe(b.view.src);
  expect((await readFile(a.variants[0]!.path)).equals(await readFile(b.variants[0]!.path))).toBe(true);
});

test('the same picture gives the same bytes, and a made one is not made again', async () => {
  const first = await made('figure', { cache: 'one' });
  const second = await made('figure', { cache: 'two' });
  expect((await readFile(first.variants[0]!.path)).equals(await readFile(second.variants[0]!.path))).toBe(true);
  const { mtimeNs } = await stat(first.variants[0]!.path, { bigint: true });
  await made('figure', { cache: 'one' });
  expect((await stat(first.variants[0]!.path, { bigint: true })).mtimeNs).toBe(mtimeNs);
  expect((await readdir(join(folder, 'one/media'))).every((name) => /\.(webp|jpg)$/.test(name))).toBe(true);
});

test('nothing is shown where the file is missing or cannot be used', () => {
  expect(pictureFor({ media: new Map() }, { file: 'gone.png', alt: '' }, 'face')).toBeUndefined();
  expect(
    pictureFor({ media: new Map([['x.png', { hash: '', width: 0, height: 0, problem: 'broken' }]]) }, { file: 'x.png', alt: '' }, 'face'),
  ).toBeUndefined();
});
