import { readFile } from 'node:fs/promises';
import { findFile } from './site-file.ts';

export interface Redirect {
  to: string;
  status: number;
}

/** An address as it is looked up: decoded, and with no slash at its end, so that `/old` and `/old/` are one. */
const normalised = (path: string) => {
  const bare = path.replace(/\/+$/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
};

/** The lines `from to status` of a `_redirects` file; what is none is passed over, as hosts of static sites do. */
export function parseRedirects(text: string): Map<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  for (const line of text.split('\n')) {
    const [from = '', to = '', status = '301'] = line.trim().split(/\s+/);
    if (!from.startsWith('/') || !/^(\/(?!\/)|https?:\/\/)/.test(to) || !/^30[1278]$/.test(status)) continue;
    const known = redirects.has(normalised(from));
    if (!known) redirects.set(normalised(from), { to: to.replace(/[^\x21-\x7e]+/gu, encodeURIComponent), status: Number(status) });
  }
  return redirects;
}

/** Looks redirects up in a release's `_redirects`, which is read again when it has changed. */
export function createRedirects() {
  let read: { identity: string; redirects: Promise<Map<string, Redirect>> } | undefined;
  return async function redirectFrom(release: string, segments: readonly string[]): Promise<Redirect | undefined> {
    const file = await findFile(release, ['_redirects']);
    if (!file || file === 'folder') return undefined;
    if (read?.identity !== file.identity) read = { identity: file.identity, redirects: readFile(file.path, 'utf8').then(parseRedirects) };
    return (await read.redirects).get(`/${segments.join('/')}`);
  };
}
