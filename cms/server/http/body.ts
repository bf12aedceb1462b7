import { Refusal } from '../refusal.ts';
import { isDeeperThan } from './json-depth.ts';

/** Pictures come as base64 in the JSON of a save: 20 MB of them make 27. */
const mostOfApi = 30 * 1024 * 1024;
/** A form of these pages, or what a passkey says. */
export const mostOfForm = 64 * 1024;
/** No request of the protocol nests deeper than ten. */
const deepest = 32;

const sizeInWords = (bytes: number) => (bytes >= 1024 * 1024 ? `${Math.round(bytes / (1024 * 1024))} MB` : `${Math.round(bytes / 1024)} KB`);
const tooLarge = (most: number) => new Refusal(413, 'cms.refused.size', { values: { most: sizeInWords(most) } });

/** The body of a request, read while it is counted: one that is too large is refused as soon as that is known, whatever it said of its length. */
export async function readBody(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  if (!request.body) return Buffer.alloc(0);
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(parts, size);
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    parts.push(value);
  }
}

const mediaType = (request: Request) => request.headers.get('content-type')?.split(';')[0]!.trim().toLowerCase();

/** Throws 415 unless the request says it is of this type. A form of another site can be of three types, and JSON is none of them. */
export function requireType(request: Request, type: 'application/json' | 'application/x-www-form-urlencoded'): void {
  if (mediaType(request) !== type) throw new Refusal(415, 'cms.refused.json');
}

/** The JSON of a request: well-formed UTF-8, not nested too deep. */
export async function readJson(request: Request): Promise<unknown> {
  const body = await readBody(request, mostOfApi);
  if (isDeeperThan(body, deepest)) throw new Refusal(422, 'cms.refused.json');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch (cause) {
    throw new Refusal(400, 'cms.refused.json', { cause });
  }
}
