import { readdir, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { chooseEncoding, chooseLanguage } from './accept.ts';
import { createBodyCache } from './body-cache.ts';
import { createRedirects } from './redirects.ts';
import { readAddress } from './request-address.ts';
import { findFile, isAbsent, typeOf, type SiteFile } from './site-file.ts';
import { headersFor } from './site-headers.ts';

/** What the log is told of a request: nothing about who asked, and nothing they typed. */
export interface ServedRequest {
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  error?: unknown;
}

interface Answer {
  status: number;
  headers: [name: string, value: string][];
  body?: Buffer;
}

/** Under this size packing saves no packet. */
const worthPacking = 256;

const plain = (status: number, text: string, headers: Answer['headers'] = []): Answer => ({
  status,
  headers: [...headersFor('/'), ['Content-Type', 'text/plain; charset=utf-8'], ['Cache-Control', 'no-cache'], ...headers],
  body: Buffer.from(`${text}\n`),
});

/**
 * Serves a built site as a host of static sites would, with the headers of `site-headers.ts`. `root` may be a link that is swapped while running:
 * each request resolves it once and is answered from that release alone.
 */
export function createSiteServer({ root, log }: { root: string; log?: (request: ServedRequest) => void }): Server {
  const bodyOf = createBodyCache();
  const redirectFrom = createRedirects();

  /** A file with its headers, packed as the reader likes; `304` where the reader has it already. */
  async function send(request: IncomingMessage, file: SiteFile, { status = 200, vary = [] as string[] } = {}): Promise<Answer> {
    const { type, compressible } = typeOf(file.address);
    const encoding = compressible && file.size >= worthPacking ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    const { etag, bytes } = await bodyOf(file, encoding);
    const headers = headersFor(file.address);
    if (!headers.some(([name]) => name === 'Cache-Control')) headers.push(['Cache-Control', 'no-cache']);
    if (compressible) vary = [...vary, 'Accept-Encoding'];
    if (vary.length) headers.push(['Vary', vary.join(', ')]);
    if (status === 200) headers.push(['ETag', etag]);
    if (status === 200 && isKnown(request.headers['if-none-match'], etag)) return { status: 304, headers };
    if (!headers.some(([name]) => name === 'Content-Type')) headers.push(['Content-Type', type]);
    if (encoding !== 'identity') headers.push(['Content-Encoding', encoding]);
    return { status, headers, body: bytes };
  }

  async function notFound(request: IncomingMessage, release: string, language = ''): Promise<Answer> {
    for (const segments of [[language, '404', 'index.html'], ['404.html']]) {
      const file = segments[0] ? await findFile(release, segments) : undefined;
      if (file && file !== 'folder') return send(request, file, { status: 404 });
    }
    return plain(404, 'There is no page at this address.');
  }

  /** `/`: the reader's language where the site has it, else the page on which one chooses. */
  async function front(request: IncomingMessage, release: string, query: string): Promise<Answer> {
    const language = chooseLanguage(request.headers['accept-language'], await languagesOf(release));
    if (language) {
      const answer = plain(302, `This way: /${language}/`, [['Vary', 'Accept-Language']]);
      return { ...answer, headers: [...answer.headers, ['Location', `/${language}/${query}`]] };
    }
    const file = await findFile(release, ['index.html']);
    return file && file !== 'folder' ? send(request, file, { vary: ['Accept-Language'] }) : notFound(request, release);
  }

  async function answer(request: IncomingMessage, release: string): Promise<Answer> {
    const address = readAddress(request.url ?? '');
    if (address === 'malformed') return plain(400, 'This address cannot be read.');
    if (address === 'hidden') return notFound(request, release);
    const { segments, slash, query } = address;
    if (segments.length === 0) return front(request, release, query);

    // Before the files: at an earlier address lies a page that leads on, for hosts that know no redirects.
    const redirect = await redirectFrom(release, segments);
    if (redirect) {
      const location = redirect.to.includes('?') ? redirect.to : redirect.to + query;
      return plain(redirect.status, `This way: ${location}`, [['Location', location]]);
    }
    const found = await findFile(release, segments);
    if (found && found !== 'folder' && !slash) return send(request, found);
    const index = found === 'folder' ? await findFile(release, [...segments, 'index.html']) : undefined;
    if (index && index !== 'folder') {
      if (slash) return send(request, index);
      const location = `/${segments.map(encodeURIComponent).join('/')}/${query}`;
      return plain(308, `This way: ${location}`, [['Location', location]]);
    }
    return notFound(request, release, segments[0]);
  }

  /** A release may be taken away once it is no longer the current one: then the request starts over, from the one that is. */
  async function answerFromOneRelease(request: IncomingMessage): Promise<Answer> {
    let release = await realpath(root);
    for (;;) {
      const result = await answer(request, release).catch((error: unknown) => {
        if (isAbsent(error)) return undefined;
        throw error;
      });
      if (result && result.status !== 404) return result;
      const current = await realpath(root);
      if (current === release) return result ?? notFound(request, release);
      release = current;
    }
  }

  return createServer((request, response) => {
    const started = performance.now();
    const { method = 'GET', url = '/' } = request;
    let failure: unknown;
    const served =
      method === 'GET' || method === 'HEAD'
        ? answerFromOneRelease(request)
        : Promise.resolve(plain(405, 'This site is for reading: GET and HEAD.', [['Allow', 'GET, HEAD']]));
    served
      .catch((error: unknown) => {
        failure = error;
        return plain(500, 'Something went wrong on our side. Try again in a minute.');
      })
      .then(({ status, headers, body }) => {
        response.statusCode = status;
        for (const [name, value] of headers) response.appendHeader(name, value);
        if (status !== 304) response.setHeader('Content-Length', body?.length ?? 0);
        response.end(method === 'HEAD' ? undefined : body);
        const path = url.replace(/[?#].*$/, '');
        log?.({ method, path, status, milliseconds: performance.now() - started, ...(failure !== undefined && { error: failure }) });
      })
      .catch(() => response.destroy());
  });
}

/** Whether If-None-Match names this content. Weakly compared (RFC 9110, 13.1.2): a proxy may have marked it weak. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  return header.trim() === '*' || header.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}

/** The languages a release is written in: its folders that are named like a language and have a front page. */
async function languagesOf(release: string): Promise<string[]> {
  const names = (await readdir(release)).filter((name) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(name)).sort();
  const fronts = await Promise.all(names.map((name) => findFile(release, [name, 'index.html'])));
  return names.filter((_, index) => fronts[index] && fronts[index] !== 'folder');
}
