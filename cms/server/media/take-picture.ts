import { createHash } from 'node:crypto';
import sharp, { type Metadata } from 'sharp';
import { isWholePicture } from '../../../src/graph/is-whole-picture.ts';
import { maxBytes, maxPixels } from '../../../src/graph/read-picture.ts';
import type { MediaFile } from '../../../src/graph/content-source.ts';
import { Refusal } from '../refusal.ts';
import type { StorableMedia } from '../store/store.ts';
import { encodePicture } from './encode-picture.ts';
import { isTaken, kindOfPicture, takenKinds, type PictureKind } from './kind-of-picture.ts';
import { mostPoints } from './most-points.ts';
import { refusePicture, type PictureReason } from './refuse-picture.ts';

/** A picture as it is stored, with what a check of the content wants to know of it. */
export interface TakenPicture extends StorableMedia, MediaFile {}

/** The long side in pixels: twice what the widest page shows. */
const longSide = 2560;
/** Seconds; a large photo takes three. */
const patience = 30;
/** Bytes that may wait for their turn. */
const mostWaiting = 100_000_000;

const otherReasons: Partial<Record<PictureKind, PictureReason>> = { heic: 'cms.picture.heic', drawing: 'cms.picture.drawing' };
const inMillions = (number: number) => Math.round(number / 1_000_000);

/** Decoded pixels that the library keeps for a next time, which never comes. */
sharp.cache(false);

/**
 * Takes a picture in: whatever was sent, what is stored is a new picture that this server wrote, with nothing of the old one but its points. Where it
 * was made (GPS), with what and by whom is gone. One at a time, so that memory stays small however many are sent at once.
 * Throws a `Refusal`: 422 with the reason, or 503 where too many wait.
 * @param bytes at most 20 MB of JPEG, PNG, WebP or AVIF with at most 50 megapixels (`most-points.ts`); of an animation the first picture is taken
 * @param givenName what it is called by whoever sent it, only to speak of it
 */
export async function takePicture(bytes: Buffer, givenName: string): Promise<TakenPicture> {
  if (bytes.length > maxBytes) throw refusePicture(givenName, 'cms.picture.large', { most: inMillions(maxBytes), has: inMillions(bytes.length) });
  const kind = kindOfPicture(bytes);
  if (!isTaken(kind)) throw refusePicture(givenName, otherReasons[kind] ?? 'cms.picture.kind');
  if (!isWholePicture(bytes)) throw refusePicture(givenName, 'cms.picture.cut');
  if (waiting + bytes.length > mostWaiting) throw new Refusal(503, 'cms.refused.busy');
  return inTurn(bytes.length, async () => {
    try {
      const metadata = await opened(bytes).metadata();
      if (metadata.format !== takenKinds[kind]) throw new Error(`${kind} was read as ${metadata.format}`);
      refuseManyPoints(metadata, givenName);
      return named(await encodePicture(opened(bytes), { longSide, patience }));
    } catch (problem) {
      if (problem instanceof Refusal) throw problem;
      const tooMany = problem instanceof Error && /pixel limit/i.test(problem.message);
      throw refusePicture(givenName, tooMany ? 'cms.picture.points' : 'cms.picture.broken', { most: inMillions(maxPixels) }, problem);
    }
  });
}

/** A JPEG with a piece missing in its middle is only warned of, and would be grey from there on. */
const opened = (bytes: Buffer) => sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning' });

function refuseManyPoints(metadata: Metadata, name: string): void {
  const most = mostPoints(metadata);
  if (metadata.width * metadata.height > most) throw refusePicture(name, 'cms.picture.points', { most: inMillions(most) });
}

function named({ bytes, ending, width, height }: Awaited<ReturnType<typeof encodePicture>>): TakenPicture {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { name: `${hash.slice(0, 20)}.${ending}`, bytes, hash, width, height };
}

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Runs after all that were asked for before. */
async function inTurn<T>(size: number, work: () => Promise<T>): Promise<T> {
  waiting += size;
  const mine = last.then(work, work).finally(() => {
    waiting -= size;
  });
  last = mine.catch(() => undefined);
  return mine;
}
