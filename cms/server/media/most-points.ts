import type { Metadata } from 'sharp';
import { maxPixels } from '../../../src/graph/read-picture.ts';

/** Bytes that opening one picture may take. The process around it has other things to do. */
const memory = 240_000_000;

/**
 * How many points a picture may have. Most kinds are read line by line and need little memory however large they are; three are not, and take
 * (measured with sharp 0.35.5, for 8 bits a channel and for more) 19 and 26 bytes a point as AVIF, 8 and 12 where it is interlaced, progressive or to be turned.
 */
export function mostPoints({ format, isProgressive, orientation = 1, depth }: Metadata): number {
  const deep = depth !== 'uchar';
  // A JPEG is made smaller while it is read, and turned afterwards.
  const whole = isProgressive || (orientation > 1 && format !== 'jpeg');
  const bytes = format === 'heif' ? (deep ? 28 : 20) : whole ? (deep ? 12 : 8) : 0;
  return bytes === 0 ? maxPixels : Math.min(maxPixels, Math.floor(memory / bytes));
}
