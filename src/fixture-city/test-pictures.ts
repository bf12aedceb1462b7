import sharp from 'sharp';

/** Small pictures of several sizes and kinds for edits to choose from; the last is cut off in the middle. */
export async function testPictures(): Promise<{ ending: string; bytes: Buffer }[]> {
  const drawn = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } });
  const wide = await drawn(700, 300, '#a03020').jpeg().toBuffer();
  return [
    { ending: 'jpg', bytes: await drawn(500, 500, '#13409f').jpeg().toBuffer() },
    { ending: 'jpg', bytes: wide },
    { ending: 'png', bytes: await drawn(90, 120, '#0a7d43').png().toBuffer() },
    { ending: 'webp', bytes: await drawn(320, 200, '#6b3fc0').webp().toBuffer() },
    { ending: 'jpg', bytes: wide.subarray(0, wide.length / 2) },
  ];
}
