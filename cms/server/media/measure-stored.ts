import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { MediaFile } from '../../../src/graph/content-source.ts';

/** Stored pictures are named by what they hold, so what was measured once stays true. */
const known = new Map<string, MediaFile>();
const most = 10_000;

/** Size and hash of a picture that this server wrote. */
export async function measureStored(name: string, bytes: Buffer): Promise<MediaFile> {
  const there = known.get(name);
  if (there) return there;
  const { width, height } = await sharp(bytes).metadata();
  const made = { hash: createHash('sha256').update(bytes).digest('hex'), width, height };
  if (known.size >= most) known.clear();
  known.set(name, made);
  return made;
}
