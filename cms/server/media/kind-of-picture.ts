/** What bytes are, by how they begin; the name of a file says nothing about it. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'drawing' | 'animation' | 'other';

/** Kinds that are taken, as the decoder calls them. */
export const takenKinds = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' } as const;
export type TakenKind = keyof typeof takenKinds;
export const isTaken = (kind: PictureKind): kind is TakenKind => Object.hasOwn(takenKinds, kind);

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Looked at before any decoder is, so that none but the four that are wanted ever sees what somebody sent. */
export function kindOfPicture(bytes: Buffer): PictureKind {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (bytes.subarray(0, 8).equals(png)) return 'png';
  const four = (at: number) => bytes.toString('latin1', at, at + 4);
  if (four(0) === 'RIFF' && four(8) === 'WEBP') return 'webp';
  if (four(4) === 'ftyp') return kindOfContainer(bytes);
  if (four(0) === 'GIF8') return 'animation';
  return /^\uFEFF?\s*<(?:[^>]*>\s*<)*svg[\s>]/i.test(bytes.toString('utf8', 0, 2000)) ? 'drawing' : 'other';
}

/** Photos of telephones and AVIF share a container, which lists what it is compatible with. */
function kindOfContainer(bytes: Buffer): PictureKind {
  const length = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands = bytes.toString('latin1', 8, length);
  if (/avi[fs]/.test(brands)) return 'avif';
  return /hei[cxms]|hev[cx]|mif1|msf1/.test(brands) ? 'heic' : 'other';
}
