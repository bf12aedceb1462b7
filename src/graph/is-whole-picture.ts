/**
 * Whether a picture file goes on to its own end: one that was cut off while it was copied has a sound header and fails only when it is opened,
 * which costs a second for a large one. Looks at the frame of the file alone (PNG, JPEG, WebP); other kinds pass.
 */
export function isWholePicture(bytes: Buffer): boolean {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return bytes.includes('IEND');
  // Within compressed data JPEG writes every FF as FF 00, so the last start of a scan is a real one.
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) > bytes.lastIndexOf(Buffer.of(0xff, 0xda));
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF') return bytes.length >= 8 && bytes.length >= bytes.readUInt32LE(4) + 8;
  return true;
}
