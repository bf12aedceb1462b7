import { existsSync } from 'node:fs';
import { mkdir, rename, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { recipes, variantPath, variantsOf, type PictureUse } from '../views/pictures.ts';
import { maxPixels } from '../graph/read-picture.ts';

/**
 * Makes every variant of a picture that is not in the cache yet, and gives their addresses with where they lie.
 * @param use one picture in one recipe
 * @param size of the picture itself, in pixels
 */
export async function makeVariants(
  use: PictureUse,
  { media, cache, size }: { media: string; cache: string; size: { width: number; height: number } },
): Promise<{ address: string; path: string }[]> {
  const { format, quality } = recipes[use.recipe];
  const variants = variantsOf(use.recipe, size, use.file.endsWith('.svg')).map((variant) => {
    const address = variantPath(use, variant.width);
    return { ...variant, address, path: join(cache, address) };
  });
  const missing = variants.filter(({ path }) => !existsSync(path));
  if (missing.length > 0) {
    const bytes = await readFile(join(media, use.file));
    for (const { width, height, path } of missing) {
      await mkdir(dirname(path), { recursive: true });
      const drawing = use.file.endsWith('.svg');
      const density = drawing ? Math.min(2400, Math.max(72, Math.ceil((72 * Math.max(width / size.width, height / size.height)) / 1))) : 72;
      const opened = sharp(bytes, { limitInputPixels: maxPixels, density }).autoOrient().flatten({ background: '#ffffff' });
      const sized = drawing
        ? opened.resize(width, height, { fit: 'contain', background: '#ffffff' })
        : opened.extract(cropOf(size, width / height, use.focal)).resize(width, height, { fit: 'fill' });
      const written = format === 'jpeg' ? sized.jpeg({ quality, mozjpeg: true }) : sized.webp({ quality, effort: 5 });
      const temporary = `${path}.${process.pid}`;
      await written.toFile(temporary);
      await rename(temporary, path);
    }
  }
  return variants.map(({ address, path }) => ({ address, path }));
}

/** The largest part of a picture with the wanted shape, as near to the focal point as it fits. */
function cropOf(
  size: { width: number; height: number },
  ratio: number,
  focal: [number, number] = [0.5, 0.5],
): { left: number; top: number; width: number; height: number } {
  const width = Math.min(size.width, Math.max(1, Math.round(size.height * ratio)));
  const height = Math.min(size.height, Math.max(1, Math.round(size.width / ratio)));
  const place = (length: number, part: number, at: number) => Math.min(length - part, Math.max(0, Math.round(length * at - part / 2)));
  return { left: place(size.width, width, focal[0]), top: place(size.height, height, focal[1]), width, height };
}
