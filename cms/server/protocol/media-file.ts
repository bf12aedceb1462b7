import { createHash } from 'node:crypto';
import { mediaPath } from './paths.ts';

/** A picture as Decap gets it. */
export interface ServedMedia {
  id: string;
  name: string;
  path: string;
  encoding: 'base64';
  content: string;
  size: number;
}

export const servedMedia = (name: string, bytes: Buffer): ServedMedia => ({
  id: createHash('sha256').update(bytes).digest('hex'),
  name: name.slice(name.lastIndexOf('/') + 1),
  path: mediaPath(name),
  encoding: 'base64',
  content: bytes.toString('base64'),
  size: bytes.length,
});
