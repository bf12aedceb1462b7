import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of a release: where it is on the disk, its address from the root of the site, and what tells one state of it from another. */
export interface SiteFile {
  path: string;
  address: string;
  size: number;
  identity: string;
}

const absent = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES', 'EINVAL'];

/** Whether an error of the file system says that there is nothing to read at that path. */
export const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && absent.includes(String(error.code));

/** The file, `'folder'`, or nothing: where nothing is, or where a link leads out of the release. */
export async function findFile(release: string, segments: readonly string[]): Promise<SiteFile | 'folder' | undefined> {
  try {
    const path = await realpath(join(release, ...segments));
    if (path !== release && !path.startsWith(release + sep)) return undefined;
    const found = await stat(path, { bigint: true });
    if (found.isDirectory()) return 'folder';
    if (!found.isFile()) return undefined;
    // The time of change as well: a builder may set the time of modification, and an inode number is given out again.
    const identity = `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}:${found.ctimeNs}`;
    return { path, address: `/${segments.join('/')}`, size: Number(found.size), identity };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

const text = (type: string) => ({ type: `${type}; charset=utf-8`, compressible: true });
const packed = (type: string) => ({ type, compressible: false });

/** Types by ending. Pagefind's own files are compressed already. */
const types: Record<string, { type: string; compressible: boolean }> = {
  '.html': text('text/html'),
  '.css': text('text/css'),
  '.js': text('text/javascript'),
  '.mjs': text('text/javascript'),
  '.json': text('application/json'),
  '.map': text('application/json'),
  '.webmanifest': text('application/manifest+json'),
  '.xml': text('application/xml'),
  '.xsl': text('application/xslt+xml'),
  '.atom': text('application/atom+xml'),
  '.txt': text('text/plain'),
  '.md': text('text/markdown'),
  '.csv': text('text/csv'),
  '.ics': text('text/calendar'),
  '.svg': text('image/svg+xml'),
  '.wasm': { type: 'application/wasm', compressible: true },
  '.ico': { type: 'image/x-icon', compressible: true },
  '.png': packed('image/png'),
  '.jpg': packed('image/jpeg'),
  '.jpeg': packed('image/jpeg'),
  '.gif': packed('image/gif'),
  '.webp': packed('image/webp'),
  '.avif': packed('image/avif'),
  '.woff': packed('font/woff'),
  '.woff2': packed('font/woff2'),
  '.mp3': packed('audio/mpeg'),
  '.mp4': packed('video/mp4'),
  '.pdf': packed('application/pdf'),
};

export const typeOf = (address: string) => types[extname(address).toLowerCase()] ?? packed('application/octet-stream');
