import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './accept.ts';
import type { SiteFile } from './site-file.ts';

/** The bytes to send and their strong validator: a hash of the content and how it is packed, the same in every release that has the same file. */
export interface Body {
  etag: string;
  bytes: Buffer;
}

const pack: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  identity: async (bytes) => bytes,
};

/**
 * Reads files and keeps what was sent lately, packed, so that a busy page is read and compressed once. At most `limit` bytes are kept; the
 * longest unused go first.
 */
export function createBodyCache(limit = 64 * 1024 * 1024) {
  const kept = new Map<string, { body: Promise<Body>; size: number }>();
  let total = 0;

  const forget = (key: string) => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };

  const read = async (file: SiteFile, encoding: Encoding): Promise<Body> => {
    const content = await readFile(file.path);
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 27);
    return { etag: encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`, bytes: await pack[encoding](content) };
  };

  return function bodyOf(file: SiteFile, encoding: Encoding): Promise<Body> {
    const key = `${file.identity}:${encoding}`;
    const known = kept.get(key);
    if (known) {
      kept.delete(key);
      kept.set(key, known);
      return known.body;
    }
    const body = read(file, encoding);
    // Counted as unpacked: known at once, and never too little.
    if (file.size > limit / 8) return body;
    kept.set(key, { body, size: file.size });
    total += file.size;
    for (const oldest of kept.keys()) {
      if (total <= limit) break;
      forget(oldest);
    }
    body.catch(() => forget(key));
    return body;
  };
}
