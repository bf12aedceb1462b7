import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { MediaFile } from './content-source.ts';
import { isWholePicture } from './is-whole-picture.ts';

/** More than a 40-megapixel camera gives; a file of 446 KB can hold 144 megapixels and take the machine down when it is opened. */
export const maxPixels = 50_000_000;
export const maxBytes = 20_000_000;

/** Size and hash of a picture; what is wrong with it is told, not thrown. Only the header is read, so a bomb costs nothing. */
export async function measurePicture(path: string): Promise<MediaFile> {
  const bytes = await readFile(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const unusable = (problem: string): MediaFile => ({ hash, width: 0, height: 0, problem });
  if (bytes.length > maxBytes) return unusable(`it has ${Math.round(bytes.length / 1_000_000)} MB; at most ${maxBytes / 1_000_000} MB are allowed`);
  if (path.endsWith('.svg')) {
    const text = bytes.toString('utf8');
    const harmful = /<!ENTITY|<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/(?:png|jpeg|webp);)/i.exec(text);
    if (harmful) return unusable(`the drawing holds "${harmful[0].trim().slice(0, 40)}", which a picture must not have`);
  }
  if (!isWholePicture(bytes)) return unusable('its end is missing');
  try {
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: maxPixels }).metadata();
    if (!width || !height) return unusable('its size cannot be read');
    if (width * height > maxPixels)
      return unusable(`it has ${Math.round((width * height) / 1_000_000)} megapixels; at most ${maxPixels / 1_000_000} are allowed`);
    return { hash, width: autoOrient.width ?? width, height: autoOrient.height ?? height };
  } catch (problem) {
    const text = String(problem instanceof Error ? problem.message : problem);
    if (/pixel limit/i.test(text)) return unusable(`it has more than ${maxPixels / 1_000_000} megapixels`);
    return unusable('it is broken, or not a picture');
  }
}
