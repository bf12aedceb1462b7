/** The address of a request: its decoded segments, whether it ends in a slash, and its query with the question mark. */
export interface Address {
  segments: string[];
  slash: boolean;
  query: string;
}

/**
 * Reads the target of a request. `malformed`: no address of any site, most often an attempt to leave the folder. `hidden`: could be a file of the
 * release, but none that is served (`_headers`, `_redirects`, dotfiles).
 */
export function readAddress(target: string): Address | 'malformed' | 'hidden' {
  // A client that takes us for a proxy names the whole address (RFC 9112, 3.2.2).
  const [, path = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target.replace(/^https?:\/\/[^/?#]*/i, '') || '/') ?? [];
  if (!path.startsWith('/')) return 'malformed';
  const parts = path.slice(1).split('/');
  const slash = parts.at(-1) === '';
  if (slash) parts.pop();

  const segments: string[] = [];
  for (const part of parts) {
    let segment: string;
    try {
      segment = decodeURIComponent(part);
    } catch {
      return 'malformed';
    }
    // An empty segment would make `//elsewhere/` of a redirect; a colon names a drive or a stream on Windows.
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    if (segment === '' || segment === '.' || segment === '..' || /[\u0000-\u001f\u007f/\\:]/.test(segment)) return 'malformed';
    segments.push(segment);
  }
  const file = segments.at(-1)?.toLowerCase() ?? '';
  // What lies in `.well-known` is there to be found (RFC 8615).
  const visible = segments[0] === '.well-known' ? segments.slice(1) : segments;
  if (visible.some((segment) => segment.startsWith('.')) || (segments.length === 1 && ['_headers', '_redirects'].includes(file))) return 'hidden';
  // The query is repeated in redirects: one with raw bytes in it is left out.
  return { segments, slash, query: /^[\x21-\x7e]*$/.test(query) ? query : '' };
}
