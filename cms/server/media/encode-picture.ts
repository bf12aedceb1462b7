import sharp, { type Sharp } from 'sharp';

export interface EncodedPicture {
  bytes: Buffer;
  ending: 'jpg' | 'webp';
  width: number;
  height: number;
}

/** A drawing or screenshot has few colours, and their edges would blur in a JPEG. */
const fewColours = 256;
const quality = 82;

/**
 * Writes a picture anew from its points alone: upright, in sRGB, its long side at most so many pixels, 8 bits a channel.
 * Photos become JPEG; what is partly transparent becomes WebP; what has few colours becomes WebP without loss.
 */
export async function encodePicture(opened: Sharp, { longSide, patience }: { longSide: number; patience: number }): Promise<EncodedPicture> {
  const { data, info } = await opened
    .timeout({ seconds: patience })
    .autoOrient()
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const points = sharp(data, { raw: { width, height, channels: info.channels } }).timeout({ seconds: patience });
  const seen = look(data, info.channels);
  const solid = seen.transparent ? points : points.removeAlpha();
  const written =
    seen.colours <= fewColours
      ? { ending: 'webp' as const, bytes: await solid.webp({ lossless: true }).toBuffer() }
      : seen.transparent
        ? { ending: 'webp' as const, bytes: await solid.webp({ quality }).toBuffer() }
        : { ending: 'jpg' as const, bytes: await solid.jpeg({ quality, mozjpeg: true }).toBuffer() };
  return { ...written, width, height };
}

/** How many colours there are, counted as long as they are few, and whether anything shines through. */
function look(data: Buffer, channels: number): { colours: number; transparent: boolean } {
  const hasAlpha = channels === 2 || channels === 4;
  const colours = new Set<number>();
  let transparent = false;
  for (let at = 0; at < data.length; at += channels) {
    if (colours.size <= fewColours) {
      let colour = 0;
      for (let channel = 0; channel < channels; channel++) colour = colour * 256 + data[at + channel]!;
      colours.add(colour);
    } else if (!hasAlpha || transparent) break;
    if (hasAlpha && data[at + channels - 1]! < 255) transparent = true;
  }
  return { colours: colours.size, transparent };
}
